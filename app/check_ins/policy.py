"""Who reads and answers check-ins and blockers. Plain predicates, no queries.

What a team says about itself is for those who can help: its sponsor, the program office, leaders, auditors, its coach,
and the champions of the same cycle, who meet every two weeks. Not for colleagues who only write along in its draft.
"""

from datetime import date

from app.accounts.models import Person, Role
from app.check_ins.models import Blocker, BlockerState, CheckIn, CheckInState
from app.offices.places import Place
from app.plans import policy as plans
from app.plans.models import Plan, PlanState

WAITING = frozenset({CheckInState.OPEN, CheckInState.SILENT})
UNSETTLED = frozenset({BlockerState.OPEN, BlockerState.TAKEN, BlockerState.ANSWERED})
ASKED = frozenset({BlockerState.OPEN, BlockerState.TAKEN})
TOLD = frozenset({BlockerState.TAKEN, BlockerState.ANSWERED})
HELPERS = (Role.SPONSOR, Role.LEADER, Role.PROGRAM_OFFICE, Role.AUDITOR)
"""Roles that read the blockers of their offices."""


def can_read(person: Person, plan: Plan) -> bool:
    is_of_cycle = any(right.role in plans.TEAM and right.cycle_id == plan.cycle_id for right in person.rights.held)
    return is_of_cycle or plans.is_close(person, plan) or person.has_role(Role.LEADER, plan.office)


def can_tell(person: Person, plan: Plan) -> bool:
    """Champion and deputy of the plan."""
    return plans.is_on_team(person, plan)


def is_answerable(check_in: CheckIn, today: date) -> bool:
    """True where it waits for its answer, or still takes one that comes late."""
    is_asked = check_in.plan.state is PlanState.ACTIVE and today <= check_in.open_until
    return is_asked and check_in.state in WAITING


def can_read_blocker(person: Person, blocker: Blocker) -> bool:
    """Whoever reads what the team tells; heads above are among them."""
    return can_read(person, blocker.plan)


def widest(person: Person) -> Place | None:
    """The highest office whose blockers the person reads, with all below it; None where there is none."""
    offices = [right.office for right in person.rights.held if right.role in HELPERS]
    return min(offices, key=lambda office: len(office.path), default=None)


def can_answer(person: Person, blocker: Blocker) -> bool:
    """A head of the level that is asked, or the program office; nobody who raised it or is on its team. Who was asked
    and is no head any more has no say: it moves on to who is."""
    if person.id == blocker.raised_by_id or plans.is_on_team(person, blocker.plan):
        return False
    return is_head(person, blocker.level_id) or person.has_role(Role.PROGRAM_OFFICE, blocker.plan.office)


def is_head(person: Person, level_id: int | None) -> bool:
    """Sponsor of exactly this office."""
    return any(right.role is Role.SPONSOR and right.office_id == level_id for right in person.rights.held)


def is_asked(blocker: Blocker) -> bool:
    """True while someone above owes an answer."""
    return blocker.state in ASKED


def can_pass_up(blocker: Blocker) -> bool:
    """There is a level above, the program office at last."""
    return is_asked(blocker) and blocker.level_id is not None


def is_unsettled(blocker: Blocker) -> bool:
    return blocker.state in UNSETTLED


def can_reopen(blocker: Blocker) -> bool:
    return blocker.state in TOLD
