"""Forms of cycles and seats: shape only."""

from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import Length

from app.champions.labels import PAPERS
from app.web.fields import DayField, SelectField, WholeNumberField, day_required
from app.web.forms import Form, Locked, required

_DAY = day_required(_l("Write a date such as 2026-11-30."))
_NUMBER = day_required(_l("Write a number."))
_PERSON = Length(max=254, message=_l("At most 254 characters."))


class CycleForm(Form, Locked):
    name = StringField(
        _l("Name"),
        [required(_l("Write the name.")), Length(max=120, message=_l("A name has at most 120 characters."))],
        render_kw={"maxlength": "120"},
    )
    starts_on = DayField(_l("First day"), [_DAY])
    ends_on = DayField(_l("Last day"), [_DAY])
    plan_due_on = DayField(_l("Plans are due on"), [_DAY])
    nominate_until = DayField(_l("Nominations until"))
    page_limit = WholeNumberField(_l("Pages of a plan, at most"), [_NUMBER], least=1, most=4)
    paper = SelectField(_l("Paper"), choices=[(paper.value, words) for paper, words in PAPERS.items()])
    seat_limit = WholeNumberField(_l("Seats, at most"), [_NUMBER], least=1, most=10_000)


class SeatForm(Form):
    office = StringField(_l("Office"), [required(_l("Write the office's name.")), Length(max=200)])
    champion = StringField(_l("Champion"), [required(_l("Write the person's address or name.")), _PERSON])
    deputy = StringField(_l("Deputy"), [_PERSON])


class HandOverForm(Form, Locked):
    champion = StringField(_l("New champion"), [required(_l("Write the person's address or name.")), _PERSON])
    deputy = StringField(_l("Deputy"), [_PERSON])


class DeputyForm(Form, Locked):
    deputy = StringField(_l("Deputy"), [_PERSON])
