"""Who may do what with a plan and its versions, and which step follows which. Plain predicates, no queries.

Drafts are for those who write them, their sponsor, the program office and auditors. Once submitted, everyone who is
signed in reads. Nobody decides on what they wrote or own, whatever else they are.
"""

from collections.abc import Collection

from app.accounts.models import Person, Role
from app.plans.models import Plan, PlanState, PlanVersion, VersionState

TEAM = (Role.CHAMPION, Role.DEPUTY)
PUBLIC = frozenset({VersionState.SUBMITTED, VersionState.ACCEPTED})
EDITABLE = frozenset({VersionState.DRAFT})
OPEN = frozenset({VersionState.DRAFT, VersionState.IN_CONSULTATION, VersionState.SUBMITTED})
REVISABLE = frozenset({PlanState.PREPARING, PlanState.ACTIVE, PlanState.PAUSED})

# step: (from which states, to which)
STEPS: dict[str, tuple[frozenset[VersionState], VersionState]] = {
    "submit": (EDITABLE, VersionState.SUBMITTED),
    "return": (frozenset({VersionState.SUBMITTED}), VersionState.RETURNED),
    "accept": (frozenset({VersionState.SUBMITTED}), VersionState.ACCEPTED),
    "withdraw": (frozenset({VersionState.SUBMITTED}), VersionState.WITHDRAWN),
}


def is_step_open(step: str, version: PlanVersion) -> bool:
    """True where the version is in a state from which this step leads on."""
    return version.state in STEPS[step][0]


def is_on_team(person: Person, plan: Plan) -> bool:
    """Champion or deputy of exactly this office in this cycle; the grant ends with the seat."""
    return any(
        grant.role in TEAM and grant.office_id == plan.office_id and grant.cycle_id == plan.cycle_id
        for grant in person.rights.held
    )


def can_read_drafts(person: Person, plan: Plan) -> bool:
    readers = (Role.SPONSOR, Role.PROGRAM_OFFICE, Role.AUDITOR)
    return is_on_team(person, plan) or person.has_any_role(*readers, office=plan.office)


def can_read_version(person: Person, version: PlanVersion) -> bool:
    return version.state in PUBLIC or can_read_drafts(person, version.plan)


def can_read(person: Person, plan: Plan) -> bool:
    """True where there is a version for this person to read; else the plan does not exist for them."""
    return can_read_drafts(person, plan) or any(version.state in PUBLIC for version in plan.versions)


def can_edit(person: Person, plan: Plan) -> bool:
    """Write in the draft, link to it, submit and withdraw it: the team while its seat is active."""
    return is_on_team(person, plan)


def can_revise(person: Person, plan: Plan) -> bool:
    """Start a new version: nothing else is open, and the plan goes on."""
    is_free = not any(version.state in OPEN for version in plan.versions)
    return is_free and plan.state in REVISABLE and can_edit(person, plan)


def can_submit(person: Person, version: PlanVersion) -> bool:
    return is_step_open("submit", version) and can_edit(person, version.plan)


def can_withdraw(person: Person, version: PlanVersion) -> bool:
    return is_step_open("withdraw", version) and can_edit(person, version.plan)


def can_decide(person: Person, version: PlanVersion, writer_ids: Collection[int]) -> bool:
    """Return or accept: the program office, but nobody who wrote in the plan, submitted it or is on its team."""
    return is_step_open("accept", version) and may_ever_decide(person, version, writer_ids)


def may_ever_decide(person: Person, version: PlanVersion, writer_ids: Collection[int]) -> bool:
    """As `can_decide`, whatever the version's state: a 403 is about the person, a 409 about the moment."""
    own = {version.author_id, version.submitted_by_id, version.saved_by_id, *writer_ids}
    is_own = person.id in own or is_on_team(person, version.plan)
    return not is_own and person.has_role(Role.PROGRAM_OFFICE, version.plan.office)
