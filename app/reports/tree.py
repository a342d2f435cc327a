"""The tree of offices as it was on a day: a report on a past period counts the offices that belonged there then."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from sqlalchemy import or_, select

from app.extensions import db
from app.offices.models import Office, OfficeParent


def offices_on(office: Office, day: date) -> frozenset[int]:
    """Ids of the office and of all that hung below it on the day; one query."""
    return below(office.id, _children_on(day))


def below(top: int, children: Mapping[int, list[int]]) -> frozenset[int]:
    """`top` and all below it."""
    found, waiting = {top}, [top]
    while waiting:
        new = [child for child in children.get(waiting.pop(), ()) if child not in found]
        found.update(new)
        waiting.extend(new)
    return frozenset(found)


def _children_on(day: date) -> Mapping[int, list[int]]:
    held = select(OfficeParent.parent_id, OfficeParent.office_id).where(
        OfficeParent.parent_id.is_not(None),
        OfficeParent.from_on <= day,
        or_(OfficeParent.to_on.is_(None), OfficeParent.to_on > day),
    )
    children: dict[int, list[int]] = defaultdict(list)
    for parent, child in db.session.execute(held):
        if parent is not None:
            children[parent].append(child)
    return children
