"""Offices like the one that made a change: the same channels, and open reports about the same steps.

A report is similar where its channel and its stage of the customer's journey are those of a report linked to the plan;
it says nearly the same where half the words of its title are shared too. Bounded: the newest reports of each office
give the words, all of them the count.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from app.accounts.models import Person
from app.champions.models import Cycle, CycleState, Seat, SeatState
from app.core import reading
from app.core.folding import tokens
from app.offices.models import Channel, ChannelKind, Office
from app.pain_points.models import PainPoint, PlanLink, State
from app.plans.models import Plan, PlanVersion

MOST_LINKED, MOST_OFFICES, MOST_READ, MOST_SHOWN = 60, 150, 25, 20
OPEN = (State.RECEIVED, State.ACKNOWLEDGED, State.NEEDS_FACTS, State.ACCEPTED)
SEATED = (SeatState.ACTIVE, SeatState.ON_LEAVE)
SHARED = 0.5


@dataclass(frozen=True)
class Like:
    """An office and why it is like the other: shared channels, similar open reports, those in nearly the same words."""

    office_id: int
    office: str
    champion: str
    channels: tuple[ChannelKind, ...]
    reports: int = 0
    alike: int = 0


def offices(plan: Plan, version: PlanVersion, without: Collection[int] = ()) -> list[Like]:
    """Offices with a seat in an open cycle, the most alike first; at most MOST_SHOWN. Three queries."""
    linked = reading.rows(_linked(plan))
    if not linked:
        return []
    seated = _seated(version, {plan.office_id, *without})
    if not seated:
        return []
    found = defaultdict(list)
    for row in reading.rows(_similar(linked, list(seated))):
        found[row.office_id].append(row)
    words = [frozenset(tokens(row.title)) for row in linked]
    likes = [_like(seated[office_id], rows, words) for office_id, rows in found.items()]
    return sorted(likes, key=lambda one: (-one.alike, -one.reports, one.office))[:MOST_SHOWN]


def _linked(plan: Plan) -> Select[*tuple[Any, ...]]:
    """What customers told that the plan is about, also of links that ended with the plan."""
    asked = select(PainPoint.channel, PainPoint.stage, PainPoint.title).join(
        PlanLink, PlanLink.pain_point_id == PainPoint.id
    )
    return asked.where(PlanLink.plan_id == plan.id).order_by(PainPoint.id.desc()).limit(MOST_LINKED)


def _seated(version: PlanVersion, without: Collection[int]) -> dict[int, Like]:
    """Offices with a seat and a channel of a kind that the version touches."""
    kinds = {channel.kind for channel in version.channels}
    asked = (
        select(Office.id, Office.name, Person.name.label("champion"), Channel.kind)
        .join(Seat, Seat.office_id == Office.id)
        .join(Cycle, Cycle.id == Seat.cycle_id)
        .join(Person, Person.id == Seat.champion_id)
        .join(Channel, Channel.office_id == Office.id)
        .where(
            Seat.to_on.is_(None), Seat.state.in_(SEATED), Cycle.state == CycleState.OPEN, Office.closed_on.is_(None),
            Channel.closed_on.is_(None), Channel.kind.in_(kinds), Office.id.not_in(without),
        )
        .distinct()
        .order_by(Office.id, Channel.kind)
        .limit(MOST_OFFICES * len(ChannelKind))
    )  # fmt: skip
    shared: dict[int, dict[ChannelKind, Any]] = defaultdict(dict)
    for row in reading.rows(asked):
        shared[row.id][row.kind] = row
    return {office_id: _seat(list(rows.values())) for office_id, rows in shared.items()}


def _seat(rows: Sequence[Any]) -> Like:
    return Like(rows[0].id, rows[0].name, rows[0].champion, tuple(row.kind for row in rows))


def _similar(linked: Sequence[Any], office_ids: Sequence[int]) -> Select[*tuple[Any, ...]]:
    """The newest similar reports of each office, each with how many there are in all."""
    steps = {(row.channel, row.stage) for row in linked}
    same = or_(*(and_(PainPoint.channel == channel, PainPoint.stage == stage) for channel, stage in steps))
    place = func.row_number().over(partition_by=PainPoint.office_id, order_by=PainPoint.id.desc())
    ranked = (
        select(
            PainPoint.office_id, PainPoint.title, place.label("place"),
            func.count().over(partition_by=PainPoint.office_id).label("count"),
        )
        .where(PainPoint.office_id.in_(office_ids), PainPoint.state.in_(OPEN), same)
        .subquery()
    )  # fmt: skip
    return select(ranked).where(ranked.c.place <= MOST_READ)


def _like(seated: Like, rows: Sequence[Any], words: Sequence[frozenset[str]]) -> Like:
    alike = sum(_says_the_same(frozenset(tokens(row.title)), words) for row in rows)
    return Like(seated.office_id, seated.office, seated.champion, seated.channels, rows[0].count, alike)


def _says_the_same(title: frozenset[str], words: Iterable[frozenset[str]]) -> bool:
    return any(title and other and len(title & other) >= SHARED * min(len(title), len(other)) for other in words)
