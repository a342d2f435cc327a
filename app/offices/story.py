"""How an office came where it is: where it hung when, whose work it goes on with, and where its own went on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Executable, bindparam, literal, null, select, union_all
from sqlalchemy.orm import aliased

from app.core import reading
from app.offices.models import Office, OfficeParent, OfficeSuccession

_OTHER = aliased(Office)
_HUNG, _AFTER, _BEFORE = "hung", "after", "before"
_OF = (_OTHER.slug, _OTHER.name)
STORY: Executable = union_all(
    select(literal(_HUNG).label("kind"), OfficeParent.from_on, OfficeParent.to_on, *_OF)
    .select_from(OfficeParent)
    .outerjoin(_OTHER, _OTHER.id == OfficeParent.parent_id)
    .where(OfficeParent.office_id == bindparam("office_id")),
    select(literal(_AFTER), OfficeSuccession.from_on, null(), *_OF)
    .join(_OTHER, _OTHER.id == OfficeSuccession.successor_id)
    .where(OfficeSuccession.office_id == bindparam("office_id")),
    select(literal(_BEFORE), OfficeSuccession.from_on, null(), *_OF)
    .join(_OTHER, _OTHER.id == OfficeSuccession.office_id)
    .where(OfficeSuccession.successor_id == bindparam("office_id")),
).order_by("from_on")


@dataclass(frozen=True)
class Chapter:
    """Another office (None: the top of the tree), from a day on, up to another where that is known."""

    slug: str | None
    name: str | None
    from_on: date
    to_on: date | None


@dataclass(frozen=True)
class Story:
    """Below whom it hung, the newest first; the offices that go on with its work, and those it goes on for, the oldest
    first."""

    places: Sequence[Chapter]
    went_on_in: Sequence[Chapter]
    goes_on_for: Sequence[Chapter]


def of(office: Office) -> Story:
    """The whole story in one query."""
    told: dict[str, list[Chapter]] = {_HUNG: [], _AFTER: [], _BEFORE: []}
    for row in reading.rows(STORY, {"office_id": office.id}):
        told[row.kind].append(Chapter(row.slug, row.name, row.from_on, row.to_on))
    return Story(told[_HUNG][::-1], told[_AFTER], told[_BEFORE])
