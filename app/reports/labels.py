"""Words for the codes of reports, in the page's language. No rule lives here."""

from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel import lazy_pgettext as _lp

from app.reports.facts import Outcome
from app.reports.models import Report, Scope, State
from app.reports.periods import Preset
from app.web.figures import day

SCOPES = {Scope.PLAN: _l("Plan"), Scope.OFFICE: _l("Office"), Scope.PROGRAM: _l("Program")}
SCOPES_EXPLAINED = {
    Scope.PLAN: _l("One plan: what it promised, and what came."),
    Scope.OFFICE: _l("An office with all below it."),
    Scope.PROGRAM: _l("All plans of the agency."),
}
STATES = {State.DRAFT: _l("Draft"), State.PUBLISHED: _l("Published"), State.SUPERSEDED: _l("Superseded")}
PRESETS = {
    Preset.MONTH: _l("Last month"),
    Preset.QUARTER: _l("Last quarter"),
    Preset.YEAR: _l("This year so far"),
    Preset.CYCLE: _l("This cycle so far"),
    Preset.OWN: _l("Other dates"),
}
FAILURES = {
    "too_many_pages": _l("It would have more than 40 pages. Choose a smaller part of the agency."),
    "cannot_print": _l("The PDF could not be made. Try again, or shorten your words."),
}

OUTCOMES = {
    Outcome.LATE: _l("Late"),
    Outcome.DROPPED: _l("Dropped"),
    Outcome.MOVED: _l("Moved"),
    Outcome.DONE_LATE: _l("Done late"),
    Outcome.OPEN: _lp("state", "Open"),
    Outcome.DONE: _l("Done"),
}
DIALS = {Outcome.DONE_LATE: "done", Outcome.OPEN: "planned", Outcome.MOVED: "rerouted"}
"""Codes of the dials in components/states.html, where they differ from the outcome's own."""


def period(report: Report) -> str:
    """1 October 2026 to 31 December 2026."""
    return _("%(start)s to %(end)s", start=day(report.period_start), end=day(report.period_end))


def what(report: Report) -> str:
    """What the report is about: the plan's or the office's name, or the program."""
    if report.scope is Scope.PROGRAM:
        return _("The program")
    if report.plan is not None:
        return f"{report.plan.ref} · {report.office.name}"
    return report.office.name
