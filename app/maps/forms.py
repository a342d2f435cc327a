"""The table of a map as it is posted: cells `name-0`, `wait-0` and so on, beside a few fields of its own. Shape only.

Rows are plain cells and no form fields: two hundred of them are read and shown as fast as a short list.
"""

import re
from collections.abc import Mapping
from typing import Any

from flask import request
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField

from app.core.durations import Unit
from app.maps import entry, labels
from app.maps.entry import CELLS, Reading
from app.maps.models import Kind, Rule
from app.maps.times import WORDS
from app.plans.process import MapStep
from app.web import figures
from app.web.fields import DayField, SelectField, day_required
from app.web.forms import Form, Locked, clean

NAME = re.compile(r"(name|lane|work|wait|right|rule|rule_name|rule_owner|place)-(\d{1,4})", re.ASCII)
UNITS = [(unit.value, words) for unit, words in labels.UNITS.items()]


class MapForm(Form, Locked):
    """The units of lone numbers, what was pasted, and the guard against saving over each other."""

    work_unit = SelectField(_l("Work without a unit counts in"), choices=UNITS, default=Unit.MINUTES.value)
    wait_unit = SelectField(_l("Waits without a unit count in"), choices=UNITS, default=Unit.DAYS.value)
    pasted = TextAreaField(_l("Lines of a spreadsheet"))
    rows = HiddenField(default="0")

    @property
    def reading(self) -> Reading:
        """How the table is to be read in the page's language."""
        signs = {sign.casefold(): unit for unit, sign in labels.signs().items()}
        return Reading(
            figures.writing(), {**WORDS, **signs}, rule_words(), _unit(self.work_unit, Unit.MINUTES),
            _unit(self.wait_unit, Unit.DAYS),
        )  # fmt: skip

    def table(self) -> entry.Table:
        """What was posted, read."""
        return entry.read(posted_rows(), self.reading)


class ObservedForm(MapForm):
    """A map of what was seen, with its day."""

    seen_on = DayField(_l("Seen on"), [day_required(_l("Write the day on which you looked."))])


def form_for(kind: Kind, **given: Any) -> MapForm:
    """The form of this kind of map; `given` as WTForms takes it."""
    return (ObservedForm if kind is Kind.OBSERVED else MapForm)(**given)


def posted_rows() -> list[dict[str, str]]:
    """Cells by row as they were sent, in one line each and cleaned of what cannot be printed."""
    rows: dict[int, dict[str, str]] = {}
    for name, value in request.form.items():
        if found := NAME.fullmatch(name):
            rows.setdefault(int(found[2]), {})[found[1]] = " ".join(clean(value).split())
    return [rows[number] for number in sorted(rows)]


def cells_of(step: MapStep) -> dict[str, str]:
    """A saved step as its row shows it."""
    return {
        "name": step.name,
        "lane": step.lane,
        "work": labels.typed(step.work),
        "wait": labels.typed(step.wait),
        "right": "" if step.right is None else str(step.right),
        "rule": step.rule,
        "rule_name": step.rule_name,
        "rule_owner": step.rule_owner,
    }


def headings() -> Mapping[str, str]:
    """Names of columns in the page's language, for headings that are pasted."""
    return {str(labels.COLUMNS[name]).casefold(): name for name in CELLS}


def rule_words() -> Mapping[str, str]:
    """Words for rules in the page's language and in English."""
    said = {str(words).casefold(): rule.value for rule, words in labels.RULES.items()}
    short = {str(words).casefold(): rule.value for rule, words in labels.SHORT_RULES.items()}
    return {**{rule.value: rule.value for rule in Rule}, **said, **short}


def _unit(field: SelectField, default: Unit) -> Unit:
    return Unit(field.data) if field.data in list(Unit) else default
