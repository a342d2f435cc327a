"""The shape of what people type about huddles. No query, no save. The form of the minutes has a field per point."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, StringField, TextAreaField, TimeField
from wtforms.validators import Length, ValidationError

from app.core.row_numbers import row_number
from app.huddles import labels
from app.huddles.actions import Agreed, Meeting
from app.huddles.actions.minutes import Minutes, Noted, seal
from app.huddles.models import ActionState
from app.huddles.points import Point
from app.web.fields import DayField, RadioField, SelectField, SelectMultipleField, chosen, day_required, whole
from app.web.forms import Form, Locked, required

SHORT = Length(max=300, message=_l("Shorten this to 300 characters."))
LONG = Length(max=1000, message=_l("Shorten this to 1,000 characters."))
LONGER = Length(max=5000, message=_l("Shorten this to 5,000 characters."))


class HourField(TimeField):
    """A time of the day, as the browser's own field sends it; what is none stays in the field."""

    def process_formdata(self, valuelist: list[Any]) -> None:
        text = " ".join(str(value) for value in valuelist).strip()
        self.data = None
        if not text:
            return
        try:
            self.data = datetime.strptime(text[:5], "%H:%M").time()  # noqa: DTZ007  # a time of the day has no zone
        except ValueError as wrong:
            raise ValueError(gettext("Write the time as hours and minutes, such as 09:30.")) from wrong


def whole_address(_form: Any, field: Any) -> None:
    """An address that a browser can open, and no script."""
    text = field.data or ""
    if text and (not text.lower().startswith(("https://", "http://")) or len(text.split()) != 1):
        raise ValidationError(gettext("Write the whole address, beginning with https://."))


class HuddleForm(Form, Locked):
    """When and where. `host_id` gets its choices from the route."""

    meets_on = DayField(_l("Day"), [day_required(_l("Write the day."))])
    begins = HourField(_l("Begins at"), [day_required(_l("Write when it begins."))])
    place = StringField(_l("Where"), [SHORT])
    link = StringField(_l("Link to join from elsewhere"), [SHORT, whole_address])
    person = SelectField(_l("Host"), coerce=whole, validate_choice=False)

    @property
    def meeting(self) -> Meeting:
        """What the form says, once it has been validated."""
        assert self.meets_on.data  # noqa: S101  # validated
        assert self.begins.data is not None  # noqa: S101
        return Meeting(
            self.meets_on.data, self.begins.data, self.place.data or "", self.link.data or "", self.person.data or 0
        )


class ActionForm(Form, Locked):
    """What somebody does by when. `person` gets its choices from the route."""

    words = TextAreaField(_l("What is to be done"), [required(_l("Write what is to be done.")), LONG])
    person = SelectField(_l("Who does it"), coerce=whole, validate_choice=False)
    due_on = DayField(_l("By when"), [day_required(_l("Write the day."))])

    @property
    def agreed(self) -> Agreed:
        """What the form says, once it has been validated."""
        assert self.due_on.data  # noqa: S101  # validated
        return Agreed(self.words.data or "", self.person.data or 0, self.due_on.data)


class NewActionForm(ActionForm):
    point = HiddenField()


class OutcomeForm(Form, Locked):
    """What came of an action. The route takes out the state that it has."""

    state = RadioField(
        _l("How it stands"), choices=[(str(state), "") for state in ActionState], validate_choice=False,
        validators=[chosen(_l("Choose one."))],
    )  # fmt: skip
    words = TextAreaField(_l("What came of it"), [required(_l("Write what came of it, in a sentence.")), LONG])


class RaiseForm(Form):
    """What a team is stuck on. `plan_id` gets its choices from the route."""

    plan_id = SelectField(_l("Plan"), coerce=whole, validate_choice=False)
    words = TextAreaField(_l("What is stuck, and who could move it"), [required(_l("Write what is stuck.")), LONGER])


class MinutesForm(Form):
    """Who was there, and what was said to each point: `note_milestone_12` with the seal of what was seen."""

    present = SelectMultipleField(_l("Who was there"), coerce=whole, validate_choice=False)
    was_present = HiddenField()
    guests = StringField(_l("Guests"), [SHORT])
    guests_seal = HiddenField()

    points: Sequence[Point] = ()

    def minutes(self) -> Minutes:
        """What the form says, once it has been validated."""
        notes = [
            Noted(point, self[field_of("note", point)].data or "", self[field_of("seal", point)].data or "")
            for point in self.points
        ]
        was = {number for text in (self.was_present.data or "").split() if (number := row_number(text))}
        return Minutes(notes, set(self.present.data or ()), was, self.guests.data or "", self.guests_seal.data or "")


def field_of(name: str, point: Point) -> str:
    return f"{name}_{point.key.replace('-', '_')}"


def minutes_form(
    points: Sequence[Point], team: Sequence[tuple[int, str]], saved: dict[str, Any] | None = None
) -> MinutesForm:
    """The form with a field per point: as it was sent, or with what is `saved`."""
    fields: dict[str, Any] = {"points": points}
    for point in points:
        fields[field_of("note", point)] = TextAreaField(labels.title(point)[:160], [LONGER])
        fields[field_of("seal", point)] = HiddenField()
        fields[field_of("heading", point)] = HiddenField()
    kind = type("PointsForm", (MinutesForm,), fields)
    made: MinutesForm = kind() if saved is None else kind(formdata=None, data=saved)
    made.present.choices = team
    return made


def as_saved(points: Sequence[Point], present: Sequence[int], guests: str) -> dict[str, Any]:
    """What the form holds when it is opened."""
    values: dict[str, Any] = {
        "present": list(present), "was_present": " ".join(map(str, present)), "guests": guests,
        "guests_seal": seal(guests),
    }  # fmt: skip
    for point in points:
        values[field_of("note", point)] = point.words
        values[field_of("seal", point)] = seal(point.words)
        values[field_of("heading", point)] = point.heading[:160]
    return values
