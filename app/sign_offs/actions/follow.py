"""After owners, heads or teams changed: every open ask goes to who is to be asked now, so that none is lost.

An ask follows its channel also after a word was given: who owns the channel now may change the word, and says whether
its condition is met. An objection that waits for a decision follows the heads above.
"""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import Select, exists, select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.sign_offs import queries, upward
from app.sign_offs.actions import telling
from app.sign_offs.models import SignOff, State, VersionSignOff
from app.sign_offs.upward import Asked


def follow(*, at: datetime) -> int:
    """Hand on what is to be handed on; say how many. Safe to repeat: a second run moves nothing."""
    found = db.session.scalars(_live().with_for_update(of=SignOff)).all()
    owners = upward.owners_of({one.channel_id for one in found})
    plans = {one.plan_id: one.plan for one in found}
    around = {plan_id: (upward.makers_of(plan), upward.heads_above(plan)) for plan_id, plan in plans.items()}
    return sum(_move(one, owners.get(one.channel_id), *around[one.plan_id], at) for one in found)


def _live() -> Select[SignOff]:
    is_counted = exists().where(
        VersionSignOff.sign_off_id == SignOff.id, VersionSignOff.version_id.in_(queries.live_versions())
    )
    return select(SignOff).where(is_counted).options(joinedload(SignOff.plan)).order_by(SignOff.id)


def _move(
    sign_off: SignOff, owner_id: int | None, makers: Collection[int], heads: Collection[int], at: datetime
) -> bool:
    has_moved = _follow_channel(sign_off, upward.asked_for(owner_id, makers, heads), at)
    if sign_off.state is State.ESCALATED:
        has_moved |= _follow_heads(sign_off, upward.decider_for(upward.parties_of(sign_off), makers, heads), at)
    return has_moved


def _follow_channel(sign_off: SignOff, found: Asked, at: datetime) -> bool:
    if found == Asked(sign_off.asked_id, sign_off.asked_as, sign_off.passed_id):
        return False
    is_other = found.person_id != sign_off.asked_id
    sign_off.asked_id, sign_off.asked_as, sign_off.passed_id = found.person_id, found.standing, found.passed_id
    if is_other:
        telling.record("sign_off.moved", sign_off, by=None, at=at, person_id=found.person_id)
    if is_other and (sign_off.word is None or sign_off.awaits_met_answer):
        telling.tell({found.person_id}, "sign_off_moved", sign_off, by=None, at=at)
    return is_other


def _follow_heads(sign_off: SignOff, found: Asked, at: datetime) -> bool:
    above = sign_off.escalation
    if above is None or (above.decider_id, above.passed_id) == (found.person_id, found.passed_id):
        return False
    is_other = found.person_id != above.decider_id
    above.decider_id, above.passed_id = found.person_id, found.passed_id
    if is_other:
        telling.record("sign_off.escalated", sign_off, by=None, at=at, person_id=found.person_id)
        telling.tell({found.person_id}, "sign_off_escalated", sign_off, by=None, at=at)
    return is_other
