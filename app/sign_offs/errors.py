"""Rules of sign-offs that an action or a page refuses by."""

from app.core.errors import N_, BrokenRule


class NoChannels(BrokenRule):
    message = N_("Choose the channels that the plan touches first: their owners are asked.")


class NotWritten(BrokenRule):
    message = N_("Write the title, the outcome, the problem and one change first: the owners read them.")


class TooSoon(BrokenRule):
    field = "due_on"
    message = N_("Choose a day after today, within a year.")


class NoWords(BrokenRule):
    """A word other than a plain yes, a claim, a view and a decision need their words. `field` is theirs."""

    message = N_("Write your condition or your reason: others can only work with words.")

    def __init__(self, field: str = "words") -> None:
        super().__init__()
        self.field = field


class NothingChosen(BrokenRule):
    field = "rests_on"
    message = N_("Choose at least one part that your word rests on.")


class NoAnswerWords(BrokenRule):
    field = "answer"
    message = N_("Say what is still missing.")
