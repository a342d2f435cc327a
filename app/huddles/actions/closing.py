"""Closing a huddle: its agenda is frozen with the notes, and the next one is proposed."""

from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import NotAllowed
from app.extensions import db
from app.huddles import policy, queries
from app.huddles.actions.minutes import frozen
from app.huddles.actions.planning import propose_next
from app.huddles.errors import HasClosed, NotYet
from app.huddles.models import Huddle, HuddlePoint, HuddleState
from app.huddles.points import Section
from app.offices.days import agency_today


def close(huddle: Huddle, *, by: Person, at: datetime) -> Huddle | None:
    """Freeze the agenda as it stands, so that the minutes stay true; the next huddle, where one was proposed.

    Raises NotAllowed, HasClosed, NotYet.
    """
    if not policy.can_run(by, huddle):
        raise NotAllowed
    locks.hold(huddle)
    if not policy.is_open(huddle):
        raise HasClosed
    today = agency_today(at)
    if not policy.is_closable(huddle, today):
        raise NotYet
    count = _freeze(huddle, at)
    huddle.state, huddle.closed_at, huddle.closed_by_id = HuddleState.CLOSED, at, by.id
    db.session.flush()
    events.record("huddle.closed", huddle, by=by, at=at, cycle_id=huddle.cycle_id, points=count)
    return propose_next(huddle, by=by, at=at, today=today)


def _freeze(huddle: Huddle, at: datetime) -> int:
    """Every point as a row; one that was noted earlier stands as it is now. Nothing is kept of what is empty."""
    rows = {row.key: row for row in db.session.scalars(select(HuddlePoint).where(HuddlePoint.huddle_id == huddle.id))}
    points = [one for one in queries.agenda(huddle, agency_today(at)) if one.section is not Section.OTHER or one.words]
    for point in points:
        row = rows.pop(point.key, None)
        fresh = frozen(huddle, point, point.words)
        if row is None:
            db.session.add(fresh)
            continue
        for name in ("kind", "thing_id", "number", "heading", "office", "day", "who_id", "said", "count"):
            setattr(row, name, getattr(fresh, name))
    for empty in rows.values():
        db.session.delete(empty)
    return len(points)
