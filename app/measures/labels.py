"""Words for the codes of measures, and figures with their unit, in the reader's language. No rule lives here."""

from datetime import date
from decimal import Decimal

from flask_babel import format_date, gettext, ngettext
from flask_babel import lazy_gettext as _l

from app.measures.advice import Advice
from app.measures.evidence import Lack
from app.measures.models import Cadence, Direction, Kind, Signal, Unit
from app.measures.periods import Period, containing
from app.web import figures

KINDS = {Kind.OUTCOME: _l("Outcome"), Kind.PROCESS: _l("Process"), Kind.BALANCING: _l("Balancing")}
KINDS_EXPLAINED = {
    Kind.OUTCOME: _l("What the customer gets."),
    Kind.PROCESS: _l("What we do on the way there."),
    Kind.BALANCING: _l("What must not get worse meanwhile."),
}
UNITS = {
    Unit.DAYS: _l("Days"),
    Unit.HOURS: _l("Hours"),
    Unit.MINUTES: _l("Minutes"),
    Unit.COUNT: _l("A count"),
    Unit.PERCENT: _l("Per cent"),
    Unit.PER_100: _l("Per 100"),
    Unit.MONEY: _l("Money"),
}
DIRECTIONS = {
    Direction.UP: _l("More is better"),
    Direction.DOWN: _l("Less is better"),
    Direction.KEEP: _l("Must not get worse"),
}
CADENCES = {
    Cadence.WEEK: _l("Every week"),
    Cadence.MONTH: _l("Every month"),
    Cadence.QUARTER: _l("Every quarter"),
    Cadence.YEAR: _l("Every year"),
}
SIGNALS = {Signal.IMPROVING: _l("Improving"), Signal.WORSE: _l("Getting worse"), Signal.NONE: _l("No signal")}
ADVICE = {
    Advice.NO_MEASURE: _l("No measure is chosen yet. Begin with one that counts what the customer gets."),
    Advice.ALL_PROXIES: _l(
        "Every measure only hints at what customers get, as calls, tickets and visits do. "
        "Add one for the outcome itself."
    ),
    Advice.NO_OUTCOME: _l("No measure counts the outcome itself. Add one that says what the customer gets."),
    Advice.NO_BALANCING: _l("Add one balancing measure: what must not get worse meanwhile."),
}
GRADES = (
    _l("E0 story"), _l("E1 baseline"), _l("E2 before, after"), _l("E3 sustained"), _l("E4 compared"), _l("E5 checked"),
)  # fmt: skip
LACKS = {
    Lack.BASELINE: _l("At least six numbers from the time before, or one dated count with its period."),
    Lack.CHANGE: _l("The day on which something was changed, after the baseline."),
    Lack.AFTER: _l("A number for one whole period after the change."),
    Lack.BASE_POINTS: _l("At least six numbers from before the change, so that chance can be told from news."),
    Lack.POINTS: _l("Twelve numbers in all, before and after the change."),
    Lack.GUARDED: _l("Nothing more: this measure only has to stay where it is."),
    Lack.SIGNAL: _l("A signal of improvement after the change: seven in a row on the better side, or beyond a limit."),
    Lack.COMPARED: _l("Three offices with the same measure and channel where nothing of the kind happened meanwhile."),
    Lack.RECOUNT: _l("A recount by someone from outside the office."),
}


def grade(number: int) -> str:
    return str(GRADES[number])


def unit_sign(unit: Unit) -> str:
    """What stands after a figure in charts: "%", a word, or nothing."""
    return {
        Unit.DAYS: gettext("days"),
        Unit.HOURS: gettext("hours"),
        Unit.MINUTES: gettext("minutes"),
        Unit.PERCENT: "%",
        Unit.PER_100: gettext("per 100"),
    }.get(unit, "")


def figure(value: Decimal | None, unit: Unit) -> str:
    """A value with its unit: "72 days", "80%", "33 per 100"; a dash where there is none."""
    if value is None:
        return "–"
    text = plain(value)
    if unit in (Unit.DAYS, Unit.HOURS, Unit.MINUTES):
        return _time(value, unit, text)
    sign = unit_sign(unit)
    return figures.number(value, sign) if sign == "%" else f"{text} {sign}".strip()


def plain(value: Decimal) -> str:
    """A number as the language writes it: two decimals at most, as many as it takes for small ones."""
    if value and abs(value) < Decimal("0.01"):
        return figures.formats().digits(f"{value.normalize():f}")
    return figures.number(value)


def counts(numerator: Decimal | None, denominator: Decimal | None) -> str:
    """"12 of 40"; nothing where no counts were given."""
    if numerator is None or denominator is None:
        return ""
    return gettext("%(numerator)s of %(denominator)s", numerator=plain(numerator), denominator=plain(denominator))


def period(found: Period, cadence: Cadence) -> str:
    """The name of a period: "October 2026", "Q4 2026", a day range for what is no period of the calendar."""
    if found != containing(found.start, cadence) or cadence is Cadence.WEEK:
        return gettext("%(start)s to %(end)s", start=day(found.start), end=day(found.end))
    if cadence is Cadence.MONTH:
        return figures.month_year(found.start)
    return format_date(found.start, "QQQ y" if cadence is Cadence.QUARTER else "y")


def day(value: date) -> str:
    return figures.day(value)


def _time(value: Decimal, unit: Unit, text: str) -> str:
    """Plural by the whole number; fractions take the many form."""
    count = int(value) if value == int(value) and abs(value) < 10**9 else 2
    return {
        Unit.DAYS: ngettext("%(text)s day", "%(text)s days", count, text=text),
        Unit.HOURS: ngettext("%(text)s hour", "%(text)s hours", count, text=text),
        Unit.MINUTES: ngettext("%(text)s minute", "%(text)s minutes", count, text=text),
    }[unit]
