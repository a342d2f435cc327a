"""The rules for reports as a page shows them: what an office states itself, and where the rest comes from."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from app.extensions import db
from app.offices import queries, tree
from app.offices.models import Office, OfficeRules
from app.offices.places import OnTree, Place
from app.offices.queries import Rules


@dataclass(frozen=True)
class Stated:
    """One rule in force: its value, and the office that states it (None: nobody, the product's own default)."""

    name: str
    value: object
    source: Place | None


def in_force(office: OnTree, on: date) -> list[Stated]:
    """Each rule with its origin, from the nearest office upward that states it."""
    line, stated = tree.around(office.path).line[::-1], queries.stated(on)
    found = []
    for name in Rules.__dataclass_fields__:
        source = next((above for above in line if stated.get(above.id, {}).get(name) is not None), None)
        value = stated[source.id][name] if source else getattr(Rules(), name)
        found.append(Stated(name, value, source))
    return found


def own(office: Office, on: date) -> OfficeRules | None:
    """What the office itself states on a day."""
    return db.session.scalar(
        select(OfficeRules)
        .where(OfficeRules.office_id == office.id, OfficeRules.from_on <= on)
        .order_by(OfficeRules.from_on.desc())
        .limit(1)
    )
