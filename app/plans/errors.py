"""Rules of plans that an action or a page refuses by."""

from typing import Any

from app.core.errors import N_, BrokenRule


class NotReady(BrokenRule):
    """A section that every plan needs is empty."""

    message = N_("Write this section before you submit.")

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field


class NoChange(BrokenRule):
    field = "changes"
    message = N_("Name at least one thing that you change.")


class TechnologyAlone(BrokenRule):
    """A technology change without the process that is rethought with it, or without one of its two owners."""

    MESSAGES = {
        "process": N_("Say which process is rethought with it. Technology alone repeats the old way faster."),
        "service_owner": N_("Name who owns it in the service."),
        "technology_owner": N_("Name who owns it in technology."),
    }

    def __init__(self, row: int, name: str) -> None:
        super().__init__()
        self.field, self.message = f"changes-{row}-{name}", self.MESSAGES[name]


class TooLong(BrokenRule):
    """The rendered sheet has more pages than the cycle allows. `field` is its longest part."""

    message = N_("Too long by %(lines)s lines. Shorten %(section)s, %(length)s lines.")

    def __init__(self, field: str, **facts: Any) -> None:
        super().__init__(**facts)
        self.field = field


class FarTooLong(TooLong):
    """The beginning of the texts has more pages than the cycle allows; nobody laid out the rest."""

    message = N_("Too long by at least %(lines)s lines. Shorten %(section)s.")


class NoReason(BrokenRule):
    field = "reasons"
    message = N_("Say what is missing and what would help.")


class NeedsWords(BrokenRule):
    """A text that others need is empty."""

    message = N_("Write this: others read it.")

    def __init__(self, field: str) -> None:
        super().__init__()
        self.field = field


class DayIsPast(BrokenRule):
    field = "until"
    message = N_("Choose a day that is still to come.")


class CannotPrint(BrokenRule):
    message = N_("These pages take too long to make, so they are far too long. Shorten the longest section.")


class CannotMeasure(BrokenRule):
    """The printers failed on texts that are not too long for them."""

    message = N_("The pages cannot be measured just now. Nothing is lost.")


class WritesAlready(BrokenRule):
    field = "person"
    message = N_("%(name)s writes in this plan already.")


class CoachesIt(BrokenRule):
    field = "person"
    message = N_("%(name)s coaches this plan, and a coach writes nothing in it.")


class TooManyWriters(BrokenRule):
    field = "person"
    message = N_("At most %(most)s colleagues write along. Take one off first.")
