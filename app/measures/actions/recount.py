"""A number counted again by someone from outside the office. It is kept beside the number and changes none."""

from datetime import datetime

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.measures import policy, queries
from app.measures.actions.recompute import recompute
from app.measures.models import Measure, Observation, Recount
from app.measures.numbers import Figure
from app.measures.recounts import confirms
from app.notices import actions as notices
from app.offices.days import today_at


class NothingToRecount(BrokenRule):
    field = "observation_id"
    message = N_("Choose a number from after the change. An earlier one says nothing about what came of it.")


def recount(
    measure: Measure, row: Observation, figure: Figure, method: str, *, by: Person, at: datetime
) -> Recount:
    """Keep what was counted again for the period of `row`; the same once more changes nothing.

    Raises NotAllowed, NothingToRecount."""
    locks.hold(measure)
    if not policy.can_recount(by, measure, queries.recorder_ids(measure)):
        raise NotAllowed
    numbers = queries.numbers(measure)
    if row.id not in {one.id for one in queries.can_be_recounted(numbers, numbers.evidence())}:
        raise NothingToRecount
    made = Recount(
        measure_id=measure.id, period_start=row.period_start, period_end=row.period_end, value=figure.value,
        method=method, recorded_by_id=by.id, recorded_on=today_at(measure.office, at), recorded_at=at,
    )  # fmt: skip
    newest = next(iter(queries.recounts(measure)), None)
    if newest is not None and _said(newest) == _said(made):
        return newest
    db.session.add(made)
    db.session.flush()
    _tell(made, measure, is_confirmed=confirms(made.value, row.value), by=by, at=at)
    recompute(measure)
    return made


def _said(one: Recount) -> tuple[object, ...]:
    return one.period_start, one.period_end, one.value, one.method, one.recorded_by_id, one.recorded_on


def _tell(made: Recount, measure: Measure, *, is_confirmed: bool, by: Person, at: datetime) -> None:
    events.record(
        "measure.recounted", made, by=by, at=at, office_id=measure.office_id, measure_id=measure.id,
        period_start=made.period_start.isoformat(), period_end=made.period_end.isoformat(), value=f"{made.value:f}",
        is_confirmed=is_confirmed, method=events.text_digest(made.method, made.salt),
    )  # fmt: skip
    notices.notify(
        measure.owner_id, "measure_recounted", path=f"/measures/{measure.ref}#recounts", at=at, measure=measure.ref
    )
