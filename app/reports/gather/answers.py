"""How the frontline was answered: counts and times of the period, none below the smallest group.

Times run in working days of the office from the day of receipt. A report answered in time was answered by the date it
was promised when it came in; what was received before the period and answered in it counts as answered in it.
"""

from collections.abc import Collection, Sequence
from datetime import date
from statistics import median

from sqlalchemy import ColumnElement, and_, case, func, select

from app.core import workdays
from app.extensions import db
from app.offices.queries import Rules
from app.pain_points.models import PainPoint
from app.reports.facts import Answers

Step = tuple[date, date | None, date | None, date]


def of_offices(offices: Collection[int], rules: Rules, start: date, end: date) -> Answers:
    """The record of these offices; two queries. `rules` are those of the report's office on the last day."""
    k = rules.smallest_group
    here = PainPoint.office_id.in_(offices)
    received, fixed, overdue = _counts(here, start, end)
    steps = _steps(here, start, end)
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


def _counts(here: ColumnElement[bool], start: date, end: date) -> tuple[int, int, int]:
    """Received and fixed in the period, and unanswered on its last day although promised before.

    Those that wait for their reporter are not late.
    """
    unanswered = PainPoint.answered_on.is_(None) | (PainPoint.answered_on > end)
    overdue = and_(
        PainPoint.received_on <= end, PainPoint.answer_due_on < end, unanswered, PainPoint.paused_on.is_(None)
    )
    sums = [
        func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
        for condition in (PainPoint.received_on.between(start, end), PainPoint.fixed_on.between(start, end), overdue)
    ]
    received, fixed, late = db.session.execute(select(*sums).where(here)).one()
    return received, fixed, late


def _steps(here: ColumnElement[bool], start: date, end: date) -> Sequence[Step]:
    """Reports acknowledged or answered in the period: received, acknowledged, answered, to be answered by."""
    rows = db.session.execute(
        select(PainPoint.received_on, PainPoint.acknowledged_on, PainPoint.answered_on, PainPoint.answer_due_on).where(
            here, PainPoint.acknowledged_on.between(start, end) | PainPoint.answered_on.between(start, end)
        )
    )
    return [(received, acknowledged, answered, due) for received, acknowledged, answered, due in rows]


def _median(days: Sequence[tuple[date, date]], rules: Rules, k: int) -> float | None:
    """None where too few were to say anything of them."""
    if len(days) < max(1, k):
        return None
    return float(median(workdays.between(since, on, rules.holidays) for since, on in days))
