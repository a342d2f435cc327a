"""The shape of what people type about small tests. No query, no save."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Length

from app.trials import labels
from app.trials.actions import Design, Study
from app.trials.models import Act
from app.web.fields import DayField, NumberField, RadioField, SelectField, chosen, day_required, whole
from app.web.forms import Form, Locked, required

LONG = Length(max=300, message=_l("Shorten this to 300 characters."))
LONGER = Length(max=5000, message=_l("Shorten this to 5,000 characters."))


class DesignForm(Form, Locked):
    """What is tried, and what is predicted. `measure_id` gets its choices from the route."""

    question = StringField(
        _l("What we want to find out"), [required(_l("Write the question that the test answers.")), LONG]
    )
    action = TextAreaField(_l("What we try"), [required(_l("Write what is done differently.")), LONGER])
    place = StringField(_l("Where"), [required(_l("Write where it is tried: one desk, one form, one team.")), LONG])
    starts_on = DayField(_l("First day"), [day_required(_l("Write the first day."))])
    ends_on = DayField(_l("Last day"), [day_required(_l("Write the last day."))])
    measure_id = SelectField(_l("Measure that should show it"), coerce=whole, validate_choice=False)
    prediction = TextAreaField(
        _l("What we predict"), [required(_l("Write what you expect, before it begins.")), LONGER]
    )
    predicted = NumberField(_l("The number that we predict"))

    @property
    def design(self) -> Design:
        """What the form says, once it has been validated."""
        assert self.starts_on.data  # noqa: S101  # validated
        assert self.ends_on.data  # noqa: S101
        return Design(
            self.question.data or "", self.action.data or "", self.place.data or "", self.starts_on.data,
            self.ends_on.data, self.measure_id.data or 0, self.prediction.data or "", self.predicted.number,
        )  # fmt: skip


class StudyForm(Form):
    """What happened, what was learned, what is done about it."""

    ended_on = DayField(_l("It ended on"), [day_required(_l("Write the day on which it ended."))])
    happened = TextAreaField(_l("What happened"), [required(_l("Write what happened.")), LONGER])
    result = NumberField(_l("The number that came"))
    learned = TextAreaField(_l("What we learned"), [required(_l("Write what you learned.")), LONGER])
    act = RadioField(
        _l("What we do now"), choices=[(str(code), label) for code, label in labels.ACTS.items()],
        validate_choice=False, validators=[chosen(_l("Choose one."))],
    )  # fmt: skip

    @property
    def found(self) -> Study:
        """What the form says, once it has been validated."""
        assert self.ended_on.data  # noqa: S101  # validated
        return Study(
            self.ended_on.data, self.happened.data or "", self.learned.data or "", Act(self.act.data),
            self.result.number,
        )  # fmt: skip


class NoteForm(Form):
    words = TextAreaField(_l("Note"), [required(_l("Write the note.")), LONGER])
