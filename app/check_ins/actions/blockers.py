"""Blockers: raised by a team, answered by someone above, settled by the team. Someone always owes the next word."""

from datetime import date, datetime

from app.accounts.models import Person
from app.check_ins import policy
from app.check_ins.actions import levels
from app.check_ins.errors import NeedsWords
from app.check_ins.models import Blocker, BlockerState, BlockerStep, CheckIn, StepKind
from app.core import events, locks, workdays
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.notices import actions as notices
from app.offices.days import today_at
from app.offices.queries import rules_for
from app.plans.models import Plan

ANSWER_DAYS = 5
"""Working days in which whoever is asked says what happens."""


def raise_blocker(check_in: CheckIn, *, by: Person, at: datetime) -> Blocker:
    """What is stuck needs someone above: the sponsor is asked, else the program office."""
    return raise_of(check_in.plan, check_in.stuck, by=by, at=at, check_in_id=check_in.id)


def raise_of(plan: Plan, words: str, *, by: Person, at: datetime, check_in_id: int | None = None) -> Blocker:
    """The same where it is said elsewhere, in a huddle."""
    asked = levels.lowest(plan.office, but=_team(plan) | {by.id})
    made = Blocker(
        plan_id=plan.id, plan=plan, check_in_id=check_in_id, words=words, raised_by_id=by.id,
        raised_on=today_at(plan.office, at), asked_of_id=asked.person_id, level_id=asked.level_id,
        due_on=_due(plan, at),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    _step(made, StepKind.RAISED, made.words, by=by, at=at)
    _tell_asked(made, at)
    return made


def take(blocker: Blocker, words: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Whoever is asked sees to it, and says what happens. Raises NotAllowed, NotNow, NeedsWords, LostUpdate."""
    _require_asked(blocker, words, seen_lock, by)
    if blocker.state is BlockerState.TAKEN:
        raise NotNow
    blocker.state = BlockerState.TAKEN
    _step(blocker, StepKind.TAKEN, words, by=by, at=at)
    _tell_team(blocker, "blocker_taken", by, at)


def answer_blocker(blocker: Blocker, words: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Give the answer; the team says whether it settles it. Raises as `take`."""
    _require_asked(blocker, words, seen_lock, by)
    blocker.state = BlockerState.ANSWERED
    _step(blocker, StepKind.ANSWERED, words, by=by, at=at)
    _tell_team(blocker, "blocker_answered", by, at)


def pass_up(blocker: Blocker, words: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Ask the next level, and say why. Raises as `take`; NotNow too where the program office is asked already."""
    _require_asked(blocker, words, seen_lock, by)
    if not policy.can_pass_up(blocker) or blocker.level is None:
        raise NotNow
    plan = blocker.plan
    asked = levels.next_above(blocker.level, plan.office, but=_team(plan) | {by.id, blocker.raised_by_id})
    _ask(blocker, asked, at)
    _step(blocker, StepKind.PASSED_UP, words, by=by, at=at)
    _tell_asked(blocker, at)
    _tell_team(blocker, "blocker_passed_up", by, at)


def hand_on(blocker: Blocker, *, at: datetime) -> None:
    """Whoever was asked is no longer the head there or cannot sign in: the right person is asked. Safe to repeat."""
    locks.hold(blocker)
    if not policy.is_asked(blocker):
        return
    but = _team(blocker.plan) | {blocker.raised_by_id}
    asked = levels.again(blocker.level, blocker.plan.office, but)
    _ask(blocker, asked, at)
    _step(blocker, StepKind.MOVED, "", by=None, at=at)
    _tell_asked(blocker, at)


def settle(blocker: Blocker, words: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """The team says that it is out of the way. Raises NotAllowed, NotNow, LostUpdate."""
    _require_team(blocker, seen_lock, by)
    if not policy.is_unsettled(blocker):
        raise NotNow
    blocker.state, blocker.settled_on = BlockerState.SETTLED, today_at(blocker.plan.office, at)
    _step(blocker, StepKind.SETTLED, words, by=by, at=at)
    if blocker.asked_of_id != by.id:
        _notify(blocker, "blocker_settled", blocker.asked_of_id, at)


def reopen(blocker: Blocker, words: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """The answer did not help; the same person is asked again. Raises NotAllowed, NotNow, NeedsWords, LostUpdate."""
    _require_team(blocker, seen_lock, by)
    if not policy.can_reopen(blocker):
        raise NotNow
    _require_words(words)
    blocker.state, blocker.due_on = BlockerState.OPEN, _due(blocker.plan, at)
    _step(blocker, StepKind.REOPENED, words, by=by, at=at)
    _notify(blocker, "blocker_reopened", blocker.asked_of_id, at)


def _require_asked(blocker: Blocker, words: str, seen_lock: int, by: Person) -> None:
    if not policy.can_answer(by, blocker):
        raise NotAllowed
    locks.claim(blocker, seen_lock)
    if not policy.is_asked(blocker):
        raise NotNow
    _require_words(words)


def _require_team(blocker: Blocker, seen_lock: int, by: Person) -> None:
    if not policy.can_tell(by, blocker.plan):
        raise NotAllowed
    locks.claim(blocker, seen_lock)


def _require_words(words: str) -> None:
    if not words.strip():
        raise NeedsWords


def _ask(blocker: Blocker, asked: levels.Asked, at: datetime) -> None:
    blocker.asked_of_id, blocker.level_id = asked.person_id, asked.level_id
    blocker.state, blocker.due_on = BlockerState.OPEN, _due(blocker.plan, at)


def _due(plan: Plan, at: datetime) -> date:
    return workdays.add(today_at(plan.office, at), ANSWER_DAYS, rules_for(plan.office, at.date()).holidays)


def _team(plan: Plan) -> set[int]:
    return {one for one in (plan.seat.champion_id, plan.seat.deputy_id) if one is not None} if plan.seat else set()


def _step(blocker: Blocker, kind: StepKind, words: str, *, by: Person | None, at: datetime) -> None:
    asked_of = blocker.asked_of_id if kind in (StepKind.RAISED, StepKind.PASSED_UP, StepKind.MOVED) else None
    step = BlockerStep(blocker_id=blocker.id, kind=kind, words=words, by_id=by.id if by else None,
                       asked_of_id=asked_of, at=at)  # fmt: skip
    db.session.add(step)
    db.session.flush()
    events.record(
        f"blocker.{kind.value}", blocker, by=by, at=at, office_id=blocker.plan.office_id, plan_id=blocker.plan_id,
        person_id=asked_of, words=events.text_digest(words, step.salt) if words else None,
    )  # fmt: skip


def _tell_asked(blocker: Blocker, at: datetime) -> None:
    _notify(blocker, "blocker_raised", blocker.asked_of_id, at)


def _tell_team(blocker: Blocker, kind: str, by: Person, at: datetime) -> None:
    for person_id in sorted((_team(blocker.plan) or {blocker.raised_by_id}) - {by.id}):
        _notify(blocker, kind, person_id, at)


def _notify(blocker: Blocker, kind: str, person_id: int, at: datetime) -> None:
    path = f"/plans/{blocker.plan.ref}/blockers/{blocker.id}"
    notices.notify(person_id, kind, path=path, at=at, plan=blocker.plan.ref)
