"""One level of the tree with its counts, and how an office hung when."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import InstrumentedAttribute, aliased

from app.extensions import db
from app.offices.models import Office, OfficeParent, OfficeSuccession


@dataclass(frozen=True)
class Branch:
    """An office in a list: how many offices hang below it, and their staff together with its own (None: not known)."""

    office: Office
    below: int
    staff: int | None


@dataclass(frozen=True)
class Place:
    """Where an office hung: below whom (None: the top), from a day up to another."""

    parent: Office | None
    stay: OfficeParent


def ancestors(office: Office) -> Sequence[Office]:
    """From the agency down to the office above this one."""
    ids = office.ancestor_ids[:-1]
    return db.session.scalars(select(Office).where(Office.id.in_(ids)).order_by(Office.path)).all() if ids else []


def branches(office: Office) -> list[Branch]:
    """The open offices directly below, by name, with counts from one query over the subtree."""
    children = db.session.scalars(
        select(Office).where(Office.parent_id == office.id, Office.closed_on.is_(None)).order_by(Office.name, Office.id)
    ).all()
    below: Counter[str] = Counter()
    staff: Counter[str] = Counter()
    rows = db.session.execute(
        select(Office.path, Office.staff_count).where(Office.path.like(f"{office.path}%"), Office.closed_on.is_(None))
    )
    for path, staff_count in rows:
        child = path.removeprefix(office.path).partition("/")[0]
        below[child] += 1
        staff[child] += staff_count or 0
    return [Branch(c, below[str(c.id)] - 1, staff[str(c.id)] or None) for c in children]


def closed_children(office: Office) -> Sequence[Office]:
    return db.session.scalars(
        select(Office)
        .where(Office.parent_id == office.id, Office.closed_on.is_not(None))
        .order_by(Office.closed_on.desc())
    ).all()


def places(office: Office) -> list[Place]:
    """Where it hung, the newest first."""
    parent = aliased(Office)
    rows = db.session.execute(
        select(OfficeParent, parent)
        .outerjoin(parent, parent.id == OfficeParent.parent_id)
        .where(OfficeParent.office_id == office.id)
        .order_by(OfficeParent.from_on.desc())
    )
    return [Place(above, stay) for stay, above in rows]


def went_on_in(office: Office) -> list[tuple[Office, date]]:
    """The offices that go on with its work, since when."""
    return _others(OfficeSuccession.office_id == office.id, OfficeSuccession.successor_id)


def goes_on_for(office: Office) -> list[tuple[Office, date]]:
    """The closed offices whose work it goes on with, since when."""
    return _others(OfficeSuccession.successor_id == office.id, OfficeSuccession.office_id)


def _others(condition: ColumnElement[bool], other_id: InstrumentedAttribute[int]) -> list[tuple[Office, date]]:
    rows = db.session.execute(
        select(Office, OfficeSuccession.from_on)
        .join(OfficeSuccession, other_id == Office.id)
        .where(condition)
        .order_by(OfficeSuccession.from_on)
    ).all()
    return [(office, since) for office, since in rows]
