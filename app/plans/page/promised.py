"""The milestones of a plan on its page: rows in words, the twelve months, and what is due next."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from app.milestones import drawing, labels
from app.milestones import queries as milestones
from app.milestones.models import Milestone, State
from app.plans.models import Plan
from app.plans.standing import Promise
from app.web.clocks import Clock

MOST_DRAWN = 24
"""Rows that the drawing holds before it is a wall; the list beneath it has all."""


@dataclass(frozen=True)
class Row:
    id: int
    name: str
    owner: str
    dates: str
    state: State
    clock: Clock


@dataclass(frozen=True)
class Promised:
    """`promises` are those that were not dropped; `is_cut` where the drawing leaves some out."""

    rows: Sequence[Row]
    promises: Sequence[Promise]
    dropped: int
    months: Markup
    is_cut: bool


def of(plan: Plan, today: date, known: Collection[int]) -> tuple[Promised, Promised]:
    """On a day: all of them, and those whose ids are `known` to everybody, not only to who reads drafts. One
    question."""
    found = milestones.for_plan(plan.id)
    public = [one for one in found if one.id in known]
    whole = _of(plan, found, today)
    return whole, whole if len(public) == len(found) else _of(plan, public, today)


def _of(plan: Plan, found: Sequence[Milestone], today: date) -> Promised:
    kept = [one for one in found if one.state is not State.DROPPED]
    return Promised(
        rows=[
            Row(one.id, one.name, one.owner, labels.dates(one), one.state, labels.clock_of(one, today)) for one in found
        ],
        promises=[Promise(one.id, one.name, one.owner, one.due_on, one.is_open, one.days_late(today)) for one in kept],
        dropped=len(found) - len(kept),
        months=drawing.twelve_months(found, plan.cycle.starts_on, today, MOST_DRAWN),
        is_cut=len(kept) > MOST_DRAWN,
    )
