"""Which offices somebody speaks for in a cycle, which have a nominee, and which nobody: by region."""

from collections import Counter
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select

from app.champions.models import Cycle, Seat
from app.champions.nominations.models import Nomination
from app.champions.nominations.policy import DECIDABLE
from app.extensions import db
from app.offices.models import Office


@dataclass(frozen=True)
class Region:
    """An office right below the agency with all below it: offices by how they are covered."""

    id: int
    slug: str
    name: str
    seats: int
    nominees: int
    above: int
    nobody: int

    @property
    def offices(self) -> int:
        return self.seats + self.nominees + self.above + self.nobody


@dataclass(frozen=True)
class Missing:
    """An office that nobody speaks for: no seat of its own or above it, and no nominee."""

    id: int
    slug: str
    name: str
    region_id: int
    region: str


@dataclass(frozen=True)
class Coverage:
    regions: list[Region]
    missing: list[Missing]


def of(cycle: Cycle) -> Coverage:
    """In three questions, whatever the size of the tree. The agency itself is no region, and needs no seat."""
    rows = db.session.execute(
        select(Office.id, Office.slug, Office.name, Office.path)
        .where(Office.closed_on.is_(None), Office.parent_id.is_not(None))
        .order_by(Office.path)
    ).all()
    seats = set(db.session.scalars(select(Seat.office_id).where(Seat.cycle_id == cycle.id, Seat.to_on.is_(None))))
    wanted = select(Nomination.office_id).where(Nomination.cycle_id == cycle.id, Nomination.state.in_(DECIDABLE))
    nominees = set(db.session.scalars(wanted))
    lines = {row.id: [int(part) for part in row.path.strip("/").split("/")][1:] for row in rows}
    kinds = {row.id: _kind(row.id, lines[row.id], seats, nominees) for row in rows}
    counts = Counter((lines[row.id][0], kinds[row.id]) for row in rows)
    regions = [_region(row, counts) for row in rows if len(lines[row.id]) == 1]
    names = {one.id: one.name for one in regions}
    missing = [
        Missing(row.id, row.slug, row.name, lines[row.id][0], names.get(lines[row.id][0], ""))
        for row in rows if kinds[row.id] == "nobody"
    ]  # fmt: skip
    return Coverage(regions, missing)


def _kind(office_id: int, line: list[int], seats: set[int], nominees: set[int]) -> str:
    if office_id in seats:
        return "seats"
    if office_id in nominees:
        return "nominees"
    return "above" if seats.intersection(line) else "nobody"


def _region(row: Any, counts: Counter[tuple[int, str]]) -> Region:
    found = {kind: counts[row.id, kind] for kind in ("seats", "nominees", "above", "nobody")}
    return Region(row.id, row.slug, row.name, **found)
