"""Rules of check-ins and blockers that an action refuses by."""

from app.core.errors import N_, BrokenRule, NotNow


class NothingSaid(BrokenRule):
    field = "moved"
    message = N_("Write at least one line: what moved, what is stuck, or what you need.")


class StuckOnWhat(BrokenRule):
    field = "stuck"
    message = N_("Write what is stuck, so that someone above knows what it is about.")


class NeedsWords(BrokenRule):
    field = "words"
    message = N_("Write a line, so that the team knows what happens now.")


class Refused(NotNow):
    """A check-in that cannot be answered; the page says why, and keeps what was typed."""


class AlreadyAnswered(Refused):
    message = N_("This check-in was answered already.")


class RanOut(Refused):
    message = N_("The time for this check-in is over; a newer one has taken its place.")


class SeatOver(Refused):
    message = N_("You are no longer champion or deputy of this plan, so someone else speaks for it now.")


class PlanRests(Refused):
    message = N_("The plan is paused or has ended, so nobody is asked about it.")


class ToldToday(Refused):
    message = N_("This plan has told today how it goes.")
