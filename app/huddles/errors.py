"""What can be wrong with a huddle and its actions."""

from app.core.errors import N_, BrokenRule


class OutsideTheCycle(BrokenRule):
    field = "meets_on"
    message = N_("This day lies outside the cycle.")


class SameDay(BrokenRule):
    field = "meets_on"
    message = N_("There is a huddle of this cycle on that day already.")


class NotOfTheCycle(BrokenRule):
    field = "person"
    message = N_("Choose somebody from the list.")


class NotYet(BrokenRule):
    message = N_("The huddle has not met yet. Close it on its day or later.")


class HasClosed(BrokenRule):
    message = N_("The huddle is closed, so its minutes stand.")


class DayIsPast(BrokenRule):
    field = "due_on"
    message = N_("This day is past.")


class TooMany(BrokenRule):
    message = N_("A huddle holds at most %(most)s actions.")


class SayWhat(BrokenRule):
    field = "words"
    message = N_("Write what came of it, in a sentence.")


class UnknownPlan(BrokenRule):
    field = "plan_id"
    message = N_("Choose a plan from the list.")
