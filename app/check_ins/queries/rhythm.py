"""What the rhythm of asking rests on: since when a plan is in force, when it was asked last, how long it is silent."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile
from typing import Any

from sqlalchemy import Select, func, select

from app.accounts.models import Person
from app.champions.models import Cycle, CycleState, Seat
from app.check_ins.models import CheckIn, CheckInState
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan, PlanState, PlanVersion, VersionState
from app.plans.turns import Turn, TurnKind

LONG_AGO = 12
"""More silences in a row than anybody counts."""


@dataclass(frozen=True)
class Begun:
    """In force since `on`; asked, resumed or seated `last`; silences count from `since`: this seat, the last pause."""

    on: date
    last: date
    since: date


@dataclass(frozen=True)
class Rhythm:
    """A plan that may have to be asked, with the place of its office in the tree."""

    plan_id: int
    path: str
    begun: Begun


def beginning(plan_id: int) -> Begun | None:
    """None where no version was ever accepted, or nobody holds the seat."""
    found = _read(_rhythms().where(Plan.id == plan_id))
    return found[0].begun if found else None


def all_rhythms() -> list[Rhythm]:
    """Active plans of open cycles whose seat is held; one query."""
    return _read(_rhythms().where(Plan.state == PlanState.ACTIVE, Cycle.state == CycleState.OPEN).order_by(Plan.id))


def open_ids() -> Sequence[tuple[int, str]]:
    """Every open check-in with the place of its plan's office."""
    return [
        (row.id, row.path)
        for row in db.session.execute(
            select(CheckIn.id, Office.path)
            .join(Plan, Plan.id == CheckIn.plan_id)
            .join(Office, Office.id == Plan.office_id)
            .where(CheckIn.state == CheckInState.OPEN)
            .order_by(CheckIn.id)
        )
    ]


def silences(plan_id: int, since: date) -> int:
    """How often in a row nothing was heard from a plan, up to its newest check-in. Excused ones do not count."""
    states = db.session.scalars(
        select(CheckIn.state)
        .where(CheckIn.plan_id == plan_id, CheckIn.asked_on >= since, CheckIn.state != CheckInState.EXCUSED)
        .order_by(CheckIn.asked_on.desc())
        .limit(LONG_AGO)
    )
    return len(list(takewhile(lambda state: state is CheckInState.SILENT, states)))


def _rhythms() -> Select[*tuple[Any, ...]]:
    accepted = func.min(PlanVersion.decided_at)
    in_force = select(accepted).where(PlanVersion.plan_id == Plan.id, PlanVersion.state == VersionState.ACCEPTED)
    asked = select(func.max(CheckIn.asked_on)).where(CheckIn.plan_id == Plan.id)
    resumed = select(func.max(Turn.happened_on)).where(Turn.plan_id == Plan.id, Turn.kind == TurnKind.RESUMED)
    return (
        select(
            Plan.id, Office.path, Seat.from_on.label("seated"), in_force.scalar_subquery().label("accepted"),
            asked.scalar_subquery().label("asked"), resumed.scalar_subquery().label("resumed"),
        )
        .join(Office, Office.id == Plan.office_id)
        .join(Cycle, Cycle.id == Plan.cycle_id)
        .join(Seat, (Seat.office_id == Plan.office_id) & (Seat.cycle_id == Plan.cycle_id) & Seat.to_on.is_(None))
        .join(Person, Person.id == Seat.champion_id)
    )  # fmt: skip


def _read(asked: Select[*tuple[Any, ...]]) -> list[Rhythm]:
    return [
        Rhythm(row.id, row.path, _begun(row)) for row in db.session.execute(asked).all() if row.accepted is not None
    ]


def _begun(row: Any) -> Begun:
    on = row.accepted.date()
    since = max(filter(None, (row.seated, row.resumed)))
    return Begun(on, max(filter(None, (on, since, row.asked))), since)
