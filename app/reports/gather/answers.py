"""How the frontline was answered: counts and times of the period, none below the smallest group.

Times run in working days of the office from the day of receipt. A report answered in time was answered by the date it
was promised when it came in; what was received before the period and answered in it counts as answered in it.
"""

from collections.abc import Collection, Sequence
from datetime import date
from statistics import median
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, select, true

from app.core import workdays
from app.extensions import db
from app.offices.queries import Rules
from app.pain_points.models import PainPoint
from app.reports.facts import Answers

Step = tuple[date, date | None, date | None, date]


def of_offices(offices: Collection[int], rules: Rules, start: date, end: date) -> Answers:
    """The record of these offices; one query. `rules` are those of the report's office on the last day."""
    k = rules.smallest_group
    here = PainPoint.office_id.in_(offices)
    (received, fixed, overdue), steps = _counts_and_steps(here, start, end)
    acknowledged = [(since, on) for since, on, _, _ in steps if on is not None and start <= on <= end]
    answered = [(since, on) for since, _, on, _ in steps if on is not None and start <= on <= end]
    in_time = sum(1 for _, _, on, due in steps if on is not None and start <= on <= end and on <= due)
    return Answers(
        smallest_group=k,
        received=shown(received, k),
        acknowledged=shown(len(acknowledged), k),
        answered=shown(len(answered), k),
        in_time=in_time if shown(len(answered), k) is not None else None,
        fixed=shown(fixed, k),
        overdue=shown(overdue, k),
        median_acknowledged=_median(acknowledged, rules, k),
        median_answered=_median(answered, rules, k),
    )


def shown(count: int, smallest_group: int) -> int | None:
    """The count, or None where it is above zero and below the smallest group."""
    return None if 0 < count < smallest_group else count


def _counts_and_steps(
    here: ColumnElement[bool], start: date, end: date
) -> tuple[tuple[int, int, int], Sequence[Step]]:
    """Received and fixed in the period, unanswered on its last day; and each report acknowledged or answered in it."""
    counts, steps = _counts(here, start, end).subquery(), _steps(here, start, end).subquery()
    rows = db.session.execute(select(counts, steps).select_from(counts.outerjoin(steps, true()))).all()
    found = [(received, acknowledged, answered, due) for *_, received, acknowledged, answered, due in rows if received]
    return (rows[0][0], rows[0][1], rows[0][2]), found


def _counts(here: ColumnElement[bool], start: date, end: date) -> Select[Any]:
    """Unanswered although promised before the last day; those that wait for their reporter are not late."""
    unanswered = PainPoint.answered_on.is_(None) | (PainPoint.answered_on > end)
    overdue = and_(
        PainPoint.received_on <= end, PainPoint.answer_due_on < end, unanswered, PainPoint.paused_on.is_(None)
    )
    conditions = (PainPoint.received_on.between(start, end), PainPoint.fixed_on.between(start, end), overdue)
    sums = [func.coalesce(func.sum(case((condition, 1), else_=0)), 0) for condition in conditions]
    named = [one.label(name) for one, name in zip(sums, ("received", "fixed", "overdue"), strict=True)]
    return select(*named).where(here)


def _steps(here: ColumnElement[bool], start: date, end: date) -> Select[date, date | None, date | None, date]:
    """Received, acknowledged, answered, to be answered by."""
    return select(
        PainPoint.received_on, PainPoint.acknowledged_on, PainPoint.answered_on, PainPoint.answer_due_on
    ).where(here, PainPoint.acknowledged_on.between(start, end) | PainPoint.answered_on.between(start, end))


def _median(days: Sequence[tuple[date, date]], rules: Rules, k: int) -> float | None:
    """None where too few were to say anything of them."""
    if len(days) < max(1, k):
        return None
    return float(median(workdays.between(since, on, rules.holidays) for since, on in days))
