"""Who runs cycles and gives seats: the program office. Plain predicates."""

from app.accounts.models import Person, Role
from app.champions.models import Cycle, CycleState, Seat
from app.offices.models import Office


def can_run_cycles(viewer: Person) -> bool:
    """A cycle is the whole agency's."""
    return viewer.has_role_everywhere(Role.PROGRAM_OFFICE)


def can_give_seats(viewer: Person, cycle: Cycle) -> bool:
    return cycle.state is not CycleState.CLOSED and viewer.has_role(Role.PROGRAM_OFFICE)


def can_give_seat_to(viewer: Person, office: Office) -> bool:
    return viewer.has_role(Role.PROGRAM_OFFICE, office)


def can_run_seat(viewer: Person, seat: Seat) -> bool:
    """Leave, return, deputy, hand over, end: while it runs, and not one's own."""
    is_own = viewer.id in (seat.champion_id, seat.deputy_id)
    return seat.to_on is None and not is_own and viewer.has_role(Role.PROGRAM_OFFICE, seat.office)
