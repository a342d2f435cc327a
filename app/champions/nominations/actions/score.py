"""Scoring a nomination by the cycle's criteria, and saying that one is too near to do so."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.champions.nominations import policy, queries
from app.champions.nominations.actions import criteria
from app.champions.nominations.actions.criteria import CriterionText
from app.champions.nominations.actions.record import record
from app.champions.nominations.models import Assessment, Conflict, Nomination, Score
from app.core import events
from app.core.database import LostUpdate
from app.core.errors import NotAllowed, NotNow
from app.core.locks import hold, touch
from app.extensions import db


def assess(
    nomination: Nomination, points: Sequence[int], note: str, *, seen_lock: int, defaults: Sequence[CriterionText],
    by: Person, at: datetime,
) -> Assessment:  # fmt: skip
    """One's own points (1 to 5) in the order of the criteria, with a note; again to change them.

    Where the cycle has no criteria yet, `defaults` become its own. `seen_lock` is that of one's earlier scores, 0 for
    the first. Raises NotAllowed, NotNow, LostUpdate (the criteria changed, or one scored in another window).
    """
    hold(nomination)
    if not policy.may_judge(by, nomination):
        raise NotAllowed
    if nomination.state not in policy.OPEN:
        raise NotNow
    hold(nomination.cycle)
    rows = queries.criteria(nomination.cycle) or criteria.write(nomination.cycle, defaults)
    found = queries.assessment_of(nomination, by)
    if len(rows) != len(points) or (found.lock if found else 0) != seen_lock:
        raise LostUpdate(found or nomination)
    if found is None:
        found = Assessment(nomination_id=nomination.id, scorer_id=by.id, note=note, saved_at=at)
        db.session.add(found)
    found.note, found.saved_at = note, at
    db.session.flush()
    known = {score.criterion_id: score for score in found.scores}
    for row, given in zip(rows, points, strict=True):
        if row.id in known:
            known[row.id].points = given
        else:
            found.scores.append(Score(assessment_id=found.id, criterion_id=row.id, points=given))
    if seen_lock:
        touch(found)
    record("scored", nomination, by, at, digest=events.text_digest(note, found.salt))
    return found


def declare_conflict(nomination: Nomination, words: str, *, by: Person, at: datetime) -> None:
    """From now on this person neither scores nor decides here, and what they scored does not count. Once is enough."""
    hold(nomination)
    if not policy.may_declare(by, nomination):
        raise NotAllowed
    if nomination.state not in policy.OPEN:
        raise NotNow
    declared = select(Conflict.id).where(Conflict.nomination_id == nomination.id, Conflict.person_id == by.id)
    if db.session.scalar(declared) is None:
        conflict = Conflict(nomination_id=nomination.id, person_id=by.id, words=words, declared_at=at)
        db.session.add(conflict)
        db.session.flush()
        db.session.expire(nomination, ["conflicts"])
        record("conflict_declared", nomination, by, at, digest=events.text_digest(words, conflict.salt))
