"""What can be wrong with a round, a request or a decision."""

from app.core.errors import N_, BrokenRule


class DatesDisordered(BrokenRule):
    field = "closes_on"
    message = N_("The days must follow each other: opens, closes, decide by.")


class EmptyEnvelope(BrokenRule):
    field = "positions"
    message = N_("Put positions or money into the round.")


class RoundHoldsMore(BrokenRule):
    field = "positions"
    message = N_("More than this has been granted already: %(positions)s positions and %(money)s.")


class RoundClosed(BrokenRule):
    message = N_("This round takes no requests today.")


class NotReady(BrokenRule):
    message = N_("The plan lacks evidence that a request needs. The list above says what.")


class AnotherOpen(BrokenRule):
    message = N_("This plan has a request in this round already: %(request)s.")


class NothingAsked(BrokenRule):
    field = "positions"
    message = N_("Ask for positions or money.")


class NothingCited(BrokenRule):
    field = "reports"
    message = N_("Choose at least one published report that the request rests on.")


class NoMeasureCited(BrokenRule):
    field = "measures"
    message = N_("Choose at least one measure with a baseline and later numbers.")


class AlreadyDecided(BrokenRule):
    message = N_("Someone else has decided this request in the meantime. Look at the decision first.")


class OverEnvelope(BrokenRule):
    field = "positions"
    message = N_("Only %(positions)s positions and %(money)s are left in the round.")


class NotAPart(BrokenRule):
    field = "positions"
    message = N_("A part is more than nothing and less than what was asked: %(positions)s positions and %(money)s.")


class WrongPassword(BrokenRule):
    field = "password"
    message = N_("This is not your password. Nothing was signed.")


class TooManyTries(BrokenRule):
    field = "password"
    message = N_("Too many wrong passwords. Wait a few minutes, then sign again.")


class CannotPrint(BrokenRule):
    message = N_("The page could not be printed. Shorten the longest text and submit again.")
