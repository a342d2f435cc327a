"""What cycles and seats refuse, by name; each message stands beside the field it is about."""

from app.core.errors import N_, BrokenRule, NotNow


class CycleNameTaken(BrokenRule):
    field = "name"
    message = N_("Another cycle has this name.")


class EndsTooEarly(BrokenRule):
    field = "ends_on"
    message = N_("The last day comes after the first.")


class PlansDueTooLate(BrokenRule):
    field = "plan_due_on"
    message = N_("Plans are due before the cycle ends.")


class FewerSeatsThanGiven(BrokenRule):
    field = "seat_limit"
    message = N_("%(count)s seats are given already.")


class CycleClosed(NotNow):
    message = N_("This cycle is closed.")


class SeatTaken(BrokenRule):
    field = "office"
    message = N_("This office has a seat in this cycle already.")


class NoSeatsLeft(BrokenRule):
    message = N_("All %(count)s seats of this cycle are given. Raise the number first, or end a seat.")


class OfficeIsClosed(BrokenRule):
    field = "office"
    message = N_("This office is closed.")


class DeputyIsChampion(BrokenRule):
    field = "deputy"
    message = N_("Choose someone else as deputy: the champion cannot stand in for themself.")


class SamePerson(BrokenRule):
    field = "champion"
    message = N_("This person holds the seat already.")


class NotForYourself(BrokenRule):
    message = N_("Nobody gives themself a seat. Ask a colleague of the program office.")

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field


class SeatEnded(NotNow):
    message = N_("This seat has ended.")
