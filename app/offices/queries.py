"""Reading the tree: offices, subtrees, and the rules that hold for an office on a day."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, bindparam, select

from app.core import reading
from app.extensions import db
from app.offices.models import Channel, Office, OfficeRules
from app.offices.places import OnTree

RULES = (
    select(OfficeRules.__table__)
    .where(OfficeRules.office_id.in_(bindparam("offices", expanding=True)), OfficeRules.from_on <= bindparam("on"))
    .order_by(OfficeRules.from_on)
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


def rules_for(office: Office, on: date) -> Rules:
    """The rules in force for an office on a day: each one from the nearest office upward that states it."""
    nearest_first = list(reversed(office.ancestor_ids))
    newest = {row.office_id: row for row in reading.rows(RULES, {"offices": nearest_first, "on": on})}
    inherited = [newest[office_id] for office_id in nearest_first if office_id in newest]
    stated: dict[str, Any] = {name: _nearest(inherited, name) for name in Rules.__dataclass_fields__}
    if stated["holidays"] is not None:
        stated["holidays"] = frozenset(date.fromisoformat(day) for day in stated["holidays"])
    return Rules(**{name: value for name, value in stated.items() if value is not None})


def _nearest(inherited: list[Row[Any]], name: str) -> object:
    return next((value for row in inherited if (value := getattr(row, name)) is not None), None)
