"""When and where a huddle meets, and who hosts it. The one after it is proposed by itself."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from app.accounts.models import Person
from app.champions.models import Cycle, CycleState
from app.core import events, locks, workdays
from app.core.errors import NotAllowed
from app.core.numbering import next_number
from app.extensions import db
from app.huddles import policy, queries
from app.huddles.errors import HasClosed, NotOfTheCycle, OutsideTheCycle, SameDay
from app.huddles.models import Huddle
from app.offices.queries import agency, rules_for

EVERY = timedelta(days=14)


@dataclass(frozen=True)
class Meeting:
    """When, where and with whom. `host_id` is one of queries.team_of; `link` an address for those who call in."""

    meets_on: date
    begins: time
    place: str
    link: str
    host_id: int


def plan(cycle: Cycle, meeting: Meeting, *, by: Person, at: datetime) -> Huddle:
    """Call a huddle. Raises NotAllowed, HasClosed, OutsideTheCycle, SameDay, NotOfTheCycle."""
    if not policy.can_plan(by):
        raise NotAllowed
    locks.hold(cycle)
    if cycle.state is CycleState.CLOSED:
        raise HasClosed
    _check(cycle, meeting)
    return _add(cycle, meeting, by=by, at=at)


def change(huddle: Huddle, meeting: Meeting, *, seen_lock: int, by: Person, at: datetime) -> list[str]:
    """Move it, or give it to another host; the names of what changed. Raises what `plan` raises and LostUpdate."""
    if not policy.can_run(by, huddle):
        raise NotAllowed
    locks.claim(huddle, seen_lock)
    if not policy.is_open(huddle):
        raise HasClosed
    locks.hold(huddle.cycle)
    _check(huddle.cycle, meeting, but=huddle.id)
    given = asdict(meeting)
    changed = [name for name, value in given.items() if getattr(huddle, name) != value]
    for name in changed:
        setattr(huddle, name, given[name])
    if changed:
        db.session.flush()
        _record("huddle.changed", huddle, by=by, at=at, fields=changed, **_codes(huddle))
    return changed


def propose_next(huddle: Huddle, *, by: Person, at: datetime, today: date) -> Huddle | None:
    """The one two weeks later, at the same time and place; None where one is planned already or the cycle is over."""
    if queries.has_one_ahead(huddle.cycle_id, but=huddle.id):
        return None
    root = agency()
    holidays = rules_for(root, today).holidays if root else ()
    day = huddle.meets_on + EVERY
    while day <= today:
        day += EVERY
    day = workdays.add(day, 0, holidays)
    if day > huddle.cycle.ends_on or queries.is_taken(huddle.cycle_id, day):
        return None
    again = Meeting(day, huddle.begins, huddle.place, huddle.link, huddle.host_id)
    return _add(huddle.cycle, again, by=by, at=at)


def _add(cycle: Cycle, meeting: Meeting, *, by: Person, at: datetime) -> Huddle:
    made = Huddle(number=next_number(Huddle.number), cycle_id=cycle.id, cycle=cycle, **asdict(meeting))
    db.session.add(made)
    db.session.flush()
    _record("huddle.planned", made, by=by, at=at, **_codes(made))
    return made


def _check(cycle: Cycle, meeting: Meeting, but: int | None = None) -> None:
    if not cycle.starts_on <= meeting.meets_on <= cycle.ends_on:
        raise OutsideTheCycle
    if queries.is_taken(cycle.id, meeting.meets_on, but):
        raise SameDay
    if meeting.host_id not in {member.id for member in queries.team_of(cycle.id)}:
        raise NotOfTheCycle


def _codes(huddle: Huddle) -> dict[str, Any]:
    return {"on": huddle.meets_on.isoformat(), "person_id": huddle.host_id}


def _record(verb: str, huddle: Huddle, *, by: Person, at: datetime, **codes: Any) -> None:
    events.record(verb, huddle, by=by, at=at, cycle_id=huddle.cycle_id, **codes)
