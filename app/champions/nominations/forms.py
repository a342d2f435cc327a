"""Forms of nominations: shape only. Those of scores and criteria have as many fields as there are criteria."""

from collections.abc import Sequence
from typing import Any

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from app.accounts.labels import CREDITS
from app.accounts.models import Credit
from app.champions.nominations.actions import CriterionText
from app.web.fields import RadioField, chosen
from app.web.forms import Form, Locked, required

MOST_CRITERIA = 8
SCALE = [(str(points), str(points)) for points in range(1, 6)]
_SHORT = Length(max=500, message=_l("At most 500 characters."))
_NAME = Length(max=120, message=_l("At most 120 characters."))
_QUESTION = Length(max=300, message=_l("At most 300 characters."))
_ONE = chosen(_l("Choose one."))
_LONG = Length(max=2_000, message=_l("At most 2,000 characters."))


class NominationForm(Form, Locked):
    nominee = StringField(
        _l("Who"),
        [required(_l("Write the person's address or name.")), Length(max=254, message=_l("At most 254 characters."))],
    )
    office = StringField(_l("Champion for which office"), [Length(max=200, message=_l("At most 200 characters."))])
    thinks_ahead = TextAreaField(
        _l("How does this person think ahead?"), [required(_l("Write what they saw coming, and did.")), _LONG]
    )
    respected = TextAreaField(
        _l("How do colleagues respect them?"), [required(_l("Write how it shows, in a sentence or two.")), _LONG]
    )


class EndorsementForm(Form):
    endorsement = TextAreaField(_l("Your sentence"), [required(_l("Write why, in a sentence.")), _SHORT])


class ConflictForm(Form):
    conflict = TextAreaField(
        _l("Why you should not judge"), [required(_l("Write why, such as: we are related.")), _SHORT]
    )


class DecisionForm(Form, Locked):
    outcome = RadioField(
        _l("Decision"), [_ONE], validate_choice=False,
        choices=[("selected", _l("Select as champion")), ("not_selected", _l("Not this time"))],
    )  # fmt: skip
    reason = TextAreaField(_l("Reasons"), [required(_l("Write the reasons; both read them.")), _LONG])


class AnswerForm(Form):
    answer = RadioField(
        _l("Your answer"), [_ONE], validate_choice=False,
        choices=[("accept", _l("Yes, I take the seat")), ("decline", _l("No"))],
    )  # fmt: skip
    words = TextAreaField(_l("What you want to say to it"), [_SHORT])
    credit = RadioField(
        _l("May good work be told with your name?"), validate_choice=False,
        choices=[(credit.value, words) for credit, words in CREDITS.items()],
    )  # fmt: skip

    @property
    def chosen_credit(self) -> Credit | None:
        """None where nothing was chosen: nothing changes then."""
        return next((credit for credit in CREDITS if credit.value == self.credit.data), None)


class _CriteriaForm(Form, Locked):
    """A name and a question for each place. Names that are left empty fall away."""

    @property
    def criteria(self) -> list[CriterionText]:
        rows = ((self[f"name_{place}"].data, self[f"question_{place}"].data) for place in range(MOST_CRITERIA))
        return [CriterionText(name, question or "") for name, question in rows if name]


class _ScoreForm(Form, Locked):
    """Points for each criterion, and why."""

    note: TextAreaField
    count: int

    @property
    def points(self) -> list[int]:
        return [int(self[f"points_{place}"].data) for place in range(self.count)]


def criteria_form(known: Sequence[CriterionText] = (), **given: Any) -> _CriteriaForm:
    """The form with its empty places, filled from what is known."""
    fields: dict[str, Any] = {}
    for place in range(MOST_CRITERIA):
        fields[f"name_{place}"] = StringField(_l("Criterion %(num)s", num=place + 1), [_NAME])
        fields[f"question_{place}"] = StringField(_l("What to ask"), [_QUESTION])
    for place, one in enumerate(known):
        given |= {f"name_{place}": one.name, f"question_{place}": one.question}
    made: type[_CriteriaForm] = type("CriteriaForm", (_CriteriaForm,), fields)
    return made(**given)


def score_form(criteria: Sequence[CriterionText], **given: Any) -> _ScoreForm:
    """The form with a row of points for each criterion."""
    fields: dict[str, Any] = {
        f"points_{place}": RadioField(one.name, [_ONE], choices=SCALE, validate_choice=False)
        for place, one in enumerate(criteria)
    }
    # Made last, so that what is to fix is listed in the order of the page.
    fields["note"] = TextAreaField(_l("Note"), [required(_l("Write why these points.")), _LONG])
    made: type[_ScoreForm] = type("ScoreForm", (_ScoreForm,), fields | {"count": len(criteria)})
    return made(**given)
