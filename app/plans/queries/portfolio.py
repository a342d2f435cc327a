"""The list of plans across offices: filters, pages by keyset, and seats that have not begun."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Select, and_, exists, func, or_, select
from sqlalchemy.orm import contains_eager, defer, joinedload, selectinload

from app.accounts.models import Person
from app.champions.models import Cycle, Seat
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.offices.models import Office
from app.offices.places import Place
from app.offices.queries import subtree_ids
from app.plans import policy
from app.plans.models import Plan, PlanState, PlanVersion
from app.plans.queries.drafts import drafts_holding
from app.plans.queries.plan import on_paper
from app.search import index

MOST_SEATS = 50
MOST_WORDS = 8
ORDER: Order[Any] = Order((Plan.number,), lambda row: row.Plan.number)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; None and empty narrow nothing."""

    cycle_id: int | None = None
    office: Place | None = None
    state: PlanState | None = None
    is_not_submitted: bool = False
    words: str = ""


@dataclass(frozen=True)
class Row:
    """One plan in the list: the version that it shows, its champion's name, and whether the viewer may open it."""

    plan: Plan
    version: PlanVersion | None
    champion: str
    is_open_to_viewer: bool


def submitted_page(filters: Filters, viewer: Person, after: int | None, before: int | None) -> Slice[Row]:
    """A page of plans, newest number first, in two queries. Drafts show as rows without title and figures."""
    asked = _filtered(filters, viewer)
    if viewer.is_channel_owner:  # whose channels a version touches decides whether they read it
        asked = asked.options(selectinload(Plan.versions).selectinload(PlanVersion.channels))
    found = keyset.page(asked, ORDER, after, before, read=db.session.execute)
    return replace(found, rows=[_row(plan, name or "", viewer) for plan, name in found.rows])


def cycles() -> Sequence[Cycle]:
    """All cycles, the newest first, for the filter."""
    return db.session.scalars(select(Cycle).order_by(Cycle.starts_on.desc(), Cycle.id.desc())).all()


def seats_without_plan(filters: Filters) -> Sequence[Seat]:
    """Seats in force whose office has not begun its plan, at most fifty."""
    has_plan = exists().where(Plan.office_id == Seat.office_id, Plan.cycle_id == Seat.cycle_id)
    asked = select(Seat).where(Seat.to_on.is_(None), ~has_plan)
    if filters.cycle_id is not None:
        asked = asked.where(Seat.cycle_id == filters.cycle_id)
    if filters.office is not None:
        asked = asked.where(Seat.office_id.in_(subtree_ids(filters.office)))
    people = (joinedload(Seat.office), joinedload(Seat.cycle), joinedload(Seat.champion))
    return db.session.scalars(asked.options(*people).order_by(Seat.id).limit(MOST_SEATS)).all()


def _filtered(filters: Filters, viewer: Person) -> Select[Plan, str]:
    is_current = and_(Seat.office_id == Plan.office_id, Seat.cycle_id == Plan.cycle_id, Seat.to_on.is_(None))
    asked = (
        select(Plan, Person.name)
        .join(Plan.office)
        .join(Plan.cycle)
        .outerjoin(Seat, is_current)
        .outerjoin(Person, Person.id == Seat.champion_id)
        .options(
            contains_eager(Plan.office), contains_eager(Plan.cycle),
            selectinload(Plan.versions).options(defer(PlanVersion.frozen)), selectinload(Plan.contributors),
        )
    )  # fmt: skip
    if filters.cycle_id is not None:
        asked = asked.where(Plan.cycle_id == filters.cycle_id)
    if filters.office is not None:
        asked = asked.where(Plan.office_id.in_(subtree_ids(filters.office)))
    if filters.state is not None:
        asked = asked.where(Plan.state == filters.state)
    if filters.is_not_submitted:
        asked = asked.where(~exists().where(PlanVersion.plan_id == Plan.id, PlanVersion.state.in_(policy.PUBLIC)))
    return _with_words(asked, filters.words, viewer)


def _with_words(asked: Select[Plan, str], words: str, viewer: Person) -> Select[Plan, str]:
    """The words stand in what everyone may read of the plan, in a draft that the viewer writes in, or all of them in
    the office's name."""
    if not words.strip():
        return asked
    names = (func.lower(Office.name).contains(word.lower(), autoescape=True) for word in words.split()[:MOST_WORDS])
    own = [plan.id for plan in drafts_holding(words, viewer)]
    return asked.where(or_(Plan.id.in_(index.matching(words, index.Kind.PLAN)), Plan.id.in_(own), and_(*names)))


def _row(plan: Plan, champion: str, viewer: Person) -> Row:
    reads_drafts = policy.can_read_drafts(viewer, plan)
    version = on_paper(plan) or (plan.versions[-1] if reads_drafts and plan.versions else None)
    return Row(plan, version, champion, policy.can_read(viewer, plan))
