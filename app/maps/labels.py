"""Words for the codes of maps, and times and shares as people read them. No rule lives here."""

from collections.abc import Mapping
from datetime import date

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import ngettext

from app.core.durations import MINUTES, Unit, in_words, rounded, unit_of
from app.maps import times
from app.maps.models import Kind, Rule
from app.plans.process import MapStep, ProcessMap
from app.web import figures

KINDS = {Kind.AS_IS: _l("Before"), Kind.TO_BE: _l("Planned"), Kind.OBSERVED: _l("Observed")}
RULES = {
    Rule.LAW: _l("Law"),
    Rule.REGULATION: _l("Regulation"),
    Rule.POLICY: _l("Policy of ours"),
    Rule.HABIT: _l("Habit of ours"),
    Rule.SYSTEM: _l("IT system"),
}
SHORT_RULES = {
    Rule.LAW: _l("law"),
    Rule.REGULATION: _l("regulation"),
    Rule.POLICY: _l("policy"),
    Rule.HABIT: _l("habit"),
    Rule.SYSTEM: _l("IT"),
}
UNITS = {Unit.MINUTES: _l("minutes"), Unit.HOURS: _l("hours"), Unit.DAYS: _l("days")}
COLUMNS = {
    "name": _l("Step"),
    "lane": _l("Who"),
    "work": _l("Work"),
    "wait": _l("Then it waits"),
    "right": _l("Right at first, of 100"),
    "rule": _l("Kind of rule"),
    "rule_name": _l("Why it waits, or which rule"),
    "rule_owner": _l("Who can change it"),
}


SIGNS = {Unit.MINUTES: _l("min"), Unit.HOURS: _l("h"), Unit.DAYS: _l("d")}


def signs() -> Mapping[Unit, str]:
    """The short signs of units, read and written."""
    return {unit: str(sign) for unit, sign in SIGNS.items()}


def typed(minutes: int) -> str:
    """A time as a field shows it; nothing for none."""
    return times.write(minutes, signs(), figures.writing())


def kind(found: ProcessMap) -> str:
    """Before, planned, or observed with its day."""
    name = str(KINDS[Kind(found.kind)])
    return name if found.seen_on is None else f"{name} {figures.short_day(found.seen_on)}"


def long_kind(which: Kind, seen_on: date | None = None) -> str:
    """The same in a heading."""
    name = str(KINDS[which])
    return name if seen_on is None else f"{name} {figures.day(seen_on)}"


def rule(code: str) -> str:
    """The kind of a rule; nothing where none is known."""
    return str(RULES[Rule(code)]) if code in list(Rule) else ""


def why(step: MapStep) -> str:
    """Why a step waits: the rule's name and kind."""
    kind_of = str(SHORT_RULES[Rule(step.rule)]) if step.rule in list(Rule) else ""
    return " · ".join(part for part in (step.rule_name, kind_of) if part)


def number(minutes: float, unit: Unit) -> str:
    """The bare number in a unit, as people speak of it."""
    return figures.number(rounded(minutes / MINUTES[unit]))


def short(minutes: float, unit: Unit | None = None) -> str:
    """14 d."""
    unit = unit or unit_of(round(minutes))
    return figures.number(rounded(minutes / MINUTES[unit]), str(SIGNS[unit]))


def duration(minutes: float, unit: Unit | None = None) -> str:
    """14 days; the unit by its length unless one is given; a bare 0 for none."""
    if not minutes:
        return figures.number(0)
    unit = unit or unit_of(round(minutes))
    return in_words(minutes / MINUTES[unit], unit, number=figures.number, ngettext=ngettext)


def share(value: float | None) -> str:
    """A share from 0 to 1 as per cent, all and nothing only where it is; a dash where it is not known."""
    if value is None:
        return "–"
    return figures.number(round(100 * value) if value in (0, 1) else min(99, max(1, round(100 * value))), "%")


def ours(ours_minutes: int, lead: int) -> str:
    """68 of 72 days were ours to change; nothing where none was."""
    if not ours_minutes:
        return ""
    unit = unit_of(lead)
    return _("%(ours)s of %(all)s were ours to change.", ours=number(ours_minutes, unit), all=duration(lead, unit))
