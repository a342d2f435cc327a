"""What can be wrong with a milestone."""

from app.core.errors import N_, BrokenRule


class NoDraft(BrokenRule):
    message = N_("The plan has no draft. Start a new version first, then promise more in it.")


class TooMany(BrokenRule):
    message = N_("A plan holds at most %(most)s milestones.")


class InTheFuture(BrokenRule):
    message = N_("This day is still to come.")


class BeforeTheStart(BrokenRule):
    field = "done_on"
    message = N_("This lies before the day it was started, %(day)s.")


class NeedsEvidence(BrokenRule):
    field = "evidence"
    message = N_("Write what shows that it is done.")


class NeedsReason(BrokenRule):
    field = "reason"
    message = N_("Write why. Everyone who reads the plan sees it.")


class SameDay(BrokenRule):
    field = "due_on"
    message = N_("It is promised for this day already.")
