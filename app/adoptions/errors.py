"""What can be wrong with an offer or a copy of a change."""

from app.core.errors import N_, BrokenRule


class NotProven(BrokenRule):
    message = N_("Nothing shows yet that it helps. Offer it once its measure has an observation after the change.")


class UnknownChange(BrokenRule):
    field = "change_id"
    message = N_("Choose a change of the version in force.")


class OwnOffice(BrokenRule):
    field = "offices"
    message = N_("This is the office that made the change.")


class OfferedAlready(BrokenRule):
    field = "offices"
    message = N_("This change was offered to %(office)s already.")


class AnsweredAlready(BrokenRule):
    message = N_("This offer was answered already.")


class OfferWithdrawn(BrokenRule):
    message = N_("This offer was withdrawn.")


class NotUnderWay(BrokenRule):
    message = N_("This copy is not under way.")


class NotBegun(BrokenRule):
    field = "how"
    message = N_("Say first on which day you began.")


class BegunInTheFuture(BrokenRule):
    field = "started_on"
    message = N_("This day is still to come. Say so once you have begun.")


class UnknownMeasure(BrokenRule):
    field = "measure_id"
    message = N_("Choose a measure of this office.")


class JudgedAlready(BrokenRule):
    field = "measure_id"
    message = N_("The copy has begun, so its measure and its first day stand.")


class NumbersSayWorse(BrokenRule):
    field = "how"
    message = N_("The numbers of your measure got worse since. Say that it did not work, or enter the newest number.")
