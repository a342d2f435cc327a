"""The rules for reports as a page shows them: what an office states itself, and where the rest comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.extensions import db
from app.offices.models import Office, OfficeRules
from app.offices.queries import Rules


@dataclass(frozen=True)
class Stated:
    """One rule in force: its value, and the office that states it (None: nobody, the product's own default)."""

    name: str
    value: object
    source: Office | None


def in_force(office: Office, on: date) -> list[Stated]:
    """Each rule with its origin, from the nearest office upward that states it."""
    offices = {o.id: o for o in db.session.scalars(select(Office).where(Office.id.in_(office.ancestor_ids)))}
    newest = _newest(office.ancestor_ids, on)
    found = []
    for name in Rules.__dataclass_fields__:
        stating = next(
            (i for i in reversed(office.ancestor_ids) if i in newest and getattr(newest[i], name) is not None), None
        )
        value = getattr(newest[stating], name) if stating else getattr(Rules(), name)
        found.append(Stated(name, value, offices[stating] if stating else None))
    return found


def own(office: Office, on: date) -> OfficeRules | None:
    """What the office itself states on a day."""
    return _newest([office.id], on).get(office.id)


def timeline(office: Office) -> Sequence[OfficeRules]:
    """Every set of rules of the office, the newest first, coming ones too."""
    return db.session.scalars(
        select(OfficeRules).where(OfficeRules.office_id == office.id).order_by(OfficeRules.from_on.desc())
    ).all()


def _newest(office_ids: list[int], on: date) -> dict[int, OfficeRules]:
    rows = db.session.scalars(
        select(OfficeRules)
        .where(OfficeRules.office_id.in_(office_ids), OfficeRules.from_on <= on)
        .order_by(OfficeRules.from_on)
    )
    return {row.office_id: row for row in rows}
