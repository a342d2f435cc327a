"""Reading the tree: offices, subtrees, and the rules that hold for an office on a day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, select
from sqlalchemy.orm import InstrumentedAttribute

from app.core import reading
from app.extensions import db
from app.offices.kept import until_the_tree_changes
from app.offices.models import Channel, Office, OfficeRules
from app.offices.places import OnTree, Place

FEW = 50
RULES = select(OfficeRules.__table__).order_by(OfficeRules.from_on)
AGENCY = (
    select(Office.id, Office.slug, Office.name, Office.path, Office.parent_id)
    .where(Office.parent_id.is_(None))
    .order_by(Office.id)
    .limit(1)
)


@dataclass(frozen=True)
class Rules:
    """Rules for reports. Days are working days; `smallest_group` is the k below which no count is shown."""

    ack_days: int = 3
    answer_days: int = 20
    anonymous_allowed: bool = True
    smallest_group: int = 5
    time_zone: str = "UTC"
    holidays: frozenset[date] = frozenset()


def get(office_id: int) -> Office | None:
    return db.session.get(Office, office_id)


def get_by_slug(slug: str) -> Office | None:
    return db.session.scalar(select(Office).where(Office.slug == slug))


def get_channel(channel_id: int) -> Channel | None:
    return db.session.get(Channel, channel_id)


def root() -> Office | None:
    """The agency itself."""
    return db.session.scalar(select(Office).where(Office.parent_id.is_(None)).order_by(Office.id).limit(1))


def subtree_ids(office: OnTree) -> Select[int]:
    """Ids of the office and all below it, as a subquery."""
    return select(Office.id).where(Office.path.like(f"{office.path}%"))


def is_below(office: OnTree, column: InstrumentedAttribute[int]) -> ColumnElement[bool]:
    """That a row belongs to the office or to one below it. A few are named one by one: of a subquery PostgreSQL expects
    an even share of all rows, and looks through a whole agency to find the little that one office has."""
    ids = _first_below(office.path)
    return column.in_(ids if len(ids) <= FEW else subtree_ids(office))


@until_the_tree_changes
def _first_below(path: str) -> Sequence[int]:
    below = select(Office.id).where(Office.path.like(f"{path}%")).order_by(Office.id)
    return [row.id for row in reading.rows(below.limit(FEW + 1))]


@until_the_tree_changes
def path_of(office_id: int) -> str:
    """Where an office hangs in the tree: each page of a champion needs it, to know what day it is there."""
    return str(reading.value(select(Office.path).where(Office.id == office_id)))


@until_the_tree_changes
def agency() -> Place | None:
    """The root as far as others need it; None before the first office."""
    found = reading.rows(AGENCY)
    return Place(**found[0]._mapping) if found else None  # noqa: SLF001  # SQLAlchemy's public way to a row's names


def rules_for(office: OnTree, on: date) -> Rules:
    """The rules in force for an office on a day: each one from the nearest office upward that states it."""
    return rules_at(office.path, on)


@until_the_tree_changes
def rules_at(path: str, on: date) -> Rules:
    """The same for the office that hangs at this place of the tree."""
    stated_by = stated(on)
    nearest_first = [int(part) for part in reversed(path.strip("/").split("/"))]
    inherited = [stated_by[office_id] for office_id in nearest_first if office_id in stated_by]
    found = {name: _nearest(inherited, name) for name in Rules.__dataclass_fields__}
    return Rules(**{name: value for name, value in found.items() if value is not None})


@until_the_tree_changes
def stated(on: date) -> dict[int, dict[str, Any]]:
    """What each office states itself on a day, by its id: None for what it inherits. Few offices state anything."""
    return {own["office_id"]: own for own in _all_rules() if own["from_on"] <= on}


def coming(office: Office, on: date) -> list[date]:
    """The days after this one from which the office states other rules, the last first."""
    days = [own["from_on"] for own in _all_rules() if own["office_id"] == office.id and own["from_on"] > on]
    return days[::-1]


@until_the_tree_changes
def _all_rules() -> tuple[dict[str, Any], ...]:
    """Every set of rules, the oldest first."""
    return tuple(_own(row) for row in reading.rows(RULES))


def _own(row: Row[Any]) -> dict[str, Any]:
    own = dict(row._mapping)  # noqa: SLF001  # SQLAlchemy's public way to a row's names
    if own["holidays"] is not None:
        own["holidays"] = frozenset(date.fromisoformat(day) for day in own["holidays"])
    return own


def _nearest(inherited: list[dict[str, Any]], name: str) -> Any:
    return next((own[name] for own in inherited if own[name] is not None), None)
