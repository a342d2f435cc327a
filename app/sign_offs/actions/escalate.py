"""A "cannot" one level up: raised with the word, the team's view beside it, decided with a reason."""

from datetime import datetime

from app.accounts.models import Person
from app.core.locks import touch
from app.extensions import db
from app.plans import policy as plans
from app.sign_offs import policy, upward
from app.sign_offs.actions import telling
from app.sign_offs.actions.ask import default_due
from app.sign_offs.errors import NoWords
from app.sign_offs.models import Escalation, Outcome, SignOff, State


def raise_up(sign_off: SignOff, *, by: Person, at: datetime) -> None:
    """Ask the next head above who neither wrote the plan nor speaks for the channel; the program office where there
    is none."""
    plan = sign_off.plan
    found = upward.decider_for(upward.parties_of(sign_off), upward.makers_of(plan), upward.heads_above(plan))
    above = sign_off.escalation
    if above is None:
        above = Escalation(sign_off_id=sign_off.id, raised_at=at)
        db.session.add(above)
    above.decider_id, above.passed_id = found.person_id, found.passed_id
    above.raised_at, above.outcome = at, None
    sign_off.due_on = default_due(plan, at)
    db.session.flush()
    db.session.expire(sign_off, ["escalation"])
    telling.record("sign_off.escalated", sign_off, by=by, at=at, person_id=found.person_id)
    telling.tell({found.person_id}, "sign_off_escalated", sign_off, by=by, at=at)


def settle(sign_off: SignOff) -> None:
    """The owner gave another word before anybody decided."""
    above = sign_off.escalation
    if above is not None and above.outcome is None:
        above.outcome = Outcome.SETTLED


def say_view(sign_off: SignOff, words: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """The team's view, which stands beside the owner's. Raises NotAllowed, NotNow, LostUpdate, NoWords."""
    is_live = telling.claimed(sign_off, seen_lock)
    telling.require(
        is_allowed=plans.is_on_team(by, sign_off.plan), is_now=policy.can_say_view(by, sign_off, is_live=is_live)
    )
    if not words.strip():
        raise NoWords("view")
    above = _of(sign_off)
    above.view, above.view_by_id, above.view_at = words, by.id, at
    touch(sign_off)
    telling.record("sign_off.view_given", sign_off, by=by, at=at, words=telling.digest(words, above))
    telling.tell({above.decider_id, sign_off.given_by_id}, "sign_off_view", sign_off, by=by, at=at)


def decide(sign_off: SignOff, outcome: Outcome, reason: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Answer both with a reason. It ends the matter for this text. Raises NotAllowed, NotNow, LostUpdate, NoWords."""
    is_live = telling.claimed(sign_off, seen_lock)
    telling.require(
        is_allowed=policy.may_decide(by, sign_off, upward.makers_of(sign_off.plan)),
        is_now=policy.is_escalated(sign_off, is_live=is_live),
    )
    if not reason.strip():
        raise NoWords("reason")
    above = _of(sign_off)
    above.outcome, above.reason = outcome, reason
    above.decided_by_id, above.decided_at = by.id, at
    sign_off.state = State.GIVEN
    telling.record(
        "sign_off.decided", sign_off, by=by, at=at, outcome=outcome.value, reason=telling.digest(reason, above)
    )
    telling.tell({*telling.team(sign_off), sign_off.given_by_id}, "sign_off_decided", sign_off, by=by, at=at)


def _of(sign_off: SignOff) -> Escalation:
    assert sign_off.escalation is not None  # noqa: S101  # a "cannot" was raised with its word
    return sign_off.escalation
