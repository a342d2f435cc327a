"""The people of a cycle, one question each: who speaks for which office, what its plan says, what was fixed."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, func, or_, select
from sqlalchemy.orm import aliased

from app.accounts.models import Credit, Person
from app.champions.models import Cycle, Seat, SeatState
from app.extensions import db
from app.offices.models import Office
from app.pain_points.models import PainPoint, Reply, ReplyKind, State
from app.plans.models import Plan, PlanVersion, VersionState

FIXED = (State.FIXED, State.CONFIRMED, State.CLOSED)
SHOWN = 3


@dataclass(frozen=True)
class Sitting:
    """A seat of the cycle. `title`, `before` and `after` (days) are those of the accepted version, if there is one."""

    seat_id: int
    state: SeatState
    to_on: date | None
    office: str
    region: str
    champion: Person
    deputy: str
    plan_number: int | None
    title: str
    before: int | None
    after: int | None


@dataclass(frozen=True)
class Repair:
    """Something that the people of a seat fixed; the reporter's name only where they want it told."""

    number: int
    title: str
    fixed_on: date
    reporter: str


@dataclass(frozen=True)
class Repairs:
    """The newest few, and how many there are."""

    newest: Sequence[Repair] = ()
    count: int = 0


def sittings(cycle: Cycle) -> list[Sitting]:
    """Everyone who has or had a seat to its end, by office; who handed theirs over made room for the next."""
    champion, deputy, region = aliased(Person), aliased(Person), aliased(Office)
    rows = db.session.execute(
        select(
            Seat, champion, deputy.name, Office.name, region.name,
            Plan.number, PlanVersion.id, Plan.title, PlanVersion.today_days, PlanVersion.after_days,
        )
        .join(Office, Office.id == Seat.office_id)
        .outerjoin(region, and_(region.id == Office.parent_id, region.parent_id.is_not(None)))
        .join(champion, champion.id == Seat.champion_id)
        .outerjoin(deputy, deputy.id == Seat.deputy_id)
        .outerjoin(Plan, and_(Plan.office_id == Seat.office_id, Plan.cycle_id == Seat.cycle_id))
        .outerjoin(PlanVersion, and_(PlanVersion.plan_id == Plan.id, PlanVersion.state == VersionState.ACCEPTED))
        .where(Seat.cycle_id == cycle.id, Seat.state != SeatState.HANDED_OVER)
        .order_by(Office.path, Seat.id.desc(), PlanVersion.number.desc())
    )  # fmt: skip
    found: dict[int, Sitting] = {}
    for seat, who, deputy_name, office, above, number, accepted, title, before, after in rows:
        plan = (number, title, before, after) if accepted else (None, "", None, None)
        sitting = Sitting(seat.id, seat.state, seat.to_on, office, above or "", who, deputy_name or "", *plan)
        found.setdefault(seat.office_id, sitting)
    return list(found.values())


def repairs(cycle: Cycle) -> dict[int, Repairs]:
    """By seat: what its champion or deputy said was fixed, in their office and below, while the cycle ran."""
    own, at, reporter = aliased(Office), aliased(Office), aliased(Person)
    said = select(Reply.pain_point_id, Reply.author_id).where(Reply.kind == ReplyKind.FIXED).distinct().subquery()
    is_told = reporter.credit == Credit.BY_NAME
    ranked = (
        select(
            Seat.id.label("seat_id"), PainPoint.number, PainPoint.title, PainPoint.fixed_on,
            reporter.name.label("reporter"),
            func.row_number().over(
                partition_by=Seat.id, order_by=(PainPoint.fixed_on.desc(), PainPoint.id.desc())
            ).label("place"),
            func.count().over(partition_by=Seat.id).label("all"),
        )
        .join(said, or_(said.c.author_id == Seat.champion_id, said.c.author_id == Seat.deputy_id))
        .join(PainPoint, PainPoint.id == said.c.pain_point_id)
        .join(own, own.id == Seat.office_id)
        .join(at, and_(at.id == PainPoint.office_id, at.path.startswith(own.path)))
        .outerjoin(reporter, and_(reporter.id == PainPoint.reporter_id, ~PainPoint.is_anonymous, is_told))
        .where(
            Seat.cycle_id == cycle.id, PainPoint.state.in_(FIXED),
            PainPoint.fixed_on.between(cycle.starts_on, cycle.ends_on),
        )
        .subquery()
    )  # fmt: skip
    newest, counts = defaultdict(list), {}
    for row in db.session.execute(select(ranked).where(ranked.c.place <= SHOWN).order_by(ranked.c.place)):
        newest[row.seat_id].append(Repair(row.number, row.title, row.fixed_on, row.reporter or ""))
        counts[row.seat_id] = row.all
    return {seat_id: Repairs(found, counts[seat_id]) for seat_id, found in newest.items()}
