"""Rules of maps that saving refuses by. Those about times are in times.py."""

from app.core.errors import N_, BrokenRule


class TooManySteps(BrokenRule):
    message = N_("A map holds at most %(most)s steps; these are %(count)s. Put steps together that never wait.")


class TooManyLanes(BrokenRule):
    message = N_("This would be lane %(count)s; a map holds at most %(most)s. Put people together who work as one.")


class NoDraft(BrokenRule):
    message = N_("The plan has no draft now, so this map is frozen. Start a new version first, then save again.")


class PlanIsOver(BrokenRule):
    message = N_("The plan has ended, so nothing is added to it any more.")


class NoName(BrokenRule):
    message = N_("Write what is done in this step.")


class NoLane(BrokenRule):
    message = N_("Write who does it.")


class NoTime(BrokenRule):
    message = N_("Write how long the work takes or how long it waits; this step has neither.")


class TooLongText(BrokenRule):
    message = N_("Shorten this to %(most)s characters; it has %(count)s.")


class NotAShare(BrokenRule):
    message = N_("Write a whole number from 0 to 100, or leave it empty.")


class NotARule(BrokenRule):
    message = N_("“%(text)s” is no kind of rule. Choose one.")


class NotAPlace(BrokenRule):
    message = N_("Write the place as a number, such as 3; 3.5 puts it between 3 and 4.")


class NothingPasted(BrokenRule):
    message = N_("Paste at least one line: step, who, work, wait.")


class TooManyLines(BrokenRule):
    message = N_("Paste at most %(most)s lines at a time; these are %(count)s.")


class SeenAlready(BrokenRule):
    field = "seen_on"
    message = N_("There is a map of this day already. Open that one, or choose another day.")


class SeenTooEarly(BrokenRule):
    field = "seen_on"
    message = N_("This day is still to come. Write the day on which you looked.")
