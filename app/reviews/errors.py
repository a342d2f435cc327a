"""Rules of the review that an action refuses by."""

from app.core.errors import N_, BrokenRule


class NothingSaid(BrokenRule):
    message = N_("Write at least one remark.")


class NoAnswer(BrokenRule):
    message = N_("Write at least one answer.")


class AnswerTooLong(BrokenRule):
    message = N_("An answer holds at most 5,000 characters. Shorten it; the draft is saved.")


class NoQuestion(BrokenRule):
    field = "words"
    message = N_("Say what is still open.")


class SettledMeanwhile(BrokenRule):
    """Who asked was content in between; what the team wrote stays in its box."""

    message = N_("Some of this was settled in the meantime. What you wrote is still here; the rest can be sent.")


class OnTheTeam(BrokenRule):
    field = "person"
    message = N_("%(name)s is on the plan’s team. A coach looks at it from outside.")


class WritesInIt(BrokenRule):
    field = "person"
    message = N_("%(name)s writes in this plan, or did. A coach looks at it from outside.")


class CannotSignIn(BrokenRule):
    field = "person"
    message = N_("%(name)s has no open account.")
