"""Notes and who was there, while a huddle runs. Two who write at once lose nothing."""

import hashlib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, select

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import NotAllowed
from app.extensions import db
from app.huddles import policy, queries
from app.huddles.errors import HasClosed, NotOfTheCycle
from app.huddles.models import Huddle, HuddlePoint, HuddlePresence
from app.huddles.points import Point

GUESTS = "guests"
"""Stands for the guests where others are keys of points."""


@dataclass(frozen=True)
class Noted:
    """Notes on a point as somebody sends them, with the seal of the notes that they saw."""

    point: Point
    words: str
    seal: str


@dataclass(frozen=True)
class Minutes:
    """All that a page of minutes sends."""

    notes: Sequence[Noted]
    present: Collection[int]
    was_present: Collection[int]
    guests: str
    guests_seal: str


class Crossed(Exception):
    """Others wrote on the same points meanwhile: what is saved now, by the keys of the points."""

    def __init__(self, saved: Mapping[str, str]) -> None:
        super().__init__("crossed")
        self.saved = saved


def seal(words: str) -> str:
    """Short and the same for the same words: it says which notes somebody saw before they wrote."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def write(huddle: Huddle, minutes: Minutes, *, by: Person, at: datetime) -> list[str]:
    """Save what differs from what was seen; the keys of the points that changed.

    Who did not touch a point does not undo what another wrote on it meanwhile. Raises NotAllowed, HasClosed,
    NotOfTheCycle, and Crossed where two wrote on one point: then nothing is saved.
    """
    if not policy.can_run(by, huddle):
        raise NotAllowed
    locks.hold(huddle)
    if not policy.is_open(huddle):
        raise HasClosed
    rows = {row.key: row for row in db.session.scalars(select(HuddlePoint).where(HuddlePoint.huddle_id == huddle.id))}
    saved = {key: row.words for key, row in rows.items()}
    changed = [note for note in minutes.notes if _is_changed(note, saved)]
    crossed = {note.point.key: saved.get(note.point.key, "") for note in changed if _is_crossed(note, saved)}
    has_guests = minutes.guests_seal != seal(minutes.guests) and minutes.guests != huddle.guests
    if has_guests and minutes.guests_seal != seal(huddle.guests):
        crossed[GUESTS] = huddle.guests
    if crossed:
        raise Crossed(crossed)
    for note in changed:
        _put(huddle, rows.get(note.point.key), note)
    _put_people(huddle, minutes)
    if has_guests:
        huddle.guests = minutes.guests
    db.session.flush()
    digest = events.text_digest("\n".join(f"{note.point.key} {note.words}" for note in changed), huddle.salt)
    events.record("huddle.noted", huddle, by=by, at=at, cycle_id=huddle.cycle_id, texts=len(changed), words=digest)
    return [note.point.key for note in changed]


def _is_changed(note: Noted, saved: Mapping[str, str]) -> bool:
    """Its writer touched it, and it says something else than what is saved."""
    return seal(note.words) != note.seal and note.words != saved.get(note.point.key, "")


def _is_crossed(note: Noted, saved: Mapping[str, str]) -> bool:
    return seal(saved.get(note.point.key, "")) != note.seal


def _put(huddle: Huddle, row: HuddlePoint | None, note: Noted) -> None:
    if row is None:
        db.session.add(frozen(huddle, note.point, note.words))
    else:
        row.words = note.words


def frozen(huddle: Huddle, point: Point, words: str) -> HuddlePoint:
    """A point as it stands now, as a row."""
    return HuddlePoint(
        huddle_id=huddle.id, key=point.key, kind=point.kind, thing_id=point.thing_id, number=point.number,
        heading=point.heading, office=point.office, day=point.day, who_id=point.who_id, said=point.said,
        count=point.count, words=words,
    )  # fmt: skip


def _put_people(huddle: Huddle, minutes: Minutes) -> None:
    """Only who was ticked or unticked against what was seen."""
    ticked, unticked = set(minutes.present) - set(minutes.was_present), set(minutes.was_present) - set(minutes.present)
    if ticked - {member.id for member in queries.team_of(huddle.cycle_id)}:
        raise NotOfTheCycle
    there = {person_id for person_id, _ in queries.present(huddle)}
    db.session.add_all(HuddlePresence(huddle_id=huddle.id, person_id=person_id) for person_id in sorted(ticked - there))
    gone = delete(HuddlePresence).where(
        HuddlePresence.huddle_id == huddle.id, HuddlePresence.person_id.in_(sorted(unticked))
    )
    db.session.execute(gone)
