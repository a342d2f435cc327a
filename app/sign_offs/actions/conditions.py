"""A condition: the team says how it is met, its owner says whether it is. Both words stay visible."""

from datetime import datetime

from app.accounts.models import Person
from app.plans import policy as plans
from app.sign_offs import policy, upward
from app.sign_offs.actions import telling
from app.sign_offs.actions.ask import default_due
from app.sign_offs.errors import NoAnswerWords, NoWords
from app.sign_offs.models import SignOff


def claim_met(sign_off: SignOff, words: str, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Say how the condition is met; its owner is asked. Raises NotAllowed, NotNow, LostUpdate, NoWords."""
    is_live = telling.claimed(sign_off, seen_lock)
    telling.require(
        is_allowed=plans.is_on_team(by, sign_off.plan),
        is_now=policy.can_claim_met(by, sign_off, is_live=is_live),
    )
    if not words.strip():
        raise NoWords("claim")
    sign_off.met_words, sign_off.met_by_id, sign_off.met_at = words, by.id, at
    sign_off.is_met, sign_off.met_answer, sign_off.due_on = None, "", default_due(sign_off.plan, at)
    sign_off.met_answered_by_id, sign_off.met_answered_at = None, None
    telling.record("sign_off.met_claimed", sign_off, by=by, at=at, words=telling.digest(words, sign_off))
    telling.tell({sign_off.asked_id}, "sign_off_met", sign_off, by=by, at=at)


def answer_met(sign_off: SignOff, words: str, *, is_met: bool, seen_lock: int, by: Person, at: datetime) -> None:
    """Confirm that the condition is met, or say what is still missing.

    Raises NotAllowed, NotNow, LostUpdate, NoAnswerWords.
    """
    is_live = telling.claimed(sign_off, seen_lock)
    telling.require(
        is_allowed=policy.may_answer(by, sign_off, upward.makers_of(sign_off.plan)),
        is_now=policy.can_answer_met(sign_off, is_live=is_live),
    )
    if not is_met and not words.strip():
        raise NoAnswerWords
    sign_off.is_met, sign_off.met_answer = is_met, words
    sign_off.met_answered_by_id, sign_off.met_answered_at = by.id, at
    telling.record(
        "sign_off.met_answered", sign_off, by=by, at=at, is_met=is_met, words=telling.digest(words, sign_off)
    )
    telling.tell(telling.team(sign_off), "sign_off_met_answered", sign_off, by=by, at=at)
