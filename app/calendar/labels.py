"""Words of the calendar in the reader's language. No rule lives here."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.calendar.entries import Entry, Kind
from app.calendar.models import Shows
from app.web.figures import short_day

SHOWS = {Shows.MINE: _l("Mine"), Shows.OFFICE: _l("My office and below"), Shows.ALL: _l("All that I may read")}
KINDS = {
    Kind.MILESTONE_DUE: _l("Milestone due"),
    Kind.MILESTONE_LATE: _l("Milestone late"),
    Kind.MILESTONE_DONE: _l("Milestone done"),
    Kind.MILESTONE_MOVED: _l("First promised"),
    Kind.PLANS_DUE: _l("Plans are due"),
    Kind.CYCLE_STARTS: _l("Cycle begins"),
    Kind.CYCLE_ENDS: _l("Cycle ends"),
    Kind.SEAT_BEGINS: _l("Seat begins"),
    Kind.SEAT_ENDS: _l("Seat ended"),
    Kind.NUMBER_DUE: _l("Number due"),
    Kind.TRIAL_BEGINS: _l("Small test begins"),
    Kind.TRIAL_ENDS: _l("Small test ends"),
    Kind.SIGN_OFF_DUE: _l("Sign-off asked for"),
    Kind.CHECK_IN_DUE: _l("Check-in due"),
    Kind.HUDDLE: _l("Huddle"),
}
DIALS = {
    Kind.MILESTONE_DUE: "planned", Kind.MILESTONE_LATE: "late", Kind.MILESTONE_DONE: "done",
    Kind.MILESTONE_MOVED: "draft", Kind.PLANS_DUE: "submitted", Kind.CYCLE_STARTS: "open", Kind.CYCLE_ENDS: "ended",
    Kind.SEAT_BEGINS: "open", Kind.SEAT_ENDS: "ended", Kind.NUMBER_DUE: "open", Kind.TRIAL_BEGINS: "started",
    Kind.TRIAL_ENDS: "started", Kind.SIGN_OFF_DUE: "in_consultation", Kind.CHECK_IN_DUE: "open", Kind.HUDDLE: "open",
}  # fmt: skip


def kind(entry: Entry) -> str:
    """What happens: "Milestone due", with the day to which it moved."""
    words = str(KINDS[entry.kind])
    return _("%(what)s, now %(day)s", what=words, day=short_day(entry.day_now)) if entry.day_now else words


def summary(entry: Entry) -> str:
    """One line for a calendar program: "Milestone due: First desk writes orders"."""
    return _("%(what)s: %(name)s", what=kind(entry), name=entry.name) if entry.name else kind(entry)
