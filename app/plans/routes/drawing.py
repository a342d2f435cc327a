"""The twelve months on screen, as they print. No rule lives here."""

from collections.abc import Sequence
from datetime import date

from flask_babel import gettext as _
from markupsafe import Markup

from app.core import charts
from app.milestones.labels import clock_of
from app.milestones.models import Milestone, State
from app.web.figures import formats


def twelve_months(milestones: Sequence[Milestone], start: date, today: date) -> Markup:
    """One row per milestone that was not dropped; empty without any."""
    rows = [_row(milestone, today) for milestone in milestones if milestone.state is not State.DROPPED]
    if not rows:
        return Markup("")
    words = charts.MonthsWords(
        _("Milestones of the twelve months, by date"), (_("Date"), _("Milestone"), _("Owner")), _("today")
    )
    chart = charts.twelve_months(rows, start, words=words, formats=formats(), today=today)
    return charts.to_svg(chart, rtl=formats().is_right_to_left)


def _row(milestone: Milestone, today: date) -> charts.Milestone:
    is_late = bool(milestone.days_late(today))
    return charts.Milestone(
        name=milestone.name,
        owner=milestone.owner,
        due=milestone.due_on,
        is_decision_point=milestone.is_decision_point,
        first_due=milestone.first_due_on if milestone.first_due_on != milestone.due_on else None,
        note=clock_of(milestone, today).label if is_late or milestone.state is State.DONE else "",
        is_late=is_late,
    )
