"""The shape of what people write in check-ins and about blockers. No query, no save."""

from flask_babel import lazy_gettext as _l
from wtforms import BooleanField, TextAreaField
from wtforms.validators import Length

from app.check_ins.actions import Told
from app.check_ins.labels import QUESTIONS
from app.check_ins.models import StepKind
from app.web.fields import RadioField, chosen
from app.web.forms import Form, Locked, required

LONG = Length(max=5000, message=_l("Shorten this to 5,000 characters."))


class CheckInForm(Form):
    """Three questions; one line to one of them is enough."""

    moved = TextAreaField(QUESTIONS["moved"], [LONG])
    stuck = TextAreaField(QUESTIONS["stuck"], [LONG])
    is_blocker = BooleanField(_l("This needs someone above us"))
    needed = TextAreaField(QUESTIONS["needed"], [LONG])

    @property
    def told(self) -> Told:
        return Told(
            self.moved.data or "", self.stuck.data or "", self.needed.data or "", is_blocker=bool(self.is_blocker.data)
        )


HAPPENS = {
    StepKind.TAKEN.value: _l("I see to it"),
    StepKind.ANSWERED.value: _l("Here is the answer"),
    StepKind.PASSED_UP.value: _l("It goes one level up"),
}


class AnswerForm(Form, Locked):
    """Whoever is asked says what happens."""

    step = RadioField(
        _l("What happens now"),
        [chosen(_l("Choose what happens now."))],
        choices=list(HAPPENS.items()),
        validate_choice=False,
    )
    words = TextAreaField(
        _l("In your words"), [required(_l("Write a line, so that the team knows what happens now.")), LONG]
    )

    def leave_out(self, *steps: StepKind) -> None:
        """What cannot be chosen as things stand is not offered."""
        self.step.choices = [(code, words) for code, words in HAPPENS.items() if code not in steps]


class SettleForm(Form, Locked):
    helped = TextAreaField(_l("What helped"), [LONG])

    @property
    def words(self) -> TextAreaField:
        return self.helped


class ReopenForm(Form, Locked):
    words = TextAreaField(_l("What is still stuck"), [required(_l("Write what is still stuck.")), LONG])
