"""Who may run rounds, ask, read and decide. Plain predicates, no queries.

Nobody decides on what they wrote, own, asked for or profit from, whatever other roles they hold.
"""

from collections.abc import Collection
from datetime import date

from app.accounts.models import Person, Role
from app.funding.models import FundingRequest, FundingRound, RequestState, RoundState
from app.plans import policy as plans
from app.plans.models import Plan

WAITING = (RequestState.SUBMITTED, RequestState.IN_REVIEW)
DECIDED = (RequestState.DECIDED, RequestState.DELIVERED, RequestState.CHECKED)
WATCHERS = (Role.LEADER, Role.PROGRAM_OFFICE, Role.SPONSOR, Role.AUDITOR)

ROUND_STEPS: dict[RoundState, tuple[RoundState, ...]] = {
    RoundState.PLANNED: (RoundState.OPEN,),
    RoundState.OPEN: (RoundState.CLOSED,),
    RoundState.CLOSED: (RoundState.OPEN,),
}


def can_run_rounds(person: Person) -> bool:
    """Make, change, open and close rounds: a round is the whole agency's."""
    return person.has_role_everywhere(Role.PROGRAM_OFFICE)


def takes_requests(found: FundingRound, today: date) -> bool:
    return found.state is RoundState.OPEN and found.opens_on <= today <= found.closes_on


def can_ask(person: Person, plan: Plan) -> bool:
    """The plan's champion or deputy; what the plan lacks for it, queries.readiness says."""
    return plans.is_on_team(person, plan)


def can_edit(person: Person, request: FundingRequest) -> bool:
    return request.state is RequestState.DRAFT and plans.is_on_team(person, request.plan)


def can_read(person: Person, request: FundingRequest) -> bool:
    """Drafts are the team's; submitted ones those who watch over the office; decided ones everyone."""
    if request.state in DECIDED or plans.is_on_team(person, request.plan):
        return True
    if request.state in (RequestState.DRAFT, RequestState.WITHDRAWN):
        return False
    return person.has_any_role(*WATCHERS, office=request.plan.office)


def can_decide(person: Person, request: FundingRequest, writer_ids: Collection[int]) -> bool:
    """A leader over the plan's office who has no part in it. `writer_ids` wrote in the plan."""
    is_leader = person.has_role(Role.LEADER, request.plan.office)
    return is_leader and not profits(person, request, writer_ids)


def profits(person: Person, request: FundingRequest, writer_ids: Collection[int]) -> bool:
    """True for who wrote or asked, works in the office, heads it, or is on the plan's team."""
    plan = request.plan
    has_written = person.id == request.author_id or person.id in writer_ids
    works_there = person.office_id == plan.office_id
    heads_it = any(grant.role is Role.SPONSOR and grant.office_id == plan.office_id for grant in person.rights.held)
    return has_written or works_there or heads_it or plans.is_on_team(person, plan)
