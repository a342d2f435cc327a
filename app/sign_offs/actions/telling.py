"""What all steps of a sign-off have in common: the claim of its row, the event, who hears."""

from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.locks import claim
from app.extensions import db
from app.notices import actions as notices
from app.sign_offs import queries
from app.sign_offs.models import Escalation, SignOff


def claimed(sign_off: SignOff, seen_lock: int) -> bool:
    """Lock the row from the state that was seen; True where it is live. Raises LostUpdate."""
    claim(sign_off, seen_lock)
    db.session.expire(sign_off, ["escalation"])
    return queries.is_live(sign_off)


def require(*, is_allowed: bool, is_now: bool) -> None:
    """Raises NotAllowed or NotNow: first about the person, then about the moment."""
    if not is_allowed:
        raise NotAllowed
    if not is_now:
        raise NotNow


def record(verb: str, sign_off: SignOff, *, by: Person | None, at: datetime, **codes: Any) -> None:
    """Append the event, after a flush."""
    db.session.flush()
    plan = sign_off.plan
    events.record(
        verb, sign_off, by=by, at=at, office_id=plan.office_id, plan_id=plan.id, channel_id=sign_off.channel_id, **codes
    )


def digest(words: str, of: SignOff | Escalation) -> str | None:
    return events.text_digest(words, of.salt) if words else None


def tell(person_ids: set[int | None], kind: str, sign_off: SignOff, *, by: Person | None, at: datetime) -> None:
    """One notice each, in a fixed order; nobody hears of their own deed."""
    for person_id in sorted(one for one in person_ids if one is not None and (by is None or one != by.id)):
        notify(person_id, kind, sign_off, at=at)


def notify(person_id: int, kind: str, sign_off: SignOff, *, at: datetime, **facts: Any) -> None:
    """One notice. It names the channel: who is asked for several gets one for each."""
    plan, channel = sign_off.plan, sign_off.channel
    path = f"/plans/{plan.ref}/sign-offs/{sign_off.id}"
    facts |= {"plan": plan.ref, "channel_kind": channel.kind.value, "channel_name": channel.name}
    notices.notify(person_id, kind, path=path, at=at, **facts)


def team(sign_off: SignOff) -> set[int | None]:
    """Champion and deputy of the plan; after the seat's end whoever asked."""
    seat = sign_off.plan.seat
    return {seat.champion_id, seat.deputy_id} if seat else {sign_off.asked_by_id}
