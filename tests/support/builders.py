"""Small builders for the cast and their things. They write to the tables and commit: a test's given, not its when.

The cast: champion, deputy, colleague (frontline), stranger (of another office), leader, program (office), sponsor,
reviewer, owner (of a channel), auditor, admin.
"""

import itertools
from datetime import UTC, date, datetime, timedelta
from typing import Any, TypeVar

from sqlalchemy.orm import object_mapper

from app.accounts.models import ChannelOwnership, Person, Role, RoleGrant
from app.champions.models import Cycle, CycleState, Paper, Seat
from app.extensions import db
from app.measures.models import Cadence, Direction, Kind, Measure, Observation, Source, Unit
from app.milestones.models import Milestone
from app.offices.models import Channel, ChannelKind, Office, OfficeParent
from app.pain_points.models import Customers, Frequency, PainPoint, Stage
from app.plans.models import SECTIONS, Plan, PlanVersion, SectionText

T = TypeVar("T")

AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TODAY = AT.date()


class Serial:
    """For what must differ: drawn by chance, two would be the same one day. Six digits, so that none begins another.

    On a fresh database it begins again, so that the same test prints the same paper, which then is printed once.
    """

    def __init__(self) -> None:
        self.restart()

    def restart(self, start: int = 100_001) -> None:
        self._numbers = itertools.count(start)

    def __next__(self) -> int:
        return next(self._numbers)


SERIAL = Serial()


def save(thing: T) -> T:
    """Write one row and commit."""
    db.session.add(thing)
    commit()
    return thing


def commit() -> None:
    """Commit. What was read stands, for nobody else has written meanwhile; only what belongs to what is read again."""
    session = db.session()
    session.expire_on_commit = False
    try:
        session.commit()
    finally:
        session.expire_on_commit = True
    for thing in session:
        if joined := vars(thing).keys() & object_mapper(thing).relationships.keys():
            session.expire(thing, joined)


def office(name: str = "Child Support", parent: Office | None = None, slug: str = "") -> Office:
    slug = slug or f"{name.lower().replace(' ', '-')}-{next(SERIAL)}"
    made = Office(slug=slug, name=name, parent_id=parent.id if parent else None, path="/", opened_on=date(2020, 1, 1))
    db.session.add(made)
    db.session.flush()
    made.path = f"{parent.path if parent else '/'}{made.id}/"
    db.session.add(OfficeParent(office_id=made.id, parent_id=made.parent_id, from_on=made.opened_on))
    commit()
    return made


def person(name: str = "Dana Whitfield", at: Office | None = None, **fields: Any) -> Person:
    email = fields.pop("email", f"person-{next(SERIAL)}@agency.example")
    return save(Person(email=email, name=name, office_id=at.id if at else None, created_at=AT, **fields))


def grant(to: Person, role: Role, office: Office, cycle: Cycle | None = None, seat: Seat | None = None) -> RoleGrant:
    return save(
        RoleGrant(
            person_id=to.id, role=role, office_id=office.id, from_on=date(2026, 1, 1),
            cycle_id=cycle.id if cycle else None, seat_id=seat.id if seat else None,
        )
    )  # fmt: skip


def with_role(role: Role, office: Office, name: str = "") -> Person:
    """A person of this office who holds a role on it."""
    made = person(name or role.value.replace("_", " ").title(), at=office)
    grant(made, role, office)
    return made


def channel(at: Office, kind: ChannelKind = ChannelKind.PHONE, owner: Person | None = None) -> Channel:
    made = save(Channel(office_id=at.id, kind=kind))
    if owner:
        save(ChannelOwnership(channel_id=made.id, person_id=owner.id, from_on=date(2026, 1, 1)))
    return made


def cycle(name: str = "", **fields: Any) -> Cycle:
    given: dict[str, Any] = {
        "starts_on": date(2026, 10, 1),
        "ends_on": date(2027, 9, 30),
        "plan_due_on": date(2026, 12, 15),
        "state": CycleState.OPEN,
        "paper": Paper.LETTER,
    }
    return save(Cycle(name=name or f"Cycle {next(SERIAL)}", **{**given, **fields}))


def seat(at: Office, champion: Person, cycle: Cycle, deputy: Person | None = None) -> Seat:
    """A seat with the grants that come with it."""
    made = save(
        Seat(
            cycle_id=cycle.id, office_id=at.id, champion_id=champion.id,
            deputy_id=deputy.id if deputy else None, from_on=cycle.starts_on,
        )
    )  # fmt: skip
    grant(champion, Role.CHAMPION, at, cycle, made)
    if deputy:
        grant(deputy, Role.DEPUTY, at, cycle, made)
    return made


def pain_point(at: Office, responsible: Person, reporter: Person | None = None, **fields: Any) -> PainPoint:
    given: dict[str, Any] = {
        "number": next(SERIAL),
        "is_anonymous": reporter is None,
        "language": "en",
        "title": "The letter says call us, but the number on it rings out",
        "happening": "The letter says call us, but the number on it rings out.",
        "frequency": Frequency.DAILY,
        "customers": Customers.SOME,
        "channel": ChannelKind.PHONE,
        "stage": Stage.WAITING,
        "received_at": AT if reporter else None,
        "received_on": TODAY,
        "ack_due_on": TODAY + timedelta(days=4),
        "answer_due_on": TODAY + timedelta(days=28),
        "smallest_group": 5,
    }
    return save(
        PainPoint(
            office_id=at.id, responsible_id=responsible.id, reporter_id=reporter.id if reporter else None,
            **{**given, **fields},
        )
    )  # fmt: skip


def plan(at: Office, cycle: Cycle, author: Person, *, words: dict[str, str] | None = None, number: int = 0) -> Plan:
    """A plan with a draft version 1 whose sections hold `words`."""
    made = Plan(
        number=number or next(SERIAL), office_id=at.id, cycle_id=cycle.id, language="en",
        created_at=AT, title=(words or {}).get("title", ""),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    version(made, author, words=words)
    return made


def version(of: Plan, author: Person, *, number: int = 1, words: dict[str, str] | None = None) -> PlanVersion:
    made = PlanVersion(plan_id=of.id, number=number, author_id=author.id, saved_at=AT, saved_by_id=author.id)
    made.sections = [
        SectionText(key=key, position=position, words=(words or {}).get(key, ""))
        for position, key in enumerate(SECTIONS)
    ]
    return save(made)


def milestone(
    of: Plan, name: str = "First desk writes orders", due: date = date(2026, 12, 1), **fields: Any
) -> Milestone:
    return save(Milestone(plan_id=of.id, name=name, first_due_on=due, due_on=due, **fields))


def measure(at: Office, owner: Person, name: str = "Days to a signed order", **fields: Any) -> Measure:
    """A measure with one source."""
    given: dict[str, Any] = {
        "number": next(SERIAL),
        "kind": Kind.OUTCOME,
        "unit": Unit.DAYS,
        "direction": Direction.DOWN,
        "cadence": Cadence.MONTH,
        "created_at": AT,
    }
    made = Measure(office_id=at.id, owner_id=owner.id, name=name, **{**given, **fields})
    made.sources = [Source(name="Case system", from_on=date(2024, 1, 1))]
    return save(made)


def observation(of: Measure, start: date, end: date, value: float, by: Person, **fields: Any) -> Observation:
    return save(
        Observation(
            measure_id=of.id, source_id=of.sources[-1].id, period_start=start, period_end=end, value=value,
            recorded_by_id=by.id, recorded_at=AT, **fields,
        )
    )  # fmt: skip
