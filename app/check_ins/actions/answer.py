"""A team tells how it goes: asked or unasked, in the app or by the link of a mail."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from app.accounts.models import Person
from app.check_ins import policy, queries
from app.check_ins.actions.blockers import raise_blocker
from app.check_ins.errors import (
    AlreadyAnswered,
    NothingSaid,
    PlanRests,
    RanOut,
    SeatOver,
    StuckOnWhat,
    ToldToday,
)
from app.check_ins.models import Blocker, CheckIn, CheckInLink, CheckInState
from app.core import events, locks
from app.core.errors import NotAllowed
from app.extensions import db
from app.offices.days import today_at
from app.plans.models import Plan, PlanState


@dataclass(frozen=True)
class Told:
    """The three answers; `is_blocker`: what is stuck needs someone above."""

    moved: str
    stuck: str
    needed: str
    is_blocker: bool = False


def answer(check_in: CheckIn, told: Told, *, by: Person, at: datetime) -> Blocker | None:
    """Answer what was asked; gives the blocker where one was raised.

    Raises NotAllowed, NothingSaid, StuckOnWhat; AlreadyAnswered, RanOut, PlanRests.
    """
    if not policy.can_tell(by, check_in.plan):
        raise NotAllowed
    locks.hold(check_in)
    _require_open(check_in, today_at(check_in.plan.office, at))
    return _store(check_in, told, by=by, at=at)


def answer_by_link(link: CheckInLink, told: Told, *, at: datetime) -> Blocker | None:
    """The same by the right that a mail carried, which is spent with it. Raises SeatOver too, and not NotAllowed."""
    locks.hold(link)
    require_link(link, at)
    found = answer(link.check_in, told, by=link.person, at=at)
    link.used_at = at
    return found


def require_link(link: CheckInLink, at: datetime) -> None:
    """Raises the reason why the link cannot be used now: AlreadyAnswered, SeatOver, RanOut, PlanRests."""
    if link.used_at is not None:
        raise AlreadyAnswered
    if not policy.can_tell(link.person, link.check_in.plan):
        raise SeatOver
    _require_open(link.check_in, today_at(link.check_in.plan.office, at))


def tell(plan: Plan, told: Told, *, by: Person, at: datetime) -> Blocker | None:
    """Answer the open check-in, or tell unasked. Raises as `answer`, and ToldToday."""
    if not policy.can_tell(by, plan):
        raise NotAllowed
    db.session.execute(select(Plan.id).where(Plan.id == plan.id).with_for_update())
    today = today_at(plan.office, at)
    newest = queries.newest(plan.id)
    if newest is not None and policy.is_answerable(newest, today):
        return answer(newest, told, by=by, at=at)
    if plan.state is not PlanState.ACTIVE:
        raise PlanRests
    if newest is not None and newest.asked_on >= today:
        raise ToldToday
    made = CheckIn(plan_id=plan.id, plan=plan, asked_on=today, due_on=today, open_until=today)
    return _store(made, told, by=by, at=at)


def _require_open(check_in: CheckIn, today: date) -> None:
    if check_in.state is CheckInState.ANSWERED:
        raise AlreadyAnswered
    if check_in.plan.state is not PlanState.ACTIVE:
        raise PlanRests
    if not policy.is_answerable(check_in, today):
        raise RanOut


def _store(check_in: CheckIn, told: Told, *, by: Person, at: datetime) -> Blocker | None:
    if not (told.moved or told.stuck or told.needed):
        raise NothingSaid
    if told.is_blocker and not told.stuck:
        raise StuckOnWhat
    plan = check_in.plan
    check_in.moved, check_in.stuck, check_in.needed = told.moved, told.stuck, told.needed
    check_in.state, check_in.silences = CheckInState.ANSWERED, 0
    check_in.answered_at, check_in.answered_by_id = at, by.id
    check_in.answered_on = today_at(plan.office, at)
    db.session.add(check_in)
    db.session.flush()
    texts = {"moved": told.moved, "stuck": told.stuck, "needed": told.needed}
    digests: dict[str, Any] = {name: events.text_digest(words, check_in.salt) for name, words in texts.items()}
    events.record("check_in.answered", check_in, by=by, at=at, office_id=plan.office_id, plan_id=plan.id, **digests)
    return raise_blocker(check_in, by=by, at=at) if told.is_blocker else None
