"""Words for small tests in the reader's language. No rule lives here."""

from datetime import date
from decimal import Decimal

from flask_babel import gettext, ngettext
from flask_babel import lazy_gettext as _l

from app.measures import labels as measures
from app.measures.models import Unit
from app.trials.models import Act, State, Trial
from app.trials.queries import Listed
from app.web.clocks import Clock
from app.web.figures import day, listed, short_day

STATES = {State.PLANNED: _l("Planned"), State.RUNNING: _l("Running"), State.STUDIED: _l("Studied")}
DIALS = {State.PLANNED: "planned", State.RUNNING: "started", State.STUDIED: "done"}
ACTS = {Act.ADOPT: _l("Adopt it"), Act.ADAPT: _l("Adapt it, and test again"), Act.ABANDON: _l("Abandon it")}
ACTS_EXPLAINED = {
    Act.ADOPT: _l("It did what we hoped. It becomes the way we work."),
    Act.ADAPT: _l("Something is in it. We change it and try once more."),
    Act.ABANDON: _l("It does not help. We know now, and it cost little."),
}
DONE = {Act.ADOPT: _l("adopted"), Act.ADAPT: _l("adapted"), Act.ABANDON: _l("abandoned")}

AnyTrial = Trial | Listed


def name(number: int) -> str:
    """Test 3."""
    return gettext("Test %(number)s", number=number)


def days(trial: AnyTrial) -> str:
    """From when to when; one day alone where it is one."""
    last = trial.ended_on or trial.ends_on
    if last == trial.starts_on:
        return day(last)
    return gettext("%(start)s to %(end)s", start=day(trial.starts_on), end=day(last))


def clock_of(trial: AnyTrial, today: date) -> Clock:
    """How long until it begins or ends, or for how long what happened is missing; in calendar days."""
    state = trial.state_on(today)
    if state is State.STUDIED:
        return Clock("done", str(DONE[trial.act]) if trial.act else "", 1.0, short_day(trial.studied_on))
    if state is State.PLANNED:
        left = (trial.starts_on - today).days
        label = ngettext("begins in %(num)s day", "begins in %(num)s days", left)
        return Clock("running", label, 0.0, short_day(trial.starts_on))
    left, whole = (trial.ends_on - today).days, max(1, (trial.ends_on - trial.starts_on).days)
    if left < 0:
        label = ngettext("over for %(num)s day, not studied", "over for %(num)s days, not studied", -left)
        return Clock("late", label, 1.0, short_day(trial.ends_on))
    if left == 0:
        return Clock("today", gettext("ends today"), 1.0, short_day(trial.ends_on))
    label = ngettext("%(num)s day left", "%(num)s days left", left)
    return Clock("running", label, 1 - left / whole, short_day(trial.ends_on))


def figure(value: Decimal | None, unit: Unit | None) -> str:
    """A number with the unit of its measure; plain where there is none; empty without a number."""
    if value is None:
        return ""
    return measures.figure(value, unit) if unit else measures.plain(value)


def foretold(trial: Trial) -> str:
    """When the prediction was written, against the day on which it began: what was known beforehand, and what not."""
    early = (trial.starts_on - trial.predicted_on).days
    given = {"day": day(trial.predicted_on)}
    if early > 0:
        return gettext("Written on %(day)s, before it began.", **given)
    if early == 0:
        return gettext("Written on %(day)s, the day it began.", **given)
    return ngettext(
        "Written on %(day)s, %(num)s day after it began: no prediction.",
        "Written on %(day)s, %(num)s days after it began: no prediction.", -early, **given,
    )  # fmt: skip


def in_words(trial: Listed) -> str:
    """What a chart's table says of it: "Test 2, predicted 40, came 44, adopted"."""
    return told(trial.number, figure(trial.predicted, trial.unit), figure(trial.result, trial.unit), trial.act)


def told(number: int, predicted: str, came: str, act: Act | None) -> str:
    """The same from figures in words, also for what was frozen; what is not known is left out."""
    return listed((
        name(number),
        gettext("predicted %(value)s", value=predicted) if predicted else "",
        gettext("came %(value)s", value=came) if came else "",
        DONE[act] if act else "",
    ))  # fmt: skip
