"""Giving a word: agree, agree if, cannot. It may be changed as long as nobody above has decided."""

from collections.abc import Sequence
from datetime import datetime

from app.accounts.models import Person
from app.sign_offs import policy, upward
from app.sign_offs.actions import telling
from app.sign_offs.actions.escalate import raise_up, settle
from app.sign_offs.errors import NothingChosen, NoWords
from app.sign_offs.models import SignOff, State, Word


def answer(
    sign_off: SignOff, word: Word, words: str, rests_on: Sequence[str], *, seen_lock: int, by: Person, at: datetime
) -> None:
    """Write the word down and tell the team. A "cannot" goes one level up; another word takes it back from there.

    Raises NotAllowed, NotNow, LostUpdate, NoWords, NothingChosen.
    """
    is_live = telling.claimed(sign_off, seen_lock)
    telling.require(
        is_allowed=policy.may_answer(by, sign_off, upward.makers_of(sign_off.plan)),
        is_now=policy.is_open(sign_off, is_live=is_live),
    )
    if word is not Word.AGREE and not words.strip():
        raise NoWords
    chosen = [part for part in sign_off.parts if part in rests_on]
    if not chosen:
        raise NothingChosen
    _write(sign_off, word, words, chosen, by, at)
    if word is Word.CANNOT:
        raise_up(sign_off, by=by, at=at)
    else:
        settle(sign_off)
    digest = telling.digest(words, sign_off)
    telling.record("sign_off.given", sign_off, by=by, at=at, word=word.value, words=digest, parts=chosen)
    telling.tell(telling.team(sign_off), "sign_off_given", sign_off, by=by, at=at)


def _write(sign_off: SignOff, word: Word, words: str, chosen: list[str], by: Person, at: datetime) -> None:
    """Another condition than before is not met by what was said of the earlier one."""
    if (word, words) != (sign_off.word, sign_off.words):
        sign_off.met_words, sign_off.met_by_id, sign_off.met_at = "", None, None
        sign_off.is_met, sign_off.met_answer = None, ""
        sign_off.met_answered_by_id, sign_off.met_answered_at = None, None
    sign_off.word, sign_off.words, sign_off.rests_on = word, words, chosen
    sign_off.given_by_id, sign_off.given_at = by.id, at
    sign_off.state = State.ESCALATED if word is Word.CANNOT else State.GIVEN
