"""Whom a repair is owed to, by name: who reported it and who fixed it, each only where they said yes.

Anonymous reporters have no name to tell. What was said is asked anew each time, so that a no holds at once.
"""

from collections.abc import Collection
from dataclasses import dataclass

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import aliased

from app.accounts.models import Credit, Person
from app.extensions import db
from app.pain_points.models import PainPoint, Reply, ReplyKind, State

FIXED = (State.FIXED, State.CONFIRMED, State.CLOSED)


@dataclass(frozen=True)
class Thanks:
    """Names, empty where nobody is to be named. `is_one` where the same person did both."""

    reporter: str = ""
    fixer: str = ""
    is_one: bool = False


def for_point(point: PainPoint) -> Thanks | None:
    """None where it is not fixed, or names nobody."""
    return of({point.id}).get(point.id) if point.state in FIXED else None


def of(point_ids: Collection[int]) -> dict[int, Thanks]:
    """By id of the report, in one question; those that are not fixed, or name nobody, are left out."""
    reporter, fixer = aliased(Person), aliased(Person)
    fixed_by = (
        select(Reply.author_id)
        .where(Reply.pain_point_id == PainPoint.id, Reply.kind == ReplyKind.FIXED)
        .order_by(Reply.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    rows = db.session.execute(
        select(PainPoint.id, reporter.id.label("reporter_id"), reporter.name, fixer.id, fixer.name.label("fixer"))
        .outerjoin(reporter, and_(reporter.id == PainPoint.reporter_id, ~PainPoint.is_anonymous, _is_told(reporter)))
        .outerjoin(fixer, and_(fixer.id == fixed_by, _is_told(fixer)))
        .where(PainPoint.id.in_(sorted(point_ids)), PainPoint.state.in_(FIXED))
    )
    found = {row[0]: Thanks(row[2] or "", row[4] or "", row[1] is not None and row[1] == row[3]) for row in rows}
    return {point_id: owed for point_id, owed in found.items() if owed.reporter or owed.fixer}


def _is_told(person: type[Person]) -> ColumnElement[bool]:
    return person.credit == Credit.BY_NAME
