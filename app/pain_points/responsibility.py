"""Who has reports in hand, after seats, offices, cycles or people changed: always someone, found anew and stored.

Who it is for one office says champions/responsibility; here only the pass over stored reports. Routes and commands
that change seats, offices, cycles or people call `reassign` in the same transaction.
"""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Row, case, select
from sqlalchemy.orm import load_only

from app.accounts.models import Person
from app.champions.models import Cycle, CycleState, Seat, SeatState
from app.champions.responsibility import responsible_for
from app.core import events
from app.extensions import db
from app.notices.actions import notify
from app.offices.models import Office
from app.pain_points.models import PainPoint
from app.pain_points.policy import HELD

Group = Row[tuple[int, str, int]]


def reassign(*, at: datetime) -> int:
    """Give every report in hand whose responsible person is no longer the right one to the right one; say how many.

    Events for each report, one notice for each person who got some. Safe to repeat. Raises NobodyResponsible.
    """
    db.session.flush()
    groups = _groups()
    if not groups:
        return 0
    holders = _holders()
    moved: dict[int, int] = defaultdict(int)
    for group in groups:
        heir = _nearest(group.path, holders) or _fallback(group.office_id)
        if heir != group.responsible_id:
            moved[heir] += _hand_over(group, heir, at)
    for person_id, count in moved.items():
        notify(person_id, "responsible_changed", path="/pain-points?state=to_answer", at=at, count=count)
    return sum(moved.values())


def _groups() -> list[Group]:
    """Each office with reports in hand and who has them now: a few rows, however many reports there are."""
    return list(
        db.session.execute(
            select(PainPoint.office_id, Office.path, PainPoint.responsible_id)
            .join(PainPoint.office)
            .where(PainPoint.state.in_(HELD))
            .group_by(PainPoint.office_id, Office.path, PainPoint.responsible_id)
        )
    )


def _holders() -> dict[int, int]:
    """Office id to the person who acts in its seat; where cycles overlap the newest counts."""
    acting = case((Seat.state == SeatState.ON_LEAVE, Seat.deputy_id), else_=Seat.champion_id)
    rows = db.session.execute(
        select(Seat.office_id, Person.id)
        .join(Person, acting == Person.id)
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .where(
            Seat.to_on.is_(None),
            Seat.state.in_((SeatState.ACTIVE, SeatState.ON_LEAVE)),
            Cycle.state == CycleState.OPEN,
            Person.is_active,
        )
        .order_by(Cycle.starts_on, Seat.id.desc())
    )
    return {office_id: person_id for office_id, person_id in rows}  # noqa: C416  # a Row is no pair for dict()


def _nearest(path: str, holders: Mapping[int, int]) -> int | None:
    upward = (int(part) for part in reversed(path.strip("/").split("/")))
    return next((holders[office_id] for office_id in upward if office_id in holders), None)


def _fallback(office_id: int) -> int:
    office = db.session.get_one(Office, office_id)
    return responsible_for(office).id


def _hand_over(group: Group, heir: int, at: datetime) -> int:
    """Move one group. The lock numbers rise: an answer written by the person before is not sent blindly."""
    found = db.session.scalars(
        select(PainPoint)
        .where(
            PainPoint.office_id == group.office_id,
            PainPoint.responsible_id == group.responsible_id,
            PainPoint.state.in_(HELD),
        )
        .options(load_only(PainPoint.id, PainPoint.lock, PainPoint.responsible_id))
        .with_for_update()
    ).all()
    for point in found:
        point.responsible_id = heir
        events.record(
            "pain_point.reassigned", point, by=None, at=at, office_id=group.office_id,
            person_id=heir, before_id=group.responsible_id,
        )  # fmt: skip
    return len(found)
