"""Words for check-ins and blockers in the reader's language. No rule lives here."""

from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.check_ins.models import BlockerState, CheckInState, StepKind

STATES = {
    CheckInState.OPEN: _l("Waiting for an answer"),
    CheckInState.ANSWERED: _l("Answered"),
    CheckInState.SILENT: _l("Nothing was heard"),
    CheckInState.EXCUSED: _l("Not asked: the plan rested, or nobody held the seat"),
}
BLOCKER_STATES = {
    BlockerState.OPEN: _l("Waits for an answer"),
    BlockerState.TAKEN: _l("Someone sees to it"),
    BlockerState.ANSWERED: _l("Answered"),
    BlockerState.SETTLED: _l("Settled"),
}
DIALS = {
    BlockerState.OPEN: "open", BlockerState.TAKEN: "started", BlockerState.ANSWERED: "done",
    BlockerState.SETTLED: "checked",
}  # fmt: skip
"""The sign of components/states.html for each state."""
STEPS = {
    StepKind.RAISED: _l("needs someone above"),
    StepKind.TAKEN: _l("sees to it"),
    StepKind.ANSWERED: _l("answers"),
    StepKind.PASSED_UP: _l("passes it up"),
    StepKind.REOPENED: _l("is still stuck"),
    StepKind.SETTLED: _l("says it is settled"),
    StepKind.MOVED: _l("It went to whoever is asked now"),
}
QUESTIONS = {
    "moved": _l("What moved?"),
    "stuck": _l("What is stuck?"),
    "needed": _l("What do you need?"),
}
SAID = {
    "moved": _lp("check-in", "Moved"),
    "stuck": _lp("check-in", "Stuck"),
    "needed": _lp("check-in", "Needs"),
}
