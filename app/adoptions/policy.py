"""Who may do what with a change that spreads. Who reads the plan reads its copies. Plain predicates, no queries.

The team of the plan and the program office offer it; the seat of the other office answers, and writes what came of
it. Any seat may take a proven change up by itself. Until it is taken up, whoever could make an offer can withdraw it.
"""

from datetime import timedelta

from app.accounts.models import Person, Role
from app.adoptions.models import Adoption, Refusal, State
from app.plans import policy as plans
from app.plans.models import Plan, PlanState

TIME_TO_SAY, TIME_TO_SHOW = timedelta(days=28), timedelta(days=182)
"""To answer an offer, and to say how it is copied; to say what came of it, from the first day on."""
PROVEN_IN = (PlanState.ACTIVE, PlanState.PAUSED, PlanState.COMPLETED)


def can_offer(person: Person, plan: Plan) -> bool:
    return plans.is_on_team(person, plan) or person.has_role(Role.PROGRAM_OFFICE, plan.office)


def is_seat_of(person: Person, office_id: int) -> bool:
    """Champion or deputy of exactly this office, in any cycle."""
    return office_id in seat_offices(person)


def seat_offices(person: Person) -> frozenset[int]:
    """Ids of the offices whose seat the person holds."""
    return frozenset(right.office_id for right in person.rights.held if right.role in plans.TEAM)


def can_answer(person: Person, adoption: Adoption) -> bool:
    """Take it up or refuse it, and later say what came of it."""
    return is_seat_of(person, adoption.office_id)


def can_withdraw(person: Person, adoption: Adoption) -> bool:
    """Take an offer back that is still open."""
    return can_offer(person, adoption.plan)


def is_open(adoption: Adoption) -> bool:
    """True while the office may take it up: not answered, or "not now"."""
    is_put_off = adoption.state is State.DECLINED and adoption.refusal is Refusal.NOT_NOW
    return adoption.state is State.OFFERED or is_put_off


def ways(adoption: Adoption) -> tuple[str, ...]:
    """What its office can do now, by the address of each."""
    if is_open(adoption):
        return "starts", "refusals"
    return ("outcomes", "edit") if is_under_way(adoption) else ()


def is_under_way(adoption: Adoption) -> bool:
    return adoption.state is State.ADOPTING
