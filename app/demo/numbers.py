"""Measures with 24 months of numbers: put in when the measure begins, then month by month.

Measures and corrections go through the app's own actions; single numbers are written as it writes them, without
computing grades each time; `count` computes them before anybody looks.
"""

import random
from calendar import monthrange
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from app.accounts.models import Person
from app.core import events
from app.demo.texts.kinds import MeasureText, Series
from app.demo.world import ONE_DAY, World
from app.extensions import db
from app.measures import actions, proxies
from app.measures.actions import Definition, SourceWords
from app.measures.models import Cadence, Direction, Kind, Measure, Observation, Unit
from app.measures.numbers import Figure
from app.offices.models import Office

MONTHS = 24
COUNTED = (-24, -11)  # months of the stated baseline: all that a plan's paper draws before its year
USUAL_CHANGE = -230  # the day of the change, for measures that it must not move
STEADY = 8  # months over which a drift builds up


def begin(world: World, text: MeasureText, office: Office, champion: Person, at: datetime) -> Measure:
    """The measure, its numbers up to now, and in the chronicle those that come later."""
    owner = champion if text.owner == "champion" else world.people[text.owner]
    values = _values(text, world.chance(f"{office.slug}:{text.name}"), world)
    definition = _definition(world, text, values, owner, at)
    measure = actions.create(office, definition, _source(world, text), by=champion, at=at)
    slip = text.series.slip
    for start, value in values:
        day = world.day((_end(start) - world.today).days + 5)
        is_slip = slip is not None and start == world.month(-slip[0])
        if day < world.today:
            shown = slip[1] if slip and is_slip else value
            _put(world, measure, start, shown, by=owner, after=at, moment=world.at(office, day, 15))
        if slip and is_slip:
            _put_right(world, measure, start, value, slip[2], by=owner, office=office)
    _change(world, text, measure, office, champion, at)
    return measure


def count(world: World) -> None:
    """Grades and signals of all measures, if numbers came since they were last counted: before anybody looks."""
    if world.has_new_numbers:
        actions.rebuild()
        world.has_new_numbers = False


def _definition(
    world: World, text: MeasureText, values: Sequence[tuple[date, float]], owner: Person, at: datetime
) -> Definition:
    is_counted = text.baseline is not None
    first, last = _first(world, at, COUNTED[0]), _end(_first(world, at, COUNTED[1]))
    return Definition(
        name=text.name, kind=Kind(text.kind), unit=Unit(text.unit), direction=Direction(text.direction),
        cadence=Cadence.MONTH, owner_id=owner.id, definition=text.definition,
        is_proxy=text.kind == Kind.PROCESS and proxies.is_likely(text.name),  # as the page suggests it
        baseline=_mean(text, [value for start, value in values if first <= start <= last]) if is_counted else None,
        baseline_start=first if is_counted else None,
        baseline_end=last if is_counted else None,
        target=Decimal(str(text.target)) if text.target is not None else None,
        target_on=world.day(text.promised) if text.promised else None,
    )  # fmt: skip


def _mean(text: MeasureText, values: Sequence[float]) -> Decimal:
    """The baseline as counted, so that the plan's number and the line of the chart are the same; else as told."""
    if not values:
        return Decimal(str(text.baseline))
    return Decimal(str(round(sum(values) / len(values), text.series.decimals if text.series.before < 100 else 0)))


def _first(world: World, at: datetime, months: int) -> date:
    """The month of the baseline: never one that was still to come when the measure began."""
    found = world.month(months)
    while _end(found) >= at.date():
        found = _before(found)
    return found


def _before(month: date) -> date:
    return (month - ONE_DAY).replace(day=1)


def _source(world: World, text: MeasureText) -> SourceWords:
    return SourceWords(text.source, text.definition, text.coverage, world.month(-MONTHS))


def _values(text: MeasureText, chance: random.Random, world: World) -> list[tuple[date, float]]:
    """Months with their values, the oldest first."""
    series = text.series
    found = []
    for number in range(-MONTHS, -series.stops):
        start = world.month(number)
        value = _level(series, start, world) + _chance(series, chance, world, start)
        if series.drift and number >= -STEADY:
            value += series.drift * (number + STEADY + 1)
        found.append((start, _within(text, value)))
    return found


def _level(series: Series, start: date, world: World) -> float:
    """Before the change, on the way, or after it."""
    if series.changed is None:
        return series.before
    changed = world.day(series.changed)
    passed = (start.year - changed.year) * 12 + start.month - changed.month
    share = min(1.0, max(0.0, (passed + 0.4) / series.ramp))
    return series.before + (series.after - series.before) * share


def _chance(series: Series, chance: random.Random, world: World, start: date) -> float:
    """The width of chance shrinks with the level: one day does not vary by four."""
    level = _level(series, start, world)
    width = series.spread * (min(1.0, max(0.08, level / series.before)) if series.before > 0 else 1.0)
    return chance.uniform(-1, 1) * width


def _within(text: MeasureText, value: float) -> float:
    value = max(0.0, value)
    if Unit(text.unit) is Unit.PERCENT:
        value = min(100.0, value)
    return round(value, text.series.decimals)


def _record(world: World, measure: Measure, start: date, value: float, *, by: Person, at: datetime) -> Observation:
    row = Observation(
        measure_id=measure.id, source_id=measure.sources[-1].id, period_start=start, period_end=_end(start),
        value=Decimal(str(value)), recorded_by_id=by.id, recorded_at=at,
    )  # fmt: skip
    db.session.add(row)
    db.session.flush()
    world.has_new_numbers = True
    events.record(
        "observation.recorded", row, by=by, at=at, office_id=measure.office_id, measure_id=measure.id,
        source_id=row.source_id, period_start=start.isoformat(), period_end=row.period_end.isoformat(),
        value=f"{row.value:f}", replaces_id=None,
    )  # fmt: skip
    return row


def _put(
    world: World, measure: Measure, start: date, value: float, *, by: Person, after: datetime, moment: datetime
) -> None:
    """Now where its day is over when the measure begins, else when that day comes."""
    if moment <= after:
        _record(world, measure, start, value, by=by, at=after)
    else:
        world.chronicle.put(moment, lambda at: _record(world, measure, start, value, by=by, at=at))


def _put_right(
    world: World, measure: Measure, start: date, value: float, reason: str, *, by: Person, office: Office
) -> None:
    """The number was wrong at first: the right one replaces it a fortnight later."""
    day = world.day((_end(start) - world.today).days + 19)
    if day < world.today:
        world.chronicle.put(world.at(office, day, 11), lambda at: _correct(measure, start, value, reason, by=by, at=at))


def _correct(measure: Measure, start: date, value: float, reason: str, *, by: Person, at: datetime) -> None:
    asked = db.select(Observation).where(Observation.measure_id == measure.id, Observation.period_start == start)
    actions.correct(db.session.scalars(asked).one(), measure, Figure(Decimal(str(value))), reason, by=by, at=at)


def _change(world: World, text: MeasureText, measure: Measure, office: Office, by: Person, at: datetime) -> None:
    """The dated change that the numbers should show."""
    if not text.change:
        return
    day = world.day(text.series.changed if text.series.changed is not None else USUAL_CHANGE)
    moment = world.at(office, day, 16)
    if moment > at:
        world.chronicle.put(moment, lambda at: actions.add_intervention(measure, day, text.change, by=by, at=at))


def _end(start: date) -> date:
    return start.replace(day=monthrange(start.year, start.month)[1])
