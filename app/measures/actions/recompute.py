"""What is stored with a measure although it follows from its numbers: latest, freshness, signal, grade.

Written past the lock number: a new number must not turn somebody's open edit form into a lost update.
"""

from typing import Any

from sqlalchemy import select, update

from app.extensions import db
from app.measures.models import Measure, Observation
from app.measures.periods import fresh_until
from app.measures.queries import evidence_of, holding, numbers, with_grade_from
from app.measures.queries.peers import COMPARABLE
from app.measures.recounts import holds_until

MAY_REST_ON_OTHERS = COMPARABLE - 1
"""One less: the step for a changed source may have been taken."""


def recompute(measure: Measure) -> bool:
    """Store anew what follows from the numbers, for the measure and for those compared with it; True if it changed."""
    db.session.flush()
    has_changed = _store(measure)
    for other in with_grade_from(measure, MAY_REST_ON_OTHERS):
        has_changed |= _store(other)
    return has_changed


def rebuild() -> int:
    """Compute every measure anew; how many of them held something else. Zero unless something was stored wrongly."""
    measures = db.session.scalars(select(Measure).order_by(Measure.id)).all()
    return sum(_store(measure) for measure in measures)


def _store(measure: Measure) -> bool:
    db.session.expire(measure, ["interventions", "sources"])
    wanted = _stored(measure)
    if all(getattr(measure, name) == value for name, value in wanted.items()):
        return False
    past_the_lock = update(Measure).where(Measure.id == measure.id).values(**wanted)
    db.session.execute(past_the_lock, execution_options={"synchronize_session": False})
    db.session.expire(measure, list(wanted))
    return True


def _stored(measure: Measure) -> dict[str, Any]:
    known = numbers(measure)
    observations = known.observations
    newest: Observation | None = observations[-1] if observations else None
    latest_end = newest.period_end if newest else None
    found = evidence_of(known)
    recounted = holding(known, found)
    return {
        "latest": newest.value if newest else None,
        "latest_end": latest_end,
        "stale_after": fresh_until(latest_end, measure.created_at.date(), measure.cadence),
        "grade": found.grade,
        "checked_until": holds_until(recounted.recorded_on) if recounted else None,
        "signal": found.signal,
    }
