"""Forms of offices: shape only."""

import re
from datetime import date
from typing import Any
from zoneinfo import available_timezones

from flask import current_app
from flask_babel import lazy_gettext as _l
from wtforms import StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.offices.labels import CHANNELS, RULES
from app.web.fields import DayField, SelectField, WholeNumberField, day_required
from app.web.forms import Form, Locked, required
from app.web.language import NAMES

ZONES = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "SystemV/")))
MOST_HOLIDAYS = 400
_BREAKS = re.compile(r"[\s,;]+")
_DAY = day_required(_l("Write a date such as 2026-11-30."))


class OfficeForm(Form, Locked):
    name = StringField(
        _l("Name"),
        [required(_l("Write the name.")), Length(max=200, message=_l("A name has at most 200 characters."))],
        render_kw={"maxlength": "200"},
    )
    language = SelectField(_l("Language of the office"))
    staff_count = WholeNumberField(_l("How many people work there"), most=1_000_000)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.language.choices = [(code, NAMES[code]) for code in current_app.config["LANGUAGES"]]


class NewOfficeForm(OfficeForm):
    parent = StringField(_l("Below which office"), [required(_l("Write the office's name."))])
    slug = StringField(_l("Short name"), render_kw={"maxlength": "80"})


class MoveForm(Form, Locked):
    parent = StringField(_l("Below which office"), [required(_l("Write the office's name."))])
    on = DayField(_l("From which day"), [_DAY])


class ClosingForm(Form, Locked):
    successor = StringField(_l("Who goes on with its work"), [required(_l("Write the office's name."))])


class ChannelForm(Form, Locked):
    name = StringField(
        _l("Name"),
        [Length(max=120, message=_l("A name has at most 120 characters."))],
        render_kw={"maxlength": "120"},
    )


class NewChannelForm(ChannelForm):
    kind = SelectField(_l("Channel"), choices=[(kind.value, words) for kind, words in CHANNELS.items()])


class RulesForm(Form, Locked):
    """Each rule may be left empty: then the office above decides."""

    from_on = DayField(_l("From which day"), [_DAY])
    ack_days = WholeNumberField(RULES["ack_days"], most=60)
    answer_days = WholeNumberField(RULES["answer_days"], least=1, most=260)
    anonymous_allowed = SelectField(
        RULES["anonymous_allowed"],
        choices=[("", _l("As the office above")), ("yes", _l("Allowed")), ("no", _l("Not allowed"))],
    )
    smallest_group = WholeNumberField(RULES["smallest_group"], least=1, most=1000)
    time_zone = SelectField(
        RULES["time_zone"], choices=[("", _l("As the office above")), ("UTC", "UTC"), *((z, z) for z in ZONES)]
    )
    holidays = TextAreaField(RULES["holidays"])

    def validate_holidays(self, field: Any) -> None:
        words = _BREAKS.split(str(field.data or "").strip()) if field.data else []
        if len(words) > MOST_HOLIDAYS:
            raise ValidationError(_l("At most %(most)s days.", most=MOST_HOLIDAYS))
        for word in words:
            if not _is_day(word):
                raise ValidationError(_l("“%(word)s” is no date. Write dates such as 2026-12-25.", word=word[:40]))

    def stated(self) -> dict[str, Any]:
        """The rules as stored; None is inherited."""
        holidays = sorted(set(_BREAKS.split(self.holidays.data))) if self.holidays.data else None
        return {
            "ack_days": self.ack_days.data,
            "answer_days": self.answer_days.data,
            "anonymous_allowed": {"yes": True, "no": False}.get(self.anonymous_allowed.data),
            "smallest_group": self.smallest_group.data,
            "time_zone": self.time_zone.data or None,
            "holidays": holidays,
        }


def _is_day(word: str) -> bool:
    try:
        return len(word) == 10 and date.fromisoformat(word).year >= 1900
    except ValueError:
        return False
