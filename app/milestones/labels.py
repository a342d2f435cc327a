"""Words for milestones in the reader's language. No rule lives here."""

from datetime import date

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l

from app.milestones.models import Milestone, State
from app.web.clocks import Clock
from app.web.figures import day, short_day

STATES = {
    State.PLANNED: _l("Planned"),
    State.STARTED: _l("Started"),
    State.DONE: _l("Done"),
    State.DROPPED: _l("Dropped"),
}
STEPS = {
    "starts": _l("Started"),
    "completions": _l("Done"),
    "replannings": _l("Promise another day"),
    "drops": _l("Drop it"),
}


def clock_of(milestone: Milestone, today: date) -> Clock:
    """How much time is left, or how late it is or came; in calendar days, since a promise is a date."""
    late = milestone.days_late(today)
    if milestone.state is State.DROPPED:
        return Clock("paused", gettext("dropped"), 0.0, short_day(milestone.dropped_on))
    if milestone.state is State.DONE:
        after = ngettext("done %(num)s day late", "done %(num)s days late", late)
        return Clock("done", after if late else gettext("done in time"), 1.0, short_day(milestone.done_on))
    if late:
        label = ngettext("%(num)s day late", "%(num)s days late", late)
        return Clock("late", label, 1.0, short_day(milestone.due_on))
    left = (milestone.due_on - today).days
    if left == 0:
        return Clock("today", gettext("today"), 1.0, short_day(milestone.due_on))
    label = ngettext("%(num)s day left", "%(num)s days left", left)
    return Clock("running", label, max(0.0, 1 - left / 365), short_day(milestone.due_on))


def dates(milestone: Milestone) -> str:
    """The promised day, with the first one beside it where it moved."""
    if milestone.first_due_on == milestone.due_on:
        return day(milestone.due_on)
    return gettext("%(day)s, first %(first)s", day=day(milestone.due_on), first=day(milestone.first_due_on))
