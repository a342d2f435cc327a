"""Requests as their readers may see them, and their decisions."""

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import Select, and_, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.models import Person, Role, RoleGrant
from app.extensions import db
from app.funding import policy
from app.funding.models import Decision, FundingRequest, FundingRound, RequestMeasure, RequestState
from app.funding.queries.rounds import GRANTING
from app.offices.models import Office
from app.plans import policy as plans
from app.plans.models import Plan

MOST = 200
MOST_EARLIER = 10


def get_visible(number: int, viewer: Person) -> FundingRequest | None:
    """The request with its round, plan and decisions; None where the viewer may not read it."""
    with_decisions = joinedload(FundingRequest.decisions).joinedload(Decision.decided_by)
    asked = _whole().options(with_decisions).where(FundingRequest.number == number)
    found = db.session.scalars(asked).unique().one_or_none()
    return found if found is not None and policy.can_read(viewer, found) else None


def visible_in_rounds(rounds: Collection[FundingRound], viewer: Person) -> Sequence[FundingRequest]:
    """Requests of these rounds that the viewer may read: those that wait in the order handed in, then the newest."""
    rows = db.session.scalars(
        _whole()
        .options(selectinload(FundingRequest.decisions).joinedload(Decision.decided_by))
        .where(FundingRequest.round_id.in_([found.id for found in rounds]))
        .order_by(FundingRequest.state, FundingRequest.id.desc())
        .limit(MOST)
    ).all()
    readable = [request for request in rows if policy.can_read(viewer, request)]
    waiting = [request for request in readable if request.state in policy.WAITING]
    others = [request for request in readable if request.state not in policy.WAITING]
    return [*sorted(waiting, key=_handed_in), *sorted(others, key=lambda request: -request.id)]


def _handed_in(request: FundingRequest) -> tuple[datetime, int]:
    return request.submitted_at or request.created_at, request.id


def current_decision(request: FundingRequest) -> Decision | None:
    """The decision in force: the newest, which no other supersedes."""
    return request.decisions[-1] if request.decisions else None


def open_in_round(plan_id: int, round_id: int) -> FundingRequest | None:
    """The plan's request in this round, if there is one."""
    return db.session.scalar(
        select(FundingRequest).where(
            FundingRequest.plan_id == plan_id,
            FundingRequest.round_id == round_id,
            FundingRequest.state != RequestState.WITHDRAWN,
        )
    )


def earlier_grants(request: FundingRequest) -> Sequence[FundingRequest]:
    """Other requests of the same office that were granted, with their rounds and decisions, newest first. One query."""
    asked = (
        select(FundingRequest)
        .options(joinedload(FundingRequest.round), joinedload(FundingRequest.decisions))
        .join(Plan, Plan.id == FundingRequest.plan_id)
        .where(
            Plan.office_id == request.plan.office_id,
            FundingRequest.id != request.id,
            FundingRequest.decisions.any(GRANTING),
        )
        .order_by(FundingRequest.id.desc())
        .limit(MOST_EARLIER)
    )
    return db.session.scalars(asked).unique().all()


def locked(request: FundingRequest) -> FundingRequest:
    """The request read anew and held, with its round, until the transaction ends: one decision at a time."""
    db.session.scalar(select(FundingRound).where(FundingRound.id == request.round_id).with_for_update())
    held = select(FundingRequest).where(FundingRequest.id == request.id).with_for_update(of=FundingRequest)
    found = db.session.scalars(held.execution_options(populate_existing=True)).one()
    db.session.refresh(found, ["decisions"])
    return found


def plans_to_ask_for(person: Person) -> Sequence[Plan]:
    """Plans that go on whose champion or deputy this person is; what one still lacks, its page of asking says."""
    seats = [(grant.office_id, grant.cycle_id) for grant in person.rights.held if grant.role in plans.TEAM]
    if not seats:
        return []
    is_own = or_(*(and_(Plan.office_id == office, Plan.cycle_id == cycle) for office, cycle in seats))
    asked = select(Plan).where(is_own, Plan.state.in_(plans.REVISABLE)).options(joinedload(Plan.office))
    return db.session.scalars(asked.order_by(Plan.number.desc())).all()


def leader_ids(office: Office) -> Sequence[int]:
    """Leaders over an office, who are told of a new request."""
    return db.session.scalars(
        select(RoleGrant.person_id)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(
            RoleGrant.role == Role.LEADER,
            RoleGrant.to_on.is_(None),
            RoleGrant.office_id.in_(office.ancestor_ids),
            Person.is_active,
        )
        .distinct()
        .order_by(RoleGrant.person_id)
    ).all()


def team_ids(plan: Plan) -> Sequence[int]:
    """The plan's champion and deputy today."""
    return db.session.scalars(
        select(RoleGrant.person_id)
        .where(
            RoleGrant.role.in_(plans.TEAM),
            RoleGrant.office_id == plan.office_id,
            RoleGrant.cycle_id == plan.cycle_id,
            RoleGrant.to_on.is_(None),
        )
        .order_by(RoleGrant.person_id)
    ).all()


def measure_ids(request: FundingRequest) -> Sequence[int]:
    """The measures that a draft rests on, in their order."""
    return db.session.scalars(
        select(RequestMeasure.measure_id)
        .where(RequestMeasure.request_id == request.id)
        .order_by(RequestMeasure.position)
    ).all()


def _whole() -> Select[FundingRequest]:
    """What everybody reads of a request; its decisions come as the page needs them."""
    return select(FundingRequest).options(
        joinedload(FundingRequest.round),
        joinedload(FundingRequest.plan).options(joinedload(Plan.office), joinedload(Plan.cycle)),
        joinedload(FundingRequest.author),
    )
