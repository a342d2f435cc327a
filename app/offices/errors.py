"""What offices refuse, by name; each message stands beside the field it is about."""

from app.core.errors import N_, BrokenRule


class OfficeUnknown(BrokenRule):
    message = N_("No office is called “%(words)s”.")

    def __init__(self, field: str, words: str) -> None:
        super().__init__(words=words)
        self.field = field


class SeveralOffices(BrokenRule):
    message = N_("Several offices fit “%(words)s”: %(choices)s. Write the short name.")

    def __init__(self, field: str, words: str, choices: str) -> None:
        super().__init__(words=words, choices=choices)
        self.field = field


class SlugTaken(BrokenRule):
    field = "slug"
    message = N_("Another office has this short name. Choose one of your own.")


class SlugShape(BrokenRule):
    field = "slug"
    message = N_("Use a to z, digits and hyphens, for example elm-street.")


class IntoItself(BrokenRule):
    field = "parent"
    message = N_("An office cannot hang below itself or below an office of its own.")


class OfficeClosed(BrokenRule):
    field = "parent"
    message = N_("That office is closed.")


class AgencyStays(BrokenRule):
    message = N_("The agency itself is the top of the tree: it can be neither moved nor closed.")


class DayOutOfOrder(BrokenRule):
    field = "on"
    message = N_("Choose a day from %(first)s to %(last)s: not before the last move, and not in the future.")


class HasOpenOffices(BrokenRule):
    message = N_("%(count)s offices still hang below it. Move or close them first.")


class NoSuccessor(BrokenRule):
    field = "successor"
    message = N_("Choose another office that is open, outside this one.")


class RulesInThePast(BrokenRule):
    field = "from_on"
    message = N_("Choose today or a later day: reports received before keep the rules of their day.")


class ChannelThere(BrokenRule):
    field = "name"
    message = N_("The office has this channel already. Give it another name.")


class TreeTooDeep(BrokenRule):
    field = "parent"
    message = N_("The tree has at most %(most)s levels.")
