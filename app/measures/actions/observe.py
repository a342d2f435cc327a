"""Numbers: recorded, corrected by a later row, saved from a pasted table. No row is ever changed.

The measure's row is locked first, so that two at once see each other's numbers.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.measures import policy
from app.measures.actions.recompute import recompute
from app.measures.models import Measure, Observation, Source
from app.measures.numbers import Figure
from app.measures.pasted import Line
from app.measures.periods import Period
from app.measures.previews import Judged, Outcome, Preview, check_free, is_same, judge
from app.measures.queries import current
from app.offices.days import today_at


class AlreadyRecorded(BrokenRule):
    field = "period"
    message = N_("This period has a number already: %(value)s. Correct it instead.")


class AlreadyCorrected(BrokenRule):
    message = N_("Someone corrected this number in the meantime. It is %(value)s now; correct that one if it is wrong.")


class NothingToCorrect(BrokenRule):
    field = "value"
    message = N_("This is the number that is there already.")


class NeedsReason(BrokenRule):
    field = "reason"
    message = N_("Write why the numbers are replaced. Everyone who reads them sees it.")


class ChangedMeanwhile(BrokenRule):
    message = N_("Numbers were recorded since you looked. Look at what saving would do now.")


def record(
    measure: Measure, source: Source, period: Period, figure: Figure, *, by: Person, at: datetime
) -> Observation:
    """Record one number. Raises NotAllowed, NotOver, Overlaps, AlreadyRecorded."""
    rows = _current_of(measure, source, by)
    check_free(period, [Period(row.period_start, row.period_end) for row in rows], today_at(measure.office, at))
    for row in rows:
        if (row.period_start, row.period_end) == period:
            raise AlreadyRecorded(value=f"{row.value.normalize():f}")
    made = _add(measure, source, period, figure, by=by, at=at)
    _note("observation.recorded", made, measure, by=by, at=at)
    recompute(measure)
    return made


def correct(
    row: Observation, measure: Measure, figure: Figure, reason: str, *, by: Person, at: datetime
) -> Observation:
    """Replace a current number, with a reason. Raises NotAllowed, NeedsReason, AlreadyCorrected, NothingToCorrect."""
    source = db.session.get_one(Source, row.source_id)
    now = {(found.period_start, found.period_end): found for found in _current_of(measure, source, by)}
    standing = now.get((row.period_start, row.period_end))
    if standing is None or standing.id != row.id:
        raise AlreadyCorrected(value=f"{standing.value.normalize():f}" if standing else "?")
    if is_same(row, figure):
        raise NothingToCorrect
    if not reason:
        raise NeedsReason
    made = _replace(row, measure, source, figure, reason, by=by, at=at)
    recompute(measure)
    return made


def save_lines(
    measure: Measure, source: Source, lines: Sequence[Line], *, seen: str, reason: str, by: Person, at: datetime
) -> Preview:
    """Save what can be saved of a pasted table, if it would still do what the person saw.

    Raises NotAllowed, ChangedMeanwhile, NeedsReason. What is there already stays: repeating does nothing.
    """
    rows = _current_of(measure, source, by)
    preview = judge(lines, rows, today_at(measure.office, at))
    if not preview.to_save and preview.of(Outcome.SAME):
        return preview
    if preview.seen != seen:
        raise ChangedMeanwhile
    if preview.of(Outcome.REPLACES) and not reason:
        raise NeedsReason
    for judged in preview.to_save:
        _save(judged, measure, source, reason, by=by, at=at)
    if preview.to_save:
        new, replaced = len(preview.of(Outcome.NEW)), len(preview.of(Outcome.REPLACES))
        events.record(
            "measure.observations_pasted", measure, by=by, at=at, office_id=measure.office_id,
            source_id=source.id, new=new, replaced=replaced,
        )  # fmt: skip
        recompute(measure)
    return preview


def _save(judged: Judged, measure: Measure, source: Source, reason: str, *, by: Person, at: datetime) -> None:
    line, existing = judged.line, judged.existing
    if line.period is None or line.figure is None:
        raise ValueError("a line that cannot be read is never saved")
    if existing:
        _replace(existing, measure, source, line.figure, reason, by=by, at=at)
    else:
        _add(measure, source, line.period, line.figure, by=by, at=at)


def _current_of(measure: Measure, source: Source, by: Person) -> list[Observation]:
    """The source's current rows, the measure being locked until the transaction ends."""
    if not policy.can_record(by, measure):
        raise NotAllowed
    locks.hold(measure)
    return [row for row in current([measure.id]) if row.source_id == source.id]


def _replace(
    row: Observation, measure: Measure, source: Source, figure: Figure, reason: str, *, by: Person, at: datetime
) -> Observation:
    period = Period(row.period_start, row.period_end)
    made = _add(measure, source, period, figure, by=by, at=at, replaces=row, reason=reason)
    _note("observation.corrected", made, measure, by=by, at=at, reason=events.text_digest(reason, made.salt))
    return made


def _add(
    measure: Measure, source: Source, period: Period, figure: Figure, *, by: Person, at: datetime,
    replaces: Observation | None = None, reason: str = "",
) -> Observation:  # fmt: skip
    made = Observation(
        measure_id=measure.id, source_id=source.id, period_start=period.start, period_end=period.end,
        value=figure.value, numerator=figure.numerator, denominator=figure.denominator,
        replaces_id=replaces.id if replaces else None, reason=reason, recorded_by_id=by.id, recorded_at=at,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    return made


def _note(verb: str, row: Observation, measure: Measure, *, by: Person, at: datetime, **more: Any) -> None:
    events.record(
        verb, row, by=by, at=at, office_id=measure.office_id, measure_id=measure.id, source_id=row.source_id,
        period_start=row.period_start.isoformat(), period_end=row.period_end.isoformat(), value=f"{row.value:f}",
        replaces_id=row.replaces_id, **more,
    )  # fmt: skip
