"""What an event was about, as a name and an address. One question to the database, however many things a page shows."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import String, cast, literal, null, select, union_all

from app.accounts.models import Person
from app.adoptions.models import Adoption
from app.audit.labels import kind_words
from app.champions.models import Cycle
from app.champions.nominations.models import Nomination
from app.core.row_numbers import row_number
from app.extensions import db
from app.funding.models import FundingRequest, FundingRound
from app.huddles.models import Huddle
from app.measures.models import Measure, Source
from app.milestones.models import Milestone
from app.offices.models import Channel, ChannelKind, Office
from app.pain_points.models import PainPoint
from app.plans import labels as plan_labels
from app.plans.models import Plan
from app.reports.models import Report
from app.trials.models import Trial


@dataclass(frozen=True)
class Thing:
    """`href` is None where the thing has no page of its own."""

    name: str
    href: str | None = None


Pair = tuple[str, int]
"""A thing by the name of its table and its id."""

# table: (column with its name, how the name reads, its page)
_KNOWN: dict[str, tuple[Any, str, str | None]] = {
    "pain_point": (PainPoint.number, "PP-{}", "/pain-points/{}"),
    "plan": (Plan.number, "P-{}", "/plans/{}"),
    "report": (Report.number, "R-{}", "/reports/{}"),
    "measure": (Measure.number, "M-{}", "/measures/{}"),
    "funding_request": (FundingRequest.number, "F-{}", "/funding/{}"),
    "nomination": (Nomination.number, "N-{}", "/nominations/{}"),
    "huddle": (Huddle.number, "H-{}", "/huddles/{}"),
    "funding_round": (FundingRound.name, "{}", None),
    "milestone": (Milestone.name, "{}", None),
    "trial": (Trial.question, "{}", None),
    "adoption": (Adoption.number, "A-{}", "/adoptions/{}"),
    "office": (Office.name, "{}", None),
    "cycle": (Cycle.name, "{}", None),
    "person": (Person.name, "{}", None),
    "source": (Source.name, "{}", None),
    "channel": (Channel.name, "{}", None),
}
PREFIXES = {
    "PP": "pain_point", "P": "plan", "R": "report", "M": "measure", "F": "funding_request", "N": "nomination",
    "H": "huddle",
}  # fmt: skip


def names_of(pairs: Iterable[Pair]) -> dict[Pair, Thing]:
    """Each pair to its thing; what has no name of its own stands as "Seat 12"."""
    ids: dict[str, set[int]] = defaultdict(set)
    for kind, number in pairs:
        ids[kind].add(number)
    known = {kind: found for kind, found in ids.items() if kind in _KNOWN}
    things = {(kind, number): Thing(f"{kind_words(kind)} {number}") for kind, found in ids.items() for number in found}
    if not known:
        return things
    rows = db.session.execute(union_all(*(_wanted(kind, found) for kind, found in known.items())))
    return things | {(row.kind, row.id): _thing(row.kind, row.name, row.way) for row in rows if row.name or row.way}


def find(ref: str) -> tuple[str, int] | None:
    """The thing that a public number names ("PP-123456"), or None."""
    prefix, _, digits = ref.strip().upper().rpartition("-")
    kind = PREFIXES.get(prefix)
    number = row_number(digits)
    if kind is None or number is None:
        return None
    column = _KNOWN[kind][0]
    found = db.session.scalar(select(column.class_.id).where(column == number))
    return (kind, found) if found else None


def _wanted(kind: str, ids: set[int]) -> Any:
    column = _KNOWN[kind][0]
    table = column.class_
    name, way = cast(column, String).label("name"), Channel.kind if kind == "channel" else null()
    asked = select(literal(kind).label("kind"), table.id.label("id"), name, cast(way, String).label("way"))
    return asked.where(table.id.in_(sorted(ids)))


def _thing(kind: str, name: str, way: str | None) -> Thing:
    """`way`: the kind of a channel, which need not have a name."""
    _, reads, page = _KNOWN[kind]
    if way:
        return Thing(plan_labels.channel(ChannelKind(way), name))
    ref = reads.format(name)
    return Thing(ref, page.format(ref) if page else None)
