"""Who may do what in the review of a plan. Plain predicates, no queries.

Remarks are talk between those who work on the plan and those who read it for the program: not everyone who reads a
submitted version reads them. Nobody remarks on their own plan; only its team answers; only who asked settles.
"""

from app.accounts.models import Person, Role
from app.champions.models import CycleState
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion
from app.reviews.models import Remark

REVIEWERS = (Role.PROGRAM_OFFICE, Role.REVIEWER)


def can_read(person: Person, plan: Plan) -> bool:
    """Who may read drafts, and reviewers."""
    return plans.can_read_drafts(person, plan) or person.has_role(Role.REVIEWER, plan.office)


def may_ever_remark(person: Person, plan: Plan) -> bool:
    """The program office, reviewers and the coach, but nobody who is on the plan's team."""
    is_reader = plans.is_coach(person, plan) or person.has_any_role(*REVIEWERS, office=plan.office)
    return is_reader and not plans.is_on_team(person, plan)


def can_remark(person: Person, version: PlanVersion) -> bool:
    """While the version is not decided, on what they may read of it."""
    is_open = version.state in plans.OPEN and plans.can_read_version(person, version)
    return is_open and may_ever_remark(person, version.plan)


def can_answer(person: Person, plan: Plan) -> bool:
    """Champion and deputy."""
    return plans.is_on_team(person, plan)


def can_settle(person: Person, remark: Remark, *, has_asker: bool) -> bool:
    """Who asked; where they have no part in the plan any more, the program office. Never the team."""
    plan = remark.plan
    if plans.is_on_team(person, plan):
        return False
    return person.id == remark.author_id or (not has_asker and person.has_role(Role.PROGRAM_OFFICE, plan.office))


def can_name_coach(person: Person, plan: Plan) -> bool:
    """The program office, while the cycle runs; not for a plan of one's own."""
    is_running = plan.cycle.state is not CycleState.CLOSED
    is_officer = person.has_role(Role.PROGRAM_OFFICE, plan.office)
    return is_running and is_officer and not plans.is_on_team(person, plan)
