"""Rules of reports that an action or a page refuses by."""

from app.core.errors import N_, BrokenRule


class NotOver(BrokenRule):
    field = "period_end"
    message = N_("A report looks back: its last day is today at the latest.")


class WrongOrder(BrokenRule):
    field = "period_end"
    message = N_("The last day lies before the first one.")


class TooLong(BrokenRule):
    field = "period_end"
    message = N_("A report covers two years at most.")


class NoDates(BrokenRule):
    field = "period_start"
    message = N_("Write the first and the last day.")


class NoPlan(BrokenRule):
    field = "plan"
    message = N_("Choose your plan.")


class NothingInForce(BrokenRule):
    field = "plan"
    message = N_("No version of this plan was in force by the last day, so there is nothing to report on yet.")


class NotYours(BrokenRule):
    field = "office"
    message = N_("You may report on your own offices and those below them.")


class NoReason(BrokenRule):
    field = "reason"
    message = N_("Say what is wrong in the published report. Readers see it.")


class CannotPrint(BrokenRule):
    message = N_("The PDF could not be made. Your words are kept; try again, or shorten them.")
