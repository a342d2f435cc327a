"""Actions: agreed in a huddle, owned by one person, done or dropped with a sentence about what came of it."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import NotAllowed
from app.extensions import db
from app.huddles import policy, queries
from app.huddles.errors import DayIsPast, HasClosed, NotOfTheCycle, SayWhat, TooMany
from app.huddles.models import ActionState, Huddle, HuddleAction
from app.notices import actions as notices
from app.offices.days import agency_today

MOST = 60
VERBS = {
    ActionState.DONE: "huddle_action.done", ActionState.DROPPED: "huddle_action.dropped",
    ActionState.OPEN: "huddle_action.reopened",
}  # fmt: skip


@dataclass(frozen=True)
class Agreed:
    """What somebody does, who, and by when."""

    words: str
    owner_id: int
    due_on: date


def agree(huddle: Huddle, agreed: Agreed, *, point: str, by: Person, at: datetime) -> HuddleAction:
    """Note an action; its owner is told. Raises NotAllowed, HasClosed, TooMany, DayIsPast, NotOfTheCycle."""
    if not policy.can_run(by, huddle):
        raise NotAllowed
    locks.hold(huddle)
    if not policy.is_open(huddle):
        raise HasClosed
    asked = select(func.count()).select_from(HuddleAction).where(HuddleAction.huddle_id == huddle.id)
    if (db.session.scalar(asked) or 0) >= MOST:
        raise TooMany(most=MOST)
    today = agency_today(at)
    if agreed.due_on < today:
        raise DayIsPast
    _require_member(huddle, agreed.owner_id)
    made = HuddleAction(
        huddle_id=huddle.id, huddle=huddle, point=point, words=agreed.words, owner_id=agreed.owner_id,
        due_on=agreed.due_on, agreed_on=today,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    _record("huddle_action.agreed", made, by=by, at=at, **_codes(made))
    _tell(made, by, at)
    return made


def change_action(action: HuddleAction, agreed: Agreed, *, seen_lock: int, by: Person, at: datetime) -> list[str]:
    """Other words, another owner or day while it is open; a new owner is told. Raises as `agree`, and LostUpdate."""
    if not policy.can_run(by, action.huddle):
        raise NotAllowed
    locks.claim(action, seen_lock)
    if not policy.is_under_way(action):
        raise HasClosed
    given: dict[str, Any] = {"words": agreed.words, "owner_id": agreed.owner_id, "due_on": agreed.due_on}
    changed = [name for name, value in given.items() if getattr(action, name) != value]
    if "due_on" in changed and agreed.due_on < agency_today(at):
        raise DayIsPast
    if "owner_id" in changed:
        _require_member(action.huddle, agreed.owner_id)
    for name in changed:
        setattr(action, name, given[name])
    if changed:
        db.session.flush()
        _record("huddle_action.changed", action, by=by, at=at, fields=changed, **_codes(action))
    if "owner_id" in changed:
        _tell(action, by, at)
    return changed


def end_action(
    action: HuddleAction, state: ActionState, words: str, *, seen_lock: int, by: Person, at: datetime
) -> None:
    """Done, dropped, or open again, with a sentence. Raises NotAllowed, SayWhat, LostUpdate. Harmless to repeat."""
    if not policy.can_end(by, action):
        raise NotAllowed
    locks.claim(action, seen_lock)
    if not words.strip():
        raise SayWhat
    if (action.state, action.outcome) == (state, words):
        return
    action.state, action.outcome = state, words
    action.ended_on = None if state is ActionState.OPEN else agency_today(at)
    db.session.flush()
    _record(VERBS[state], action, by=by, at=at, outcome=events.text_digest(words, action.salt))
    if state is ActionState.OPEN:
        _tell(action, by, at)


def _require_member(huddle: Huddle, person_id: int) -> None:
    if person_id not in {member.id for member in queries.team_of(huddle.cycle_id)}:
        raise NotOfTheCycle


def _codes(action: HuddleAction) -> dict[str, Any]:
    digest = events.text_digest(action.words, action.salt)
    return {"person_id": action.owner_id, "due_on": action.due_on.isoformat(), "words": digest}


def _record(verb: str, action: HuddleAction, *, by: Person, at: datetime, **codes: Any) -> None:
    events.record(verb, action, by=by, at=at, **codes)


def _tell(action: HuddleAction, by: Person, at: datetime) -> None:
    if action.owner_id != by.id:
        notices.notify(action.owner_id, "huddle_action", path=action.path, at=at, huddle=action.huddle.ref)
