"""Who may do what with a plan and its versions, and which step follows which. Plain predicates, no queries.

Drafts are for those who write them, their sponsor, their coach, the program office and auditors. Once submitted,
everyone who is signed in reads. Nobody decides on what they wrote or own, whatever else they are.
"""

from collections.abc import Collection

from app.accounts.models import Person, Role
from app.plans.models import Plan, PlanState, PlanVersion, VersionState
from app.plans.turns import TURNS, TurnKind

TEAM = (Role.CHAMPION, Role.DEPUTY)
DRAFT_READERS = (Role.SPONSOR, Role.PROGRAM_OFFICE, Role.AUDITOR)
"""Roles that read the drafts of their office and all below it."""
PUBLIC = frozenset({VersionState.SUBMITTED, VersionState.ACCEPTED})
EDITABLE = frozenset({VersionState.DRAFT})
OPEN = frozenset({VersionState.DRAFT, VersionState.IN_CONSULTATION, VersionState.SUBMITTED})
REVISABLE = frozenset({PlanState.PREPARING, PlanState.ACTIVE, PlanState.PAUSED})
OVER = frozenset({PlanState.COMPLETED, PlanState.STOPPED})

# step: (from which states, to which)
STEPS: dict[str, tuple[frozenset[VersionState], VersionState]] = {
    "consult": (EDITABLE, VersionState.IN_CONSULTATION),
    "take_back": (frozenset({VersionState.IN_CONSULTATION}), VersionState.DRAFT),
    "submit": (EDITABLE | {VersionState.IN_CONSULTATION}, VersionState.SUBMITTED),
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


def is_coach(person: Person, plan: Plan) -> bool:
    """Named to help this plan along: reads its drafts and remarks on them, and writes and decides nothing."""
    return any(
        grant.role == Role.COACH and grant.office_id == plan.office_id and grant.cycle_id == plan.cycle_id
        for grant in person.rights.held
    )


def is_contributor(person: Person, plan: Plan) -> bool:
    """Writes along in the draft: until it is handed in, the seat that allowed it ends, or the right is taken back."""
    drafts = {version.id for version in plan.versions if version.state in EDITABLE}
    own = [one for one in plan.contributors if one.person_id == person.id and one.version_id in drafts]
    return any(plan.seat is not None and one.seat_id == plan.seat.id for one in own)


def is_close(person: Person, plan: Plan) -> bool:
    """Sees the plan through: its team, its coach, its sponsor, the program office, auditors."""
    is_near = is_on_team(person, plan) or is_coach(person, plan)
    return is_near or person.has_any_role(*DRAFT_READERS, office=plan.office)


def can_read_drafts(person: Person, plan: Plan) -> bool:
    """Who is close to the plan, and who writes along in its draft."""
    return is_close(person, plan) or is_contributor(person, plan)


def is_consulted(person: Person, version: PlanVersion) -> bool:
    """Owns a channel that the version touches, while its owners are asked."""
    owned = person.rights.channel_ids if version.state is VersionState.IN_CONSULTATION else ()
    return bool(owned) and any(channel.id in owned for channel in version.channels)


def can_read_version(person: Person, version: PlanVersion) -> bool:
    return version.state in PUBLIC or can_read_drafts(person, version.plan) or is_consulted(person, version)


def can_read(person: Person, plan: Plan) -> bool:
    """True where there is a version for this person to read; else the plan does not exist for them."""
    is_shown = (version.state in PUBLIC or is_consulted(person, version) for version in plan.versions)
    return can_read_drafts(person, plan) or any(is_shown)


def can_edit(person: Person, plan: Plan) -> bool:
    """Link to the draft, submit and withdraw it, say who writes along: the team while its seat is active."""
    return is_on_team(person, plan)


def can_write(person: Person, plan: Plan) -> bool:
    """Write in the draft's texts: the team, and who was asked to write along."""
    return is_on_team(person, plan) or is_contributor(person, plan)


def can_revise(person: Person, plan: Plan) -> bool:
    """Start a new version: nothing else is open, and the plan goes on."""
    is_free = not any(version.state in OPEN for version in plan.versions)
    return is_free and plan.state in REVISABLE and can_edit(person, plan)


def can_turn(person: Person, plan: Plan) -> bool:
    """Pause, resume, complete, stop: the team, and the program office."""
    return is_on_team(person, plan) or person.has_role(Role.PROGRAM_OFFICE, plan.office)


def is_turn_open(kind: TurnKind, plan: Plan) -> bool:
    """True where the plan is in a state from which this turn leads on."""
    return plan.state in TURNS[kind][0]


def can_submit(person: Person, version: PlanVersion) -> bool:
    return is_step_open("submit", version) and can_edit(person, version.plan)


def can_withdraw(person: Person, version: PlanVersion) -> bool:
    return is_step_open("withdraw", version) and can_edit(person, version.plan)


def can_decide(person: Person, version: PlanVersion, writer_ids: Collection[int]) -> bool:
    """Return or accept: the program office, but nobody who wrote in the plan, is on its team or coaches it."""
    return is_step_open("accept", version) and may_ever_decide(person, version, writer_ids)


def is_waiting_for(person: Person, version: PlanVersion) -> bool:
    """The program office is to decide now, and this person is of it, whatever else they are."""
    return is_step_open("accept", version) and person.has_role(Role.PROGRAM_OFFICE, version.plan.office)


def may_ever_decide(person: Person, version: PlanVersion, writer_ids: Collection[int]) -> bool:
    """As `can_decide`, whatever the version's state: a 403 is about the person, a 409 about the moment."""
    own = {version.author_id, version.submitted_by_id, version.saved_by_id, *writer_ids}
    is_own = person.id in own or is_on_team(person, version.plan) or is_coach(person, version.plan)
    return not is_own and person.has_role(Role.PROGRAM_OFFICE, version.plan.office)
