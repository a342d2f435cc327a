"""The shape of what people type about a change that spreads. No query, no save."""

from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import Length, ValidationError

from app.adoptions import labels
from app.adoptions.actions import Offer, Terms
from app.adoptions.models import Refusal, State
from app.web.fields import DayField, RadioField, SelectField, SelectMultipleField, chosen, whole
from app.web.forms import Form, Locked, required

LONGER = Length(max=5000, message=_l("Shorten this to 5,000 characters."))


class OfferForm(Form):
    """Which change, to whom, with what to know. The route gives the choices of `change_id` and `offices`."""

    change_id = SelectField(_l("Which change"), coerce=whole, validate_choice=False)
    offices = SelectMultipleField(_l("To which offices"), coerce=whole, validate_choice=False)
    took = TextAreaField(_l("What it took"), [required(_l("Write what it took: people, time, whose yes.")), LONGER])
    watch = TextAreaField(_l("What to watch"), [required(_l("Write what others should look out for.")), LONGER])

    def validate_offices(self, field: SelectMultipleField) -> None:
        """At least one, and only offices that are on the list."""
        known = {choice.value for choice in field.choices}
        if not field.data or not set(field.data) <= known:
            raise ValidationError(_l("Choose at least one office of the list."))

    @property
    def offer(self) -> Offer:
        return Offer(self.change_id.data or 0, self.took.data or "", self.watch.data or "")


class TermsForm(Form, Locked):
    """With which measure, since when, what is different. `measure_id` gets its choices from the route."""

    measure_id = SelectField(_l("Our own measure"), coerce=whole, validate_choice=False)
    started_on = DayField(_l("Begun on"))
    differently = TextAreaField(_l("What we do differently"), [LONGER])

    @property
    def terms(self) -> Terms:
        return Terms(self.measure_id.data or 0, self.started_on.data, self.differently.data or "")


class RefusalForm(Form):
    refusal = RadioField(
        _l("Our answer"), choices=[(str(code), label) for code, label in labels.REFUSALS.items()],
        validate_choice=False, validators=[chosen(_l("Choose one."))],
    )  # fmt: skip
    reason = TextAreaField(_l("Why"), [required(_l("Write the reason, so that others learn from it.")), LONGER])

    @property
    def answer(self) -> tuple[Refusal, str]:
        """What the form says, once it has been validated."""
        return Refusal(self.refusal.data), self.reason.data or ""


class WithdrawalForm(Form):
    why = TextAreaField(_l("Why"), [LONGER])


class OutcomeForm(Form):
    how = RadioField(
        _l("How it went"), choices=[(str(code), label) for code, label in labels.OUTCOMES.items()],
        validate_choice=False, validators=[chosen(_l("Choose one."))],
    )  # fmt: skip
    outcome = TextAreaField(
        _l("What came of it, because ..."), [required(_l("Write what came of it, and why.")), LONGER]
    )

    @property
    def said(self) -> tuple[State, str]:
        """What the form says, once it has been validated."""
        return State(self.how.data), self.outcome.data or ""
