"""How the frontline was answered: counts and times of the period, none below the smallest group.

Times run in working days of the office from the day of receipt. A report answered in time was answered by the date it
was promised when it came in; what was received before the period and answered in it counts as answered in it.
"""

from collections.abc import Collection, Sequence
from datetime import date
from statistics import median

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import InstrumentedAttribute

from app.core import workdays
from app.extensions import db
from app.offices.queries import Rules
from app.pain_points.models import PainPoint
from app.reports.facts import Answers

Days = Sequence[tuple[date, date | None, date]]


def of_offices(offices: Collection[int], rules: Rules, start: date, end: date) -> Answers:
    """The record of these offices; five queries. `rules` are those of the report's office on the last day."""
    k = rules.smallest_group
    here = PainPoint.office_id.in_(offices)
    acknowledged = _days(PainPoint.acknowledged_on, here, start, end)
    answered = _days(PainPoint.answered_on, here, start, end)
    return Answers(
        smallest_group=k,
        received=shown(_count(here, PainPoint.received_on.between(start, end)), k),
        acknowledged=shown(len(acknowledged), k),
        answered=shown(len(answered), k),
        in_time=_in_time(answered, k),
        fixed=shown(_count(here, PainPoint.fixed_on.between(start, end)), k),
        overdue=shown(_overdue(here, end), k),
        median_acknowledged=_median(acknowledged, rules, k),
        median_answered=_median(answered, rules, k),
    )


def shown(count: int, smallest_group: int) -> int | None:
    """The count, or None where it is above zero and below the smallest group."""
    return None if 0 < count < smallest_group else count


def _count(*conditions: ColumnElement[bool]) -> int:
    return db.session.scalar(select(func.count(PainPoint.id)).where(*conditions)) or 0


def _overdue(here: ColumnElement[bool], end: date) -> int:
    """Unanswered on the last day although promised before; those that wait for their reporter do not count."""
    unanswered = PainPoint.answered_on.is_(None) | (PainPoint.answered_on > end)
    return _count(
        here, PainPoint.received_on <= end, PainPoint.answer_due_on < end, unanswered, PainPoint.paused_on.is_(None)
    )


def _days(column: InstrumentedAttribute[date | None], here: ColumnElement[bool], start: date, end: date) -> Days:
    rows = db.session.execute(
        select(PainPoint.received_on, column, PainPoint.answer_due_on).where(here, column.between(start, end))
    )
    return [(since, on, due) for since, on, due in rows]


def _in_time(answered: Days, k: int) -> int | None:
    """None where too few were answered to say anything of them."""
    in_time = sum(1 for _, on, due in answered if on is not None and on <= due)
    return in_time if shown(len(answered), k) is not None else None


def _median(days: Days, rules: Rules, k: int) -> float | None:
    if len(days) < max(1, k):
        return None
    return float(median(workdays.between(since, on, rules.holidays) for since, on, _ in days if on is not None))
