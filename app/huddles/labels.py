"""Words for huddles in the reader's language. No rule lives here."""

from datetime import time

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp
from flask_babel import ngettext

from app.huddles.models import ActionState, HuddleState, PointKind
from app.huddles.points import Point, Section
from app.web.figures import formats, short_day

STATES = {HuddleState.PLANNED: _l("Planned"), HuddleState.CLOSED: _l("Closed")}
ACTION_STATES = {
    ActionState.OPEN: _lp("state", "Open"), ActionState.DONE: _l("Done"), ActionState.DROPPED: _l("Dropped"),
}  # fmt: skip
SECTIONS = {
    Section.CARRIED: _l("Carried over"), Section.DUE: _l("Due or late"), Section.BLOCKED: _l("Blocked"),
    Section.NEW: _lp("huddle", "New"), Section.WON: _l("Won"), Section.OTHER: _l("Other matters"),
}  # fmt: skip
DIALS = {
    PointKind.ACTION: "open", PointKind.MILESTONE_DUE: "planned", PointKind.BLOCKER_OPEN: "open",
    PointKind.BLOCKER_TAKEN: "started", PointKind.BLOCKER_ANSWERED: "part", PointKind.PLAN_ACCEPTED: "accepted",
    PointKind.REPORT_LINKED: "in_plan", PointKind.REPORT_SEEN: "received", PointKind.MILESTONE_DONE: "done",
    PointKind.REPORT_FIXED: "fixed", PointKind.MEASURE_IMPROVING: "done", PointKind.BLOCKER_SETTLED: "checked",
    PointKind.ACTION_DONE: "done",
}  # fmt: skip
# How a point stands, with a day and somebody's name.
TOLD = {
    PointKind.ACTION: _l("%(name)s, by %(day)s"),
    PointKind.MILESTONE_LATE: _l("late, was due %(day)s"),
    PointKind.MILESTONE_DUE: _l("due %(day)s"),
    PointKind.BLOCKER_OPEN: _l("%(name)s is asked, until %(day)s"),
    PointKind.BLOCKER_TAKEN: _l("%(name)s sees to it"),
    PointKind.BLOCKER_ANSWERED: _l("%(name)s answered"),
    PointKind.PLAN_ACCEPTED: _l("This plan is now in force"),
    PointKind.REPORT_LINKED: _l("This report is now in a plan"),
    PointKind.MILESTONE_DONE: _l("reached %(day)s"),
    PointKind.REPORT_FIXED: _l("fixed %(day)s"),
    PointKind.MEASURE_IMPROVING: _l("The numbers have begun to improve"),
    PointKind.BLOCKER_SETTLED: _l("no longer stuck since %(day)s"),
    PointKind.ACTION_DONE: _l("%(name)s, done %(day)s"),
}


def told(point: Point) -> str:
    """How it stands: "late, was due 12 Nov"."""
    if point.kind is PointKind.REPORT_SEEN:
        return ngettext("%(num)s colleague sees it too", "%(num)s colleagues see it too", point.count)
    words = str(TOLD.get(point.kind, ""))
    return words % {"name": point.who or "–", "day": short_day(point.day) if point.day else "–"}


def title(point: Point) -> str:
    """What stands over its notes."""
    return point.heading or (str(SECTIONS[Section.OTHER]) if point.kind is PointKind.OTHER else "–")


def hour(begins: time) -> str:
    """09:30, in the page's digits."""
    return formats().digits(begins.strftime("%H:%M"))


def outcome_label(state: ActionState) -> str:
    return {
        ActionState.DONE: _("It is done"), ActionState.DROPPED: _("We drop it"), ActionState.OPEN: _("It goes on"),
    }[state]  # fmt: skip
