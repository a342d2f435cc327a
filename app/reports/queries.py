"""Reading reports: the list, one by its number, what superseded it, and whom to tell."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, false, or_, select
from sqlalchemy.orm import joinedload, undefer
from sqlalchemy.orm.interfaces import ORMOption

from app.accounts.models import Person, Role, RoleGrant
from app.accounts.rights import Right
from app.champions.models import Cycle, CycleState
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.offices.models import Office
from app.offices.places import Place
from app.offices.queries import subtree_ids
from app.plans.models import Plan
from app.plans.policy import TEAM
from app.reports import policy
from app.reports.models import Report, Scope, State

ORDER: Order[Report] = Order((Report.number,), lambda report: report.number)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to; None narrows nothing."""

    scope: Scope | None = None
    state: State | None = None
    office: Place | None = None
    cycle_id: int | None = None


def page(filters: Filters, viewer: Person, after: int | None = None, before: int | None = None) -> Slice[Report]:
    """Reports that the viewer may read, newest first; `after` and `before` are numbers of reports."""
    asked = select(Report).where(_readable(viewer), *_chosen(filters)).options(*_loaded())
    return keyset.page(asked, ORDER, after, before)


def get_visible(number: int, viewer: Person, *, whole: bool = False) -> Report | None:
    """The report, None where the viewer may not read it. `whole`: with its frozen page."""
    asked = select(Report).where(Report.number == number).options(*_loaded())
    found = db.session.scalar(asked.options(undefer(Report.page_html)) if whole else asked)
    return found if found is not None and policy.can_read(viewer, found) else None


def correction_of(report: Report) -> Report | None:
    """The report that supersedes this one, or the draft that will."""
    return db.session.scalar(select(Report).where(Report.supersedes_id == report.id).options(*_loaded()))


def reportable_plans(person: Person) -> Sequence[Plan]:
    """Plans that this person may report on, the newest first."""
    seats = [(grant.office_id, grant.cycle_id) for grant in person.rights.held if grant.role in TEAM]
    own = or_(false(), *(and_(Plan.office_id == office, Plan.cycle_id == cycle) for office, cycle in seats))
    return db.session.scalars(
        select(Plan).where(own).options(joinedload(Plan.office), joinedload(Plan.cycle)).order_by(Plan.number.desc())
    ).all()


def newest_cycle() -> Cycle | None:
    """The open cycle that began last."""
    asked = select(Cycle).where(Cycle.state == CycleState.OPEN).order_by(Cycle.starts_on.desc(), Cycle.id.desc())
    return db.session.scalar(asked.limit(1))


def cycles() -> Sequence[Cycle]:
    return db.session.scalars(select(Cycle).order_by(Cycle.starts_on.desc(), Cycle.id.desc())).all()


def people_to_tell(office: Office) -> Sequence[Person]:
    """The nearest heads of office upward, and the program office of the office or above."""
    rows = db.session.execute(
        select(Person, RoleGrant.role, Office.path)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .join(Office, Office.id == RoleGrant.office_id)
        .where(
            RoleGrant.role.in_((Role.SPONSOR, Role.PROGRAM_OFFICE)), RoleGrant.to_on.is_(None), Person.is_active,
            RoleGrant.office_id.in_(office.ancestor_ids),
        )
        .order_by(Person.id)
    ).all()  # fmt: skip
    nearest = max((len(path) for _, role, path in rows if role is Role.SPONSOR), default=0)
    told = {p.id: p for p, role, path in rows if role is Role.PROGRAM_OFFICE or len(path) == nearest}
    return list(told.values())


def _readable(viewer: Person) -> ColumnElement[bool]:
    """As policy.can_read, in SQL: what is not a draft, one's own drafts, and those of one's offices and plans."""
    heads = (Role.SPONSOR, Role.PROGRAM_OFFICE, Role.AUDITOR)
    may: list[ColumnElement[bool]] = [Report.state != State.DRAFT, Report.author_id == viewer.id]
    for grant in viewer.rights.held:
        if grant.role in heads:
            may.append(_drafts_below(grant))
        elif grant.role in TEAM:
            own = and_(Plan.office_id == grant.office_id, Plan.cycle_id == grant.cycle_id)
            may.append(and_(Report.scope == Scope.PLAN, Report.plan_id.in_(select(Plan.id).where(own))))
    return or_(*may)


def _drafts_below(grant: Right) -> ColumnElement[bool]:
    below = Report.office_id.in_(subtree_ids(grant.office))
    if grant.role is Role.AUDITOR:
        return below
    if grant.role is Role.PROGRAM_OFFICE and grant.office.parent_id is None:
        return Report.scope.in_((Scope.OFFICE, Scope.PROGRAM))
    return and_(below, Report.scope == Scope.OFFICE)


def _chosen(filters: Filters) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if filters.scope is not None:
        wanted.append(Report.scope == filters.scope)
    if filters.state is not None:
        wanted.append(Report.state == filters.state)
    if filters.office is not None:
        wanted.append(Report.office_id.in_(subtree_ids(filters.office)))
    if filters.cycle_id is not None:
        wanted.append(Report.cycle_id == filters.cycle_id)
    return wanted


def _loaded() -> tuple[ORMOption, ...]:
    people = (joinedload(Report.author), joinedload(Report.published_by), joinedload(Report.supersedes))
    return (joinedload(Report.plan).joinedload(Plan.office), joinedload(Report.office), *people)
