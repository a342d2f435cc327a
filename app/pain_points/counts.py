"""How many reports are in each saved filter: capped, and flat at any size."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Date, ScalarSelect, Select, String, bindparam, func, literal, select, true

from app.core import reading
from app.core.events import until_something_happens
from app.offices.models import Office
from app.offices.places import Place
from app.pain_points import policy
from app.pain_points.lists import on_state
from app.pain_points.models import PainPoint, State

CAP = 10_000
FILTERS: dict[str, tuple[str, ...]] = {
    "open": policy.OPEN,
    "to_answer": (State.RECEIVED, State.ACKNOWLEDGED),
    "late": ("late",),
    State.NEEDS_FACTS: (State.NEEDS_FACTS,),
    State.FIXED: (State.FIXED,),
}


@until_something_happens
def in_filters(office: Place | None, today: date) -> Mapping[str, int]:
    """How many are in each saved filter, of an office's subtree or of all; above CAP it says CAP + 1."""
    has_office = bool(office and office.parent_id)
    asked = {"today": today, **({"below": f"{office.path}%"} if office and has_office else {})}
    row = reading.rows(COUNTS_BELOW if has_office else COUNTS, asked)[0]
    found = dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's public way to a row's names
    return {name: min(CAP + 1, sum(found[part] for part in parts)) for name, parts in FILTERS.items()}


def _counting(within: ColumnElement[bool], late_within: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
    """Each open state once, and what is late; `today` and `below` come with each asking."""
    capped = {state: _capped(PainPoint.state == state, within) for state in policy.OPEN}
    late = _capped(*on_state("late", bindparam("today", type_=Date)), late_within)
    return select(late.label("late"), *(count.label(state.value) for state, count in capped.items()))


def _below() -> Select[int]:
    return select(Office.id).where(Office.path.like(bindparam("below", type_=String)))


def _capped(*conditions: ColumnElement[bool]) -> ScalarSelect[int]:
    found = select(literal(1)).select_from(PainPoint).where(*conditions).limit(CAP + 1).subquery()
    return select(func.count()).select_from(found).scalar_subquery()


COUNTS = reading.question(lambda: _counting(true(), true()))
# what is late is few, and all in one small index: "+ 0" keeps the database from going by office instead
COUNTS_BELOW = reading.question(
    lambda: _counting(PainPoint.office_id.in_(_below()), (PainPoint.office_id + 0).in_(_below()))
)
