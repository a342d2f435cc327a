"""What can be wrong with a small test."""

from app.core.errors import N_, BrokenRule


class TooMany(BrokenRule):
    message = N_("A plan holds at most %(most)s small tests.")


class TooManyNotes(BrokenRule):
    field = "words"
    message = N_("A small test holds at most %(most)s notes.")


class PlanHasEnded(BrokenRule):
    message = N_("The plan has ended. Nothing new is tried in it.")


class EndsBeforeItStarts(BrokenRule):
    field = "ends_on"
    message = N_("The last day lies before the first.")


class TooLong(BrokenRule):
    field = "ends_on"
    message = N_("A small test takes at most a year. Begin smaller.")


class UnknownMeasure(BrokenRule):
    field = "measure_id"
    message = N_("Choose a measure of this plan.")


class HasBegun(BrokenRule):
    message = N_("The test has begun, so what was predicted stands. Add a note beside it.")


class NotBegun(BrokenRule):
    message = N_("The test has not begun yet.")


class StudiedAlready(BrokenRule):
    message = N_("Somebody wrote down already what happened. Add yours as a note.")


class EndedInTheFuture(BrokenRule):
    field = "ended_on"
    message = N_("This day is still to come.")


class EndedBeforeItBegan(BrokenRule):
    field = "ended_on"
    message = N_("This lies before the first day, %(day)s.")
