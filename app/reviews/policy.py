"""Who may do what in the review of a plan. Plain predicates, no queries.

Remarks are talk between those who work on the plan and those who read it for the program: not everyone who reads a
submitted version reads them. Nobody remarks on their own plan; only its team answers; only who asked settles.
`writers` are ids of those who wrote in the plan or write along in it: they do not review it, whatever else they are.
"""

from collections.abc import Collection

from app.accounts.models import Person, Role
from app.champions.models import CycleState
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion
from app.reviews.models import Remark

REVIEWERS = (Role.PROGRAM_OFFICE, Role.REVIEWER)


def can_read(person: Person, plan: Plan) -> bool:
    """Who may read drafts, and reviewers."""
    return plans.can_read_drafts(person, plan) or person.has_role(Role.REVIEWER, plan.office)


def is_reviewer(person: Person, plan: Plan) -> bool:
    """The program office, reviewers and the coach."""
    return plans.is_coach(person, plan) or person.has_any_role(*REVIEWERS, office=plan.office)


def may_ever_remark(person: Person, plan: Plan, writers: Collection[int]) -> bool:
    """Who reviews, but nobody who is on the plan's team or wrote in it."""
    return is_reviewer(person, plan) and not _is_own(person, plan, writers)


def can_remark(person: Person, version: PlanVersion, writers: Collection[int]) -> bool:
    """While the version is not decided, on what they may read of it."""
    is_open = version.state in plans.OPEN and plans.can_read_version(person, version)
    return is_open and may_ever_remark(person, version.plan, writers)


def is_kept_out(person: Person, version: PlanVersion, writers: Collection[int]) -> bool:
    """Would review it now, but works on the plan: somebody else does."""
    is_now = version.state in plans.OPEN and is_reviewer(person, version.plan)
    return is_now and _is_own(person, version.plan, writers)


def can_answer(person: Person, plan: Plan) -> bool:
    """Champion and deputy."""
    return plans.is_on_team(person, plan)


def can_settle(person: Person, remark: Remark, writers: Collection[int], *, has_asker: bool) -> bool:
    """Who asked; where they have no part in the review any more, the program office. Never the team, nor who wrote."""
    plan = remark.plan
    if _is_own(person, plan, writers):
        return False
    return person.id == remark.author_id or (not has_asker and person.has_role(Role.PROGRAM_OFFICE, plan.office))


def can_name_coach(person: Person, plan: Plan) -> bool:
    """The program office, while the cycle runs; not for a plan of one's own."""
    is_running = plan.cycle.state is not CycleState.CLOSED
    is_officer = person.has_role(Role.PROGRAM_OFFICE, plan.office)
    return is_running and is_officer and not plans.is_on_team(person, plan)


def _is_own(person: Person, plan: Plan, writers: Collection[int]) -> bool:
    return person.id in writers or plans.is_on_team(person, plan)
