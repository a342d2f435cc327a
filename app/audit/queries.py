"""Reading the log: filtered, newest first, in pages; and the history of one thing."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, and_, false, or_, select

from app.accounts.models import Person
from app.audit.labels import UNTOLD, actor_is_shown
from app.core import keyset
from app.core.events import Event
from app.core.keyset import Order, Slice
from app.extensions import db
from app.offices.models import Office
from app.offices.places import OnTree
from app.trials.models import Trial

PAGE = 50
BATCH = 1000
MOST_OF_ONE = 200
MOST_OF_MANY = 1000
ORDER: Order[Event] = Order((Event.id,), lambda event: event.id)


@dataclass(frozen=True)
class Filters:
    """What the log's form asks for. Days are whole days in UTC, both included.

    `watched`: the offices that the reader answers for, with all below them; None is the whole agency.
    """

    verb: str = ""
    thing: tuple[str, int] | None = None
    person: Person | None = None
    office: OnTree | None = None
    since: date | None = None
    until: date | None = None
    watched: tuple[OnTree, ...] | None = None


def page(filters: Filters, after: int | None = None, before: int | None = None) -> Slice[Event]:
    """One page, newest first; `after` and `before` are event numbers beside it."""
    return keyset.page(select(Event).where(*_conditions(filters)), ORDER, after, before, size=PAGE)


def everything(filters: Filters) -> Iterator[Sequence[Event]]:
    """All events of a selection, newest first, a thousand at a time."""
    last = None
    while True:
        asked = select(Event).where(*_conditions(filters)).order_by(Event.id.desc()).limit(BATCH)
        rows = db.session.scalars(asked if last is None else asked.where(Event.id < last)).all()
        if rows:
            yield rows
        if len(rows) < BATCH:
            return
        last = rows[-1].id


def about(subject_type: str, *subject_ids: int) -> ColumnElement[bool]:
    """Events of these things of one kind."""
    return and_(Event.subject_type == subject_type, Event.subject_id.in_(subject_ids))


def about_version(plan_id: int, version_id: int, number: int) -> ColumnElement[bool]:
    """Events of a version: the plan's that name its number, and those of its measures."""
    names_it = Event.data["version"].as_integer() == number
    return or_(and_(about("plan", plan_id), names_it), about("plan_version", version_id))


def about_trials(plan_id: int) -> ColumnElement[bool]:
    """Events of a plan's small tests, also of those that were taken out: of them only that they were."""
    kept = Event.subject_id.in_(select(Trial.id).where(Trial.plan_id == plan_id))
    removed = and_(Event.verb == "trial.removed", Event.data["plan_id"].as_integer() == plan_id)
    return or_(and_(Event.subject_type == "trial", kept), removed)


def history(which: ColumnElement[bool], most: int = MOST_OF_ONE) -> tuple[list[Event], dict[int, str]]:
    """These events, oldest first, and who acted, as `actors`; of a very long history the newest part. One query."""
    asked = select(Event, Person.name).outerjoin(Person, Person.id == Event.actor_id).where(which)
    rows = db.session.execute(asked.order_by(Event.id.desc()).limit(most)).all()[::-1]
    names = {actor: name for event, name in rows if (actor := _shown_actor(event))}
    return [event for event, _ in rows], names


def actors(events: Sequence[Event]) -> dict[int, str]:
    """Who acted, by id; without those whose name the log keeps to itself."""
    ids = {actor for event in events if (actor := _shown_actor(event))}
    rows = db.session.execute(select(Person.id, Person.name).where(Person.id.in_(ids))) if ids else ()
    return {row.id: row.name for row in rows}


def _shown_actor(event: Event) -> int | None:
    return event.actor_id if actor_is_shown(event.verb) else None


def _within(office: OnTree) -> ColumnElement[bool]:
    return Event.office_id.in_(select(Office.id).where(Office.path.like(f"{office.path}%")))


def _conditions(filters: Filters) -> list[ColumnElement[bool]]:
    found: list[Any] = []
    if filters.verb:
        found.append(Event.verb == filters.verb)
    if filters.thing:
        found += [Event.subject_type == filters.thing[0], Event.subject_id == filters.thing[1]]
    if filters.person:
        found += [Event.actor_id == filters.person.id, Event.verb.not_in(UNTOLD)]
    if filters.office:
        found.append(_within(filters.office))
    if filters.watched is not None:
        found.append(or_(false(), *(_within(office) for office in filters.watched)))
    if filters.since:
        found.append(Event.at >= datetime.combine(filters.since, time.min, UTC))
    if filters.until:
        found.append(Event.at < datetime.combine(filters.until, time.min, UTC) + timedelta(days=1))
    return found
