"""What the facts say in words, in the language that is set: the sentence before the figure, worse before better."""

from math import ceil

from flask_babel import gettext as _
from flask_babel import ngettext as translated

from app.measures.labels import unit_sign
from app.measures.models import Direction, Unit
from app.plans.labels import FREE_DAYS_RULE
from app.reports.facts import Answers, Facts, MeasureFact, Promise, Saved, Totals
from app.web.figures import day, number

TIMES = (Unit.DAYS, Unit.HOURS, Unit.MINUTES)


def figure(value: float | None, unit: Unit) -> str:
    """72 days, 80%, 33 per 100; a dash where there is no number."""
    if value is None:
        return "–"
    sign = unit_sign(unit)
    if sign == "%":
        return number(value, "%")
    if unit not in TIMES:
        return f"{number(value)} {sign}".strip()
    count, text = (1 if value == 1 else max(2, round(value))), number(value)
    return {
        Unit.DAYS: ngettext("%(text)s day", "%(text)s days", count, text=text),
        Unit.HOURS: ngettext("%(text)s hour", "%(text)s hours", count, text=text),
        Unit.MINUTES: ngettext("%(text)s minute", "%(text)s minutes", count, text=text),
    }[unit]


def headline(facts: Facts) -> str:
    """The report in at most three sentences: outcomes worse, promises late, outcomes better."""
    late = facts.totals.late
    parts = [
        ngettext("%(count)s outcome got worse.", "%(count)s outcomes got worse.", facts.worse),
        ngettext("%(count)s promise is late.", "%(count)s promises are late.", late),
        ngettext("%(count)s outcome got better.", "%(count)s outcomes got better.", facts.better),
    ]
    return _joined(parts) or _("No outcome moved beyond chance, and no promise is late.")


def quiet(facts: Facts) -> str:
    """What is not news: outcomes that moved by chance only, and numbers that are missing."""
    still = facts.outcomes - facts.better - facts.worse
    parts = [
        ngettext("%(count)s number is stale.", "%(count)s numbers are stale.", facts.stale),
        ngettext("%(count)s outcome moved by chance only.", "%(count)s outcomes moved by chance only.", still),
    ]
    return _joined(parts)


def promised(totals: Totals) -> str:
    """How many promises were kept, and what became of the others."""
    if not totals.promised:
        return _("Nothing was promised for this period.")
    whole = ngettext(
        "%(done)s of %(count)s promise kept.", "%(done)s of %(count)s promises kept.", totals.promised,
        done=number(totals.done),
    )  # fmt: skip
    parts = [
        ngettext("%(count)s is late.", "%(count)s are late.", totals.late),
        ngettext("%(count)s was dropped.", "%(count)s were dropped.", totals.dropped),
        ngettext("%(count)s was moved to a later day.", "%(count)s were moved to a later day.", totals.moved),
        ngettext("%(count)s came after its day.", "%(count)s came after their day.", totals.done_late),
    ]
    return _joined([whole, *parts])


def of_promise(promise: Promise) -> str:
    """The dates of a promise: when it came, what was promised, what was promised first."""
    parts = [_("Promised for %(day)s.", day=day(promise.due))]
    if promise.first_due != promise.due:
        parts.append(_("First for %(day)s.", day=day(promise.first_due)))
    if promise.days_late:
        parts.append(ngettext("%(count)s day late.", "%(count)s days late.", promise.days_late))
    if promise.days_late_first > promise.days_late:
        late = promise.days_late_first
        parts.append(ngettext("%(count)s day after the first date.", "%(count)s days after the first date.", late))
    return _joined(parts)


def of_measure(found: MeasureFact) -> str:
    """From what it was to what it is, against what was promised; also that nothing came."""
    if found.after is None:
        return _joined([_("No number came in this period."), _target(found)])
    if found.before is None:
        return _joined([_("It is %(after)s now; nothing is known from before.", after=_after(found)), _target(found)])
    said = _("From %(before)s to %(after)s.", before=figure(found.before, found.unit), after=_after(found))
    return _joined([said, _target(found)])


def answered(answers: Answers) -> str:
    """The record of answers in a sentence or two."""
    if answers.received == 0 and answers.answered == 0:
        return _("No report came in.")
    parts = [
        _("Received: %(count)s.", count=count(answers.received, answers)),
        _("Answered: %(count)s.", count=count(answers.answered, answers)),
        _("Fixed: %(count)s.", count=count(answers.fixed, answers)),
    ]
    if answers.overdue != 0:
        parts.insert(0, _("Waiting longer than promised: %(count)s.", count=count(answers.overdue, answers)))
    if answers.median_answered is not None:
        parts.append(_("Half were answered within %(days)s.", days=_working_days(answers.median_answered)))
    if answers.median_acknowledged is not None:
        parts.append(_("Half were acknowledged within %(days)s.", days=_working_days(answers.median_acknowledged)))
    return _joined(parts)


def count(found: int | None, answers: Answers) -> str:
    """A count of reports; below the smallest group only that it is."""
    return _("fewer than %(most)s", most=number(answers.smallest_group)) if found is None else number(found)


def in_force(plans: int) -> str:
    return ngettext("%(count)s plan was in force.", "%(count)s plans were in force.", plans)


def of_saved(saved: Saved) -> str:
    before, after = number(saved.today_days), figure(saved.after_days, Unit.DAYS)
    return _("From %(before)s to %(after)s, shown by %(name)s.", before=before, after=after, name=saved.measure_name)


def saved_rule() -> str:
    return str(FREE_DAYS_RULE)


def ngettext(one: str, many: str, count: int, **words: str) -> str:
    """The words for a count, nothing for zero. Called as gettext's own, so that the words are found for translation."""
    return translated(one, many, count, count=number(count), **words) if count else ""


def _target(found: MeasureFact) -> str:
    if found.target is None:
        return ""
    target = figure(found.target, found.unit)
    if found.direction is Direction.KEEP:
        return _("Promised: not worse than %(target)s.", target=target)
    if found.target_on is None:
        return _("Promised: %(target)s.", target=target)
    return _("Promised: %(target)s by %(day)s.", target=target, day=day(found.target_on))


def _after(found: MeasureFact) -> str:
    return figure(found.after, found.unit)


def _working_days(days: float) -> str:
    return ngettext("%(count)s working day", "%(count)s working days", max(1, ceil(days)))


def _joined(parts: list[str]) -> str:
    return " ".join(part for part in parts if part)
