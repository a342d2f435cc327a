"""What waits for somebody's word: asks without one, conditions said to be met, objections to decide on."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, or_, select
from sqlalchemy.orm import contains_eager, joinedload

from app.extensions import db
from app.plans.models import PlanVersion, VersionState
from app.sign_offs.models import Escalation, SignOff, State, VersionSignOff, Word
from app.sign_offs.queries.one import live_versions

MOST = 20
UNDECIDED = (VersionState.IN_CONSULTATION, VersionState.SUBMITTED)


def waiting_for(person_id: int) -> Sequence[SignOff]:
    """What one person is asked, the next date first, at most twenty; with plan, channel and escalation."""
    asked = (
        select(SignOff)
        .outerjoin(SignOff.escalation)
        .where(_waits_for(person_id))
        .options(contains_eager(SignOff.escalation), joinedload(SignOff.plan), joinedload(SignOff.channel))
        .order_by(SignOff.due_on, SignOff.id)
        .limit(MOST)
    )
    return db.session.scalars(asked).unique().all()


def due_for(person_id: Any, today: Any) -> Select[int]:
    """Ids of what one person is asked by today or earlier; both may be bind parameters. For the number on the tab."""
    is_waiting = and_(_waits_for(person_id), SignOff.due_on <= today)
    return select(SignOff.id).outerjoin(SignOff.escalation).where(is_waiting)


def silent(on_or_before: date) -> Select[SignOff]:
    """Asks without a word that are due by a day, of versions that are not decided yet."""
    return select(SignOff).where(
        SignOff.state == State.REQUESTED, SignOff.due_on <= on_or_before, _is_counted_by(live_versions(), UNDECIDED)
    )


def _waits_for(person_id: Any) -> ColumnElement[bool]:
    is_asked = and_(
        SignOff.asked_id == person_id, SignOff.state == State.REQUESTED, _is_counted_by(live_versions(), UNDECIDED)
    )
    is_to_confirm = and_(
        SignOff.asked_id == person_id, SignOff.word == Word.AGREE_IF, SignOff.met_at.is_not(None),
        SignOff.is_met.is_(None), _is_counted_by(live_versions()),
    )  # fmt: skip
    is_to_decide = and_(
        Escalation.decider_id == person_id, SignOff.state == State.ESCALATED, _is_counted_by(live_versions())
    )
    return or_(is_asked, is_to_confirm, is_to_decide)


def _is_counted_by(versions: Select[int], states: Sequence[VersionState] = ()) -> ColumnElement[bool]:
    if states:
        versions = versions.where(PlanVersion.state.in_(states))
    return exists().where(VersionSignOff.sign_off_id == SignOff.id, VersionSignOff.version_id.in_(versions))
