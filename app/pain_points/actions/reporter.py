"""What the reporter does after sending: give the facts asked for, confirm that it is fixed, or say that it is not.

With a name the route has checked who it is; without one the four words are the proof, and `by` is None.
"""

from datetime import datetime

from app.accounts.models import Person
from app.champions.responsibility import responsible_for
from app.core.errors import NotAllowed
from app.extensions import db
from app.pain_points import deadlines, messages, policy
from app.pain_points.actions.say import WhatMissing, note, say
from app.pain_points.models import PainPoint, ReplyKind, State


def give_facts(point: PainPoint, words: str, *, by: Person | None, at: datetime, language: str) -> None:
    """Answer a question; the clock runs on from there. Raises NotAllowed, WhatMissing, NotNow."""
    _step("give_facts", ReplyKind.FACTS, point, words, by=by, at=at, language=language)
    messages.tell_responsible(point, "facts_given", at)


def confirm(point: PainPoint, words: str, *, by: Person | None, at: datetime, language: str) -> None:
    """Say that it is fixed; words are not required. A second time does nothing. Raises NotAllowed, NotNow."""
    if point.state is State.CONFIRMED:
        return
    _step("confirm", ReplyKind.CONFIRMED, point, words, by=by, at=at, language=language, needs_words=False)
    messages.tell_responsible(point, "pain_point_confirmed", at)


def reopen(point: PainPoint, words: str, *, by: Person | None, at: datetime, language: str) -> None:
    """Say that it is not fixed: it is accepted again, and whoever answers now takes it. Raises as give_facts."""
    _step("reopen", ReplyKind.REOPENED, point, words, by=by, at=at, language=language)
    point.fixed_on = None
    point.responsible_id = responsible_for(point.office).id
    messages.tell_responsible(point, "pain_point_reopened", at)


def _step(
    step: str,
    kind: ReplyKind,
    point: PainPoint,
    words: str,
    *,
    by: Person | None,
    at: datetime,
    language: str,
    needs_words: bool = True,
) -> None:
    if point.reporter_id != (by.id if by else None):
        raise NotAllowed
    if needs_words and not words.strip():
        raise WhatMissing
    policy.take(step, point)
    calendar = deadlines.calendar_of(point.office, at)
    deadlines.resume(point, calendar)
    db.session.flush()
    reply = say(point, kind, words, by=by, at=at, language=language, calendar=calendar)
    note({"facts": "facts_given"}.get(kind, kind), point, reply, by=by, at=at, state=point.state)
