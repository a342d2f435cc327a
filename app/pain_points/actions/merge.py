"""A report says the same as another: it is merged into that one, counted with it and read with it. Can be undone.

Nothing moves: report, reporter and sightings stay where they are, and the other one's page names what was merged.
"""

from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.pain_points import deadlines, demand, duplicates, messages, policy
from app.pain_points.actions.say import WordsMissing, is_repeat, note, say
from app.pain_points.models import PainPoint, ReplyKind, Sighting, State


class OtherMissing(BrokenRule):
    field = "other"
    message = N_("Write the number of the other report, such as PP-123456.")


class Itself(BrokenRule):
    field = "other"
    message = N_("This is the report's own number. Write that of the other one.")


class MergedItself(BrokenRule):
    """Chains would hide the answer two steps away."""

    field = "other"
    message = N_("That report was merged into PP-%(number)s. Write this number instead.")


class OthersMerged(BrokenRule):
    field = "other"
    message = N_("Other reports were merged into this one. Merge that report into this one instead.")


def merge(
    point: PainPoint, other: PainPoint | None, words: str, *, by: Person, at: datetime, language: str
) -> None:  # fmt: skip
    """Answer a report by another that says the same; its clocks stop. The same again does nothing.

    Raises NotAllowed, WordsMissing, OtherMissing, Itself, MergedItself, OthersMerged, NotNow.
    """
    _check(point, words, by)
    into = _check_pair(point, other)
    if point.duplicate_of_id == into.id:
        return
    policy.take("merge", point)
    calendar = deadlines.calendar_of(point.office, at)
    deadlines.resume(point, calendar)
    point.acknowledged_on = point.acknowledged_on or calendar.today
    point.answered_on = calendar.today
    point.duplicate_of_id = into.id
    _tell(ReplyKind.DUPLICATE, point, into, words, by=by, at=at, language=language)


def separate(point: PainPoint, words: str, *, by: Person, at: datetime, language: str) -> None:
    """Undo it: the report waits for an answer of its own again, by its first dates. The same again does nothing.

    Raises NotAllowed, WordsMissing, NotNow.
    """
    _check(point, words, by)
    if is_repeat(ReplyKind.SEPARATED, point, words, by):
        return
    other = duplicates.original(point)
    policy.take("separate", point)
    point.duplicate_of_id, point.answered_on = None, None
    if other is not None:
        _tell(ReplyKind.SEPARATED, point, other, words, by=by, at=at, language=language)


def _check(point: PainPoint, words: str, by: Person) -> None:
    if not policy.can_answer(by, point):
        raise NotAllowed
    if not words.strip():
        raise WordsMissing


def _check_pair(point: PainPoint, other: PainPoint | None) -> PainPoint:
    if other is None:
        raise OtherMissing
    if other.id == point.id:
        raise Itself
    if other.state is State.DUPLICATE:
        raise MergedItself(number=str(original.number) if (original := duplicates.original(other)) else "")
    if duplicates.of(point):
        raise OthersMerged
    return other


def _tell(
    kind: ReplyKind, point: PainPoint, other: PainPoint, words: str, *, by: Person, at: datetime, language: str
) -> None:
    """The reporter reads the words; the other report's sums follow."""
    db.session.flush()
    reply = say(
        point, kind, words, by=by, at=at, language=language, calendar=deadlines.calendar_of(point.office, at)
    )  # fmt: skip
    note(kind, point, reply, by=by, at=at, state=point.state, other=other.ref)
    sightings = db.session.scalars(select(Sighting).where(Sighting.pain_point_id == other.id)).all()
    demand.store(other, [*sightings, *duplicates.seen_there(other, sightings)], duplicates.of(other))
    messages.tell_reporter(point, f"pain_point_{kind}", at)
