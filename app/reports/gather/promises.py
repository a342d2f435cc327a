"""What was promised for the period, and what became of it by its last day.

A milestone belongs to a period if it was still unsettled when the period began and its first or its present date
falls on or before the last day, or if it was done or dropped within it. What was re-planned after the last day counts
with the date that held then.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.milestones.models import Milestone, State
from app.reports.facts import Outcome, Promise, Totals

WORST_FIRST = list(Outcome)


def of_plans(plan_ids: Collection[int], start: date, end: date) -> Mapping[int, list[Promise]]:
    """Promises by plan, the worst first; one query."""
    rows = db.session.scalars(
        select(Milestone)
        .where(Milestone.plan_id.in_(plan_ids))
        .options(joinedload(Milestone.replannings), joinedload(Milestone.plan))
        .order_by(Milestone.due_on, Milestone.id)
    ).unique()
    found: dict[int, list[Promise]] = {plan_id: [] for plan_id in plan_ids}
    for milestone in rows:
        promise = judge(milestone, start, end)
        if promise is not None:
            found[milestone.plan_id].append(promise)
    return {plan_id: sorted(promises, key=badness) for plan_id, promises in found.items()}


def judge(milestone: Milestone, start: date, end: date) -> Promise | None:
    """What became of a milestone by the last day; None where it does not belong to the period."""
    due, settled = _due_on(milestone, end), _settled_on(milestone, end)
    is_promised = min(milestone.first_due_on, due) <= end
    if (settled is not None and settled < start) or (settled is None and not is_promised):
        return None
    until = settled or end
    return Promise(
        plan=milestone.plan.ref,
        name=milestone.name,
        owner=milestone.owner,
        first_due=milestone.first_due_on,
        due=due,
        outcome=_outcome(milestone, due, settled, end),
        settled_on=settled,
        words=_words(milestone) if settled else "",
        days_late=_late(milestone, due, until),
        days_late_first=_late(milestone, milestone.first_due_on, until),
    )


def totals(promises: Iterable[Promise]) -> Totals:
    """Each promise counts once; done late counts as done, too."""
    counts = Counter(promise.outcome for promise in promises)
    return Totals(
        promised=counts.total(),
        done=counts[Outcome.DONE] + counts[Outcome.DONE_LATE],
        done_late=counts[Outcome.DONE_LATE],
        late=counts[Outcome.LATE],
        dropped=counts[Outcome.DROPPED],
        moved=counts[Outcome.MOVED],
    )


def badness(promise: Promise) -> tuple[int, int]:
    """Sorts the worst first, the longest late before the others."""
    return WORST_FIRST.index(promise.outcome), -promise.days_late


def _due_on(milestone: Milestone, day: date) -> date:
    """The promised date that held on a day."""
    later = (moved.from_due_on for moved in milestone.replannings if moved.moved_on > day)
    return next(later, milestone.due_on)


def _settled_on(milestone: Milestone, day: date) -> date | None:
    """When it was done or dropped, if by the day."""
    settled = {State.DONE: milestone.done_on, State.DROPPED: milestone.dropped_on}.get(milestone.state)
    return settled if settled is not None and settled <= day else None


def _outcome(milestone: Milestone, due: date, settled: date | None, end: date) -> Outcome:
    if settled is not None:
        if milestone.state is State.DROPPED:
            return Outcome.DROPPED
        return Outcome.DONE_LATE if settled > due else Outcome.DONE
    if due < end:
        return Outcome.LATE
    return Outcome.MOVED if milestone.first_due_on < due else Outcome.OPEN


def _words(milestone: Milestone) -> str:
    return milestone.drop_reason if milestone.state is State.DROPPED else milestone.evidence


def _late(milestone: Milestone, due: date, until: date) -> int:
    return 0 if milestone.state is State.DROPPED else max(0, (until - due).days)
