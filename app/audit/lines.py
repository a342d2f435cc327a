"""Events made ready to read: words instead of codes, names instead of numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.audit import queries
from app.audit.details import Known, currencies_of, details, mentioned
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


def lines_of(events: Sequence[Event], names: dict[int, str] | None = None) -> list[Line]:
    """`names`: of who acted, where they are known already."""
    names = queries.actors(events) if names is None else names
    pairs = {(event.subject_type, event.subject_id) for event in events}
    pairs |= {pair for event in events for pair in mentioned(event)}
    known = Known(names_of(pairs), currencies_of(pairs))
    return [_line(event, names, known) for event in events]


def as_csv(batches: Iterable[Sequence[Event]]) -> Iterator[str]:
    """A head and a line for each event, with hashes, so that a copy can be checked against the chain."""
    yield sheets.MARK + sheets.line(("number", "at", "who", "verb", "thing", "details", "hash"))
    for batch in batches:
        for line in lines_of(batch):
            yield sheets.line(
                (line.id, line.at.isoformat(), line.who, line.verb, line.thing.name, line.details, line.hash)
            )


def _line(event: Event, names: dict[int, str], known: Known) -> Line:
    return Line(
        id=event.id,
        at=event.at,
        is_day=(event.at.hour, event.at.minute, event.at.second, event.at.microsecond) == (0, 0, 0, 0),
        who=actor_words(event.verb, event.actor_id, names),
        what=verb_words(event.verb),
        verb=event.verb,
        thing=known.things[event.subject_type, event.subject_id],
        details=details(event, known),
        hash=event.hash,
    )
