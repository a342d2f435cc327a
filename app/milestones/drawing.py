"""The twelve months on screen: what was promised, what came, and today's line. No rule lives here."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext
from markupsafe import Markup

from app.core import charts
from app.milestones.labels import clock_of
from app.milestones.models import Milestone, State
from app.web.figures import formats, short_day


def twelve_months(milestones: Sequence[Milestone], start: date, today: date, most: int | None = None) -> Markup:
    """One row per milestone that was not dropped; empty without any. `most`: only so many, those that matter now."""
    kept = [milestone for milestone in milestones if milestone.state is not State.DROPPED]
    if not kept:
        return Markup("")
    rows = [_row(milestone, today) for milestone in _nearest(kept, most)]
    words = charts.MonthsWords(
        title=_("Milestones of the twelve months, by date"), header=(_("Date"), _("Milestone"), _("Owner")),
        today=_("today, %(day)s", day=short_day(today)),
    )  # fmt: skip
    chart = charts.twelve_months(rows, start, words=words, formats=formats(), today=today)
    return charts.to_scroll(chart, rtl=formats().is_right_to_left)


def _nearest(milestones: Sequence[Milestone], most: int | None) -> Sequence[Milestone]:
    """Open ones by date, those overdue first; then what was done last."""
    if most is None or len(milestones) <= most:
        return milestones
    still_open = [one for one in milestones if one.is_open]
    done_last = sorted((one for one in milestones if not one.is_open), key=lambda one: one.done_on or one.due_on)
    return [*still_open, *reversed(done_last)][:most]


def _row(milestone: Milestone, today: date) -> charts.Milestone:
    is_done = milestone.state is State.DONE
    return charts.Milestone(
        name=milestone.name,
        owner=milestone.owner,
        due=milestone.done_on if is_done and milestone.done_on else milestone.due_on,
        is_decision_point=milestone.is_decision_point,
        first_due=milestone.first_due_on if milestone.first_due_on != milestone.due_on else None,
        note=_note(milestone, today),
        is_late=not is_done and _is_behind(milestone, today),
        is_done=is_done,
    )


def _is_behind(milestone: Milestone, today: date) -> bool:
    """Late, or moved to a later day when the first one is past."""
    return min(milestone.first_due_on, milestone.due_on) < today


def _note(milestone: Milestone, today: date) -> str:
    """How late it is or came; where the day moved and the first one is past, how late against that one."""
    if milestone.days_late(today):
        return clock_of(milestone, today).label
    moved = (milestone.due_on - milestone.first_due_on).days
    if milestone.state is State.DONE or moved <= 0 or not _is_behind(milestone, today):
        return ""
    return ngettext("%(num)s day late against the first day", "%(num)s days late against the first day", moved)
