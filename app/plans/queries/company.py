"""Who saved which parts of a plan, and when: from the event log, in one question that is kept while nothing happens."""

import json
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select

from app.accounts.models import Person
from app.core.events import Event, until_something_happens
from app.core.together import Part
from app.plans.models import Plan

RECENT = 200
"""Saves that are looked at."""

MOST = 3


@dataclass(frozen=True)
class Saved:
    """One save: who, the keys of its parts, and when."""

    actor_id: int
    name: str
    parts: tuple[str, ...]
    at: datetime


def saved_by_others(saves: Sequence[Saved], viewer: Person, *, since: datetime) -> list[Saved]:
    """The last save of each of at most three colleagues since then, the latest first."""
    latest: dict[int, Saved] = {}
    for one in saves:
        if one.at >= since and one.actor_id != viewer.id:
            latest.setdefault(one.actor_id, one)
    return list(latest.values())[:MOST]


def last_savers(saves: Sequence[Saved], parts: Collection[str]) -> dict[str, tuple[str, datetime] | None]:
    """Who saved each of these parts last, and when; None where it never was."""
    return {part: next(((one.name, one.at) for one in saves if part in one.parts), None) for part in parts}


def written_alone_by(person: Person, plan: Plan, parts: Collection[str]) -> set[str]:
    """Which of these parts this person saved and nobody else ever did; none where not all saves are looked at. Asked
    anew, for who holds the lock of the draft."""
    saves = SAVES.alone({"plan": plan.id}) if parts else ()
    if len(saves) == RECENT:
        return set()
    return {part for part in parts if {one.actor_id for one in saves if part in one.parts} == {person.id}}


def saves_of(plan: Plan) -> Sequence[Saved]:
    """The last saves in a plan, the newest first. One query, kept while nothing happens."""
    return _saves(plan.id)


@until_something_happens
def _saves(plan_id: int) -> Sequence[Saved]:
    return SAVES.alone({"plan": plan_id})


def _made(rows: Sequence[Any]) -> Sequence[Saved]:
    return tuple(Saved(row.actor_id, row.name, _parts(row.data), row.at) for row in rows)


def _parts(data: str | dict[str, Any]) -> tuple[str, ...]:
    """Beside other lists SQLite gives JSON as its text."""
    return tuple((json.loads(data) if isinstance(data, str) else data)["parts"])


SAVES = Part(
    select(Event.actor_id, Person.name, Event.data, Event.at)
    .join(Person, Person.id == Event.actor_id)
    .where(
        Event.subject_type == Plan.__tablename__, Event.subject_id == bindparam("plan"), Event.verb == "plan.saved"
    )
    .order_by(Event.id.desc())
    .limit(RECENT),
    _made,
)  # fmt: skip
