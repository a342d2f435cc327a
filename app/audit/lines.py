"""Events made ready to read: words instead of codes, names instead of numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.audit import queries
from app.audit.labels import actor_words, verb_words
from app.audit.things import Thing, names_of
from app.core import sheets
from app.core.events import Event


@dataclass(frozen=True)
class Line:
    """One event as the log shows it. `is_day` where only the day is known."""

    id: int
    at: datetime
    is_day: bool
    who: str
    what: str
    verb: str
    thing: Thing
    details: str
    hash: str


def lines_of(events: Sequence[Event]) -> list[Line]:
    names, things = queries.actors(events), names_of(events)
    return [_line(event, names, things[event.subject_type, event.subject_id]) for event in events]


def as_csv(batches: Iterable[Sequence[Event]]) -> Iterator[str]:
    """A head and a line for each event, with hashes, so that a copy can be checked against the chain."""
    yield sheets.MARK + sheets.line(("number", "at", "who", "verb", "thing", "details", "hash"))
    for batch in batches:
        for line in lines_of(batch):
            yield sheets.line(
                (line.id, line.at.isoformat(), line.who, line.verb, line.thing.name, line.details, line.hash)
            )


def _line(event: Event, names: dict[int, str], thing: Thing) -> Line:
    return Line(
        id=event.id,
        at=event.at,
        is_day=(event.at.hour, event.at.minute, event.at.second, event.at.microsecond) == (0, 0, 0, 0),
        who=actor_words(event.verb, event.actor_id, names),
        what=verb_words(event.verb),
        verb=event.verb,
        thing=thing,
        details=_details(event),
        hash=event.hash,
    )


def _details(event: Event) -> str:
    """Codes and numbers; a digest of a text tells a reader nothing, so it stays out."""
    told = {name: value for name, value in event.data.items() if not _is_digest(value)}
    return ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in told.items() if value is not None)


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and len(value) == 64 and all(letter in "0123456789abcdef" for letter in value)


def history_of(subject_type: str, subject_id: int) -> list[Line]:
    """What happened to one thing, ready for the partial audit/history.html; oldest first."""
    return lines_of(queries.history(subject_type, subject_id))
