"""What every step on a report shares: words that somebody reads, an event, a step that fits."""

from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events
from app.core.errors import N_, BrokenRule
from app.extensions import db
from app.pain_points.deadlines import Calendar
from app.pain_points.models import PainPoint, Reply, ReplyKind


class WordsMissing(BrokenRule):
    field = "words"
    message = N_("Write what the reporter will read: what you will do, or why not.")


class WhatMissing(BrokenRule):
    field = "words"
    message = N_("Write it down here.")


def say(
    point: PainPoint, kind: ReplyKind, words: str, *, by: Person | None, at: datetime, language: str, calendar: Calendar
) -> Reply:
    """Add a reply to the story. Of an anonymous report's story only the days are kept."""
    reply = Reply(
        pain_point_id=point.id, kind=kind, author_id=by.id if by else None, words=words, language=language,
        written_on=calendar.today, written_at=None if point.is_anonymous else at,
    )  # fmt: skip
    db.session.add(reply)
    db.session.flush()
    return reply


def is_repeat(kind: ReplyKind, point: PainPoint, words: str, by: Person) -> bool:
    """A double click or a page sent again: the newest reply says the same, by the same person."""
    newest = db.session.scalar(select(Reply).where(Reply.pain_point_id == point.id).order_by(Reply.id.desc()).limit(1))
    return newest is not None and (newest.kind, newest.words, newest.author_id) == (kind, words, by.id)


def note(verb: str, point: PainPoint, reply: Reply, *, by: Person | None, at: datetime, **facts: object) -> None:
    """Record a step with the digest of its words; where an anonymous reporter took it, the day only and nobody."""
    events.record(
        f"pain_point.{verb}", point, by=by, at=at, office_id=point.office_id, day_only=by is None,
        words=events.text_digest(reply.words, reply.salt), **facts,
    )  # fmt: skip
