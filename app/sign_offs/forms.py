"""The shape of what people type about sign-offs. No query, no save."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Length, ValidationError

from app.plans import labels as plan_labels
from app.sign_offs import labels
from app.sign_offs.models import Outcome, SignOff, Word
from app.web.fields import DayField, RadioField, SelectMultipleField
from app.web.forms import Form, Locked, required

LONGER = Length(max=5000, message=_l("Shorten this to 5,000 characters."))
DECISIONS = [(code.value, labels.OUTCOMES[code]) for code in Outcome if code is not Outcome.SETTLED]


class Chosen:
    """One of the choices must be taken; WTForms' own words for it are not ours."""

    def __init__(self, message: str) -> None:
        self.message = message

    def __call__(self, _form: object, field: RadioField) -> None:
        if field.data not in [choice.value for choice in field.choices]:
            raise ValidationError(self.message)


class AskForm(Form):
    """The day for which words are asked."""

    due_on = DayField(_l("Answer by"))


class WordForm(Form, Locked):
    """An owner's word, what it is about, and the words that go with it."""

    word = RadioField(
        _l("Your word"), [Chosen(_l("Choose your word."))], validate_choice=False,
        choices=[(code.value, words) for code, words in labels.WORDS.items()],
    )  # fmt: skip
    words = TextAreaField(
        _l("Your condition, or your reason"), [LONGER],
        description=_l("Needed unless you simply agree. Everyone who reads the plan reads it."),
    )  # fmt: skip
    rests_on = SelectMultipleField(
        _l("What your word rests on"), validate_choice=False,
        description=_l("When one of these parts changes in a later version, you are asked again."),
    )  # fmt: skip

    @classmethod
    def of(cls, sign_off: SignOff, *, is_posted: bool) -> "WordForm":
        """As posted, else with what the owner said before; nothing is chosen for them but what a word rests on."""
        said = {"word": sign_off.word.value if sign_off.word else None, "words": sign_off.words}
        given = {**said, "rests_on": list(sign_off.rests_on), "lock": str(sign_off.lock)}
        form = cls() if is_posted else cls(formdata=None, data=given)
        form.rests_on.choices = [(part, plan_labels.part(part)) for part in sign_off.parts]
        return form

    @property
    def chosen_word(self) -> Word:
        return Word(self.word.data)


class MetForm(Form, Locked):
    """How a condition is met."""

    claim = TextAreaField(
        _l("How the condition is met"), [required(_l("Write how the condition is met.")), LONGER],
        description=_l("The owner reads it and says whether it is."),
    )  # fmt: skip


class MetAnswerForm(Form, Locked):
    """Whether it is."""

    is_met = RadioField(
        _l("Is your condition met?"), [Chosen(_l("Choose whether it is met."))], validate_choice=False,
        choices=[("yes", _l("Yes, it is met")), ("no", _l("Not yet"))],
    )  # fmt: skip
    answer = TextAreaField(_l("What is still missing"), [LONGER], description=_l("Needed if it is not met."))


class ViewForm(Form, Locked):
    """The team's view on an objection."""

    view = TextAreaField(
        _l("The team’s view"), [required(_l("Write your view.")), LONGER],
        description=_l("It stands beside the owner’s reason. Whoever decides reads both."),
    )  # fmt: skip


class DecisionForm(Form, Locked):
    """The answer from one level up."""

    outcome = RadioField(
        _l("Your decision"), [Chosen(_l("Choose your decision."))], validate_choice=False, choices=DECISIONS
    )
    reason = TextAreaField(
        _l("Your reason"), [required(_l("Write your reason.")), LONGER],
        description=_l("The owner and the team read it. It cannot be edited later."),
    )  # fmt: skip
