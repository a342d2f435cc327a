"""Forms for rounds, requests and decisions: shape only."""

from collections.abc import Callable
from typing import Any

from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from wtforms import PasswordField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.core.errors import BrokenRule
from app.funding import amounts
from app.funding.labels import CHOICES
from app.funding.models import Outcome
from app.web import figures
from app.web.fields import DayField, RadioField, SelectField, SelectMultipleField, chosen, day_required, whole
from app.web.forms import Form, Locked, required
from app.web.texts import said

LONGEST = 10_000
_WORDS = Length(max=LONGEST, message=_l("Shorten this to 10,000 characters."))
_NAME = Length(max=120, message=_l("Shorten this to 120 characters."))
_TITLE = Length(max=200, message=_l("Shorten this to 200 characters."))


def is_positions(_form: Any, field: Any) -> None:
    """A validator: positions with at most two decimals."""
    _check(lambda: amounts.read_positions(field.data or "", figures.writing()))


def is_money(form: Any, field: Any) -> None:
    """A validator: an amount in the form's currency."""
    if amounts.is_currency(form.currency_code):
        _check(lambda: amounts.read_money(field.data or "", form.currency_code, figures.writing()))


def _check(read: Callable[[], int]) -> None:
    try:
        read()
    except BrokenRule as broken:
        raise ValidationError(said(broken)) from broken


class Amounts:
    """Positions and money as typed; `currency_code` is the round's."""

    currency_code = "USD"

    positions = StringField(_l("Positions"), [is_positions])
    money = StringField(_l("Money"), [is_money])

    @property
    def hundredths(self) -> int:
        return amounts.read_positions(self.positions.data or "", figures.writing())

    @property
    def minor_units(self) -> int:
        return amounts.read_money(self.money.data or "", self.currency_code, figures.writing())


class RoundForm(Form, Locked, Amounts):
    """A round's terms."""

    name = StringField(_l("Name"), [required(_l("Give the round a name.")), _NAME])
    positions = StringField(_l("Positions in the envelope"), [is_positions])
    money = StringField(_l("Money in the envelope"), [is_money])
    currency = StringField(_l("Currency"), [required(_l("Write the currency's three letters, such as USD."))])
    opens_on = DayField(_l("Opens on"), [day_required(_l("Write the day."))])
    closes_on = DayField(_l("Closes on"), [day_required(_l("Write the day."))])
    decide_by_on = DayField(_l("Decide by"), [day_required(_l("Write the day."))])

    @property
    def currency_code(self) -> str:  # type: ignore[override]  # here it is typed, elsewhere it is the round's
        return (self.currency.data or "").upper()

    def validate_currency(self, field: Any) -> None:
        if not amounts.is_currency(self.currency_code):
            raise ValidationError(gettext("We do not know this currency. Write three letters, such as USD."))
        field.data = self.currency_code


class RequestForm(Form, Locked, Amounts):
    """What is asked, for what, what if no, and what it rests on."""

    title = StringField(_l("Title"), [required(_l("Give the request a title.")), _TITLE])
    positions = StringField(_l("Positions asked"), [is_positions])
    money = StringField(_l("Money asked"), [is_money])
    for_what = TextAreaField(_l("What it is for"), [_WORDS])
    if_no = TextAreaField(_l("What happens if the answer is no"), [_WORDS])
    reports = SelectMultipleField(_l("Published reports it rests on"), coerce=whole, validate_choice=False)
    measures = SelectMultipleField(_l("Measures it rests on"), coerce=whole, validate_choice=False)


class NewRequestForm(RequestForm):
    """The first step also chooses the round."""

    round_id = SelectField(_l("Round"), [chosen(_l("Choose the round."))], coerce=whole, validate_choice=False)


class DecisionForm(Form, Amounts):
    """A leader's word. Nothing is chosen beforehand."""

    outcome = RadioField(
        _l("Choose"),
        [required(_l("Choose one."))],
        choices=[(outcome.value, words) for outcome, words in CHOICES.items()],
        validate_choice=False,
    )
    until_on = DayField(_l("Until"))
    reason = TextAreaField(_l("Reason"), [required(_l("Write the reason; everyone in the office reads it.")), _WORDS])
    conditions = TextAreaField(_l("Conditions"), [_WORDS])
    password = PasswordField(_l("Your password, to sign"), [required(_l("Sign with your password."))])
    seen = StringField()

    def validate_outcome(self, field: Any) -> None:
        if field.data and field.data not in {outcome.value for outcome in Outcome}:  # nothing chosen: said already
            raise ValidationError(gettext("Choose one."))
