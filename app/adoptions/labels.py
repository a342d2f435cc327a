"""Words for a change that spreads, in the reader's language. No rule lives here."""

from collections.abc import Iterable, Sequence

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l

from app.adoptions.like import Like
from app.adoptions.models import Adoption, Refusal, State
from app.adoptions.proof import Level
from app.adoptions.queries import Listed
from app.measures import labels as measures
from app.offices.models import ChannelKind
from app.pain_points.labels import CHANNELS
from app.web.figures import listed

STATES = {
    State.OFFERED: _l("Offered"),
    State.ADOPTING: _l("Being copied"),
    State.WORKED: _l("Worked"),
    State.FAILED: _l("Did not work here"),
    State.DECLINED: _l("Not taken up"),
    State.WITHDRAWN: _l("Withdrawn"),
}
DIALS = {
    State.OFFERED: "requested", State.ADOPTING: "started", State.WORKED: "done", State.FAILED: "cannot",
    State.DECLINED: "paused", State.WITHDRAWN: "withdrawn",
}  # fmt: skip
REFUSALS = {Refusal.NOT_NOW: _l("Not now"), Refusal.NOT_FOR_US: _l("Not for us")}
REFUSALS_EXPLAINED = {
    Refusal.NOT_NOW: _l("It may help us later. The offer stays open."),
    Refusal.NOT_FOR_US: _l("It does not fit our office."),
}
OUTCOMES = {State.WORKED: _l("It worked"), State.FAILED: _l("It did not work here")}
OUTCOMES_EXPLAINED = {
    State.WORKED: _l("We keep it. What our measure shows today is written beside it."),
    State.FAILED: _l("Others learn from it what to watch. It is as welcome as a success."),
}
LEVELS = {Level.PROVEN: _l("Proven"), Level.PROMISING: _l("Promising")}
LEVELS_EXPLAINED = {
    Level.PROVEN: _l("Its numbers show a lasting improvement since the change."),
    Level.PROMISING: _l("Its numbers are better since the change. Whether that lasts is not shown yet."),
}

AnyCopy = Adoption | Listed


def state_of(copy: AnyCopy) -> str:
    """Where it stands; a refusal by its kind."""
    if copy.refusal and copy.state is State.DECLINED:
        return str(REFUSALS[copy.refusal])
    return str(STATES[copy.state])


def said(copy: AnyCopy) -> str:
    """What the office wrote last: what came of it, or why not."""
    return copy.outcome or copy.reason


def worked_in(count: int) -> str:
    return ngettext("Worked in %(num)s office", "Worked in %(num)s offices", count)


def failed_in(count: int) -> str:
    return ngettext("did not work in %(num)s", "did not work in %(num)s", count) if count else ""


def why(channels: Sequence[str], reports: int, alike: int) -> str:
    """Same counter and phone; 12 similar reports are open, 3 in nearly the same words."""
    if not channels:
        return gettext("The office took it up by itself.")
    words = gettext("Same channels: %(channels)s.", channels=listed(CHANNELS[kind] for kind in _kinds(channels)))
    if not reports:
        return words
    similar = ngettext("%(num)s similar report is open.", "%(num)s similar reports are open.", reports)
    same = ngettext("%(num)s says it in nearly the same words.", "%(num)s say it in nearly the same words.", alike)
    return " ".join([words, similar, *([same] if alike else [])])


def reason(one: Like, copies: Iterable[Listed]) -> str:
    """Why an office is on the list, and what of the plan it was offered already."""
    had = [copy.what for copy in copies if copy.office_id == one.office_id]
    offered = [gettext("Offered already: %(what)s", what=listed(had))] if had else []
    return " ".join([why(one.channels, one.reports, one.alike), *offered])


def evidence(copy: AnyCopy) -> str:
    """What its own measure showed on the day it ended; why it does not count where it does not."""
    if copy.result_grade is None:
        return gettext("No measure shows it, so it is not counted.")
    grade = measures.grade(copy.result_grade)
    signal = measures.SIGNALS[copy.result_signal] if copy.result_signal else ""
    return listed([grade, signal])


def _kinds(channels: Iterable[str]) -> list[ChannelKind]:
    return [ChannelKind(kind) for kind in channels]
