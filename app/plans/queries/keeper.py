"""Who looks after a plan: always someone, also when its seat has ended. Asked anew each time, so that it is never old.

The champion; the deputy while the champion is away; else the champion of the same office in a newer cycle; else the
sponsor of the office or of the nearest one above; else the program office; else an administrator, of whom there is
always one. Rights do not come with it: who keeps a plan sees to it that it gets a champion again, or an end.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import ColumnElement, Integer, ScalarSelect, Select, and_, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import aliased, joinedload

from app.accounts.models import Person, Role, RoleGrant
from app.champions.models import Cycle, CycleState, Seat, SeatState
from app.core import reading
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan
from app.plans.policy import REVISABLE

MOST = 15


class As(StrEnum):
    """As what somebody looks after a plan."""

    CHAMPION = "champion"
    DEPUTY = "deputy"
    SUCCESSOR = "successor"
    SPONSOR = "sponsor"
    PROGRAM_OFFICE = "program_office"
    ADMINISTRATOR = "administrator"


ON_THE_SEAT = (As.CHAMPION, As.DEPUTY)


@dataclass(frozen=True)
class Keeper:
    person_id: int
    name: str
    kind: As

    @property
    def is_on_the_seat(self) -> bool:
        return self.kind in ON_THE_SEAT


@dataclass(frozen=True)
class Kept:
    """A plan that goes on without a champion or deputy who can act, and who looks after it."""

    plan: Plan
    keeper: Keeper


def is_with_champion(plan: Plan) -> bool:
    """True where its champion acts, so that nobody else need be looked for. Asks nothing of a plan read as a whole."""
    seat = plan.seat
    return seat is not None and seat.state is SeatState.ACTIVE and seat.champion.is_active


def for_plan(plan_id: int) -> Keeper:
    """In one question. Raises KeyError where there is no such plan."""
    return _keepers([plan_id])[plan_id]


def without_champion(most: int = MOST) -> Sequence[Kept]:
    """Plans that go on while nobody on their seat can act, the oldest first. One question where there is none."""
    left = (
        select(Plan)
        .where(Plan.state.in_(REVISABLE), ~_is_held())
        .options(joinedload(Plan.office), joinedload(Plan.cycle))
        .order_by(Plan.number)
        .limit(most)
    )
    plans = db.session.scalars(left).all()
    keepers = _keepers([plan.id for plan in plans]) if plans else {}
    return [Kept(plan, keepers[plan.id]) for plan in plans if plan.id in keepers]


def _is_held() -> ColumnElement[bool]:
    """Somebody on the seat of the plan can act: the champion, or a deputy."""
    is_champion = and_(Person.id == Seat.champion_id, Seat.state == SeatState.ACTIVE)
    return exists().where(
        Seat.office_id == Plan.office_id, Seat.cycle_id == Plan.cycle_id, Seat.to_on.is_(None),
        or_(is_champion, Person.id == Seat.deputy_id), Person.is_active,
    )  # fmt: skip


def _keepers(plan_ids: Sequence[int]) -> dict[int, Keeper]:
    """By plan, in one question."""
    rows = reading.rows(KEEPERS, {"plan_ids": plan_ids})
    return {row.plan_id: Keeper(row.person_id, row.name, As(row.kind)) for row in rows}


def _asked() -> Select[int, int, str, str]:
    holders = {kind: _holder(kind) for kind in As}
    kind: ColumnElement[str] = case(*((one.is_not(None), name.value) for name, one in holders.items()))
    return (
        select(Plan.id.label("plan_id"), Person.id.label("person_id"), Person.name, kind.label("kind"))
        .select_from(Plan)
        .join(Person, Person.id == func.coalesce(*holders.values()))
        .where(Plan.id.in_(bindparam("plan_ids", expanding=True, type_=Integer)))
    )


def _holder(kind: As) -> ScalarSelect[int]:
    """The id of the person who would keep the plan of the row as this; NULL where there is none."""
    if kind is As.SUCCESSOR:
        return _successor()
    if kind in ON_THE_SEAT:
        return _on_seat(kind)
    return _by_role(Role(kind.value), everywhere=kind is not As.SPONSOR)


def _on_seat(kind: As) -> ScalarSelect[int]:
    """The champion while they can act; a deputy who can."""
    seat, person = aliased(Seat), aliased(Person)
    asked = (
        select(person.id)
        .join(seat, person.id == (seat.champion_id if kind is As.CHAMPION else seat.deputy_id))
        .where(seat.office_id == Plan.office_id, seat.cycle_id == Plan.cycle_id, seat.to_on.is_(None), person.is_active)
    )
    if kind is As.CHAMPION:
        asked = asked.where(seat.state == SeatState.ACTIVE)
    return asked.limit(1).correlate(Plan).scalar_subquery()


def _successor() -> ScalarSelect[int]:
    seat, person, cycle, own = aliased(Seat), aliased(Person), aliased(Cycle), aliased(Cycle)
    return (
        select(person.id)
        .join(seat, and_(person.id == seat.champion_id, seat.state == SeatState.ACTIVE))
        .join(cycle, cycle.id == seat.cycle_id)
        .join(own, own.id == Plan.cycle_id)
        .where(
            seat.office_id == Plan.office_id, seat.to_on.is_(None), person.is_active,
            cycle.state == CycleState.OPEN, cycle.starts_on > own.starts_on,
        )
        .order_by(cycle.starts_on.desc(), seat.id)
        .limit(1)
        .correlate(Plan)
        .scalar_subquery()
    )  # fmt: skip


def _by_role(role: Role, *, everywhere: bool) -> ScalarSelect[int]:
    """Who holds the role on the office or the nearest one above; `everywhere`: else wherever it is held."""
    grant, person, held, own = aliased(RoleGrant), aliased(Person), aliased(Office), aliased(Office)
    is_above = own.path.startswith(held.path)
    asked = (
        select(person.id)
        .join(grant, grant.person_id == person.id)
        .join(held, held.id == grant.office_id)
        .join(own, own.id == Plan.office_id)
        .where(grant.role == role, grant.to_on.is_(None), person.is_active)
    )
    if not everywhere:
        asked = asked.where(is_above)
    nearest = (case((is_above, 0), else_=1), func.length(held.path).desc(), grant.id)
    return asked.order_by(*nearest).limit(1).correlate(Plan).scalar_subquery()


KEEPERS = reading.question(_asked)
"""Its two dozen names take ten times longer to put together than the database needs to answer: once is enough."""
