"""Who saved which parts of a plan, and when: from the event log, in one question that is kept while nothing happens."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core.events import Event, until_something_happens
from app.extensions import db
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


def saved_by_others(plan: Plan, viewer: Person, *, since: datetime) -> list[Saved]:
    """The last save of each of at most three colleagues since then, the latest first."""
    latest: dict[int, Saved] = {}
    for one in _saves(plan.id):
        if one.at >= since and one.actor_id != viewer.id:
            latest.setdefault(one.actor_id, one)
    return list(latest.values())[:MOST]


def last_savers(plan: Plan, parts: Collection[str]) -> dict[str, tuple[str, datetime] | None]:
    """Who saved each of these parts of the plan last, and when; None where it never was."""
    if not parts:
        return {}
    saves = _saves(plan.id)
    return {part: next(((one.name, one.at) for one in saves if part in one.parts), None) for part in parts}


@until_something_happens
def _saves(plan_id: int) -> tuple[Saved, ...]:
    asked = (
        select(Event.actor_id, Person.name, Event.data, Event.at)
        .join(Person, Person.id == Event.actor_id)
        .where(Event.subject_type == Plan.__tablename__, Event.subject_id == plan_id, Event.verb == "plan.saved")
        .order_by(Event.id.desc())
        .limit(RECENT)
    )
    rows = db.session.execute(asked)
    return tuple(Saved(actor_id, name, tuple(data["parts"]), at) for actor_id, name, data, at in rows)
