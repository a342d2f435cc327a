"""How long an account must wait after failed sign-ins. Unknown accounts count alike: the answer tells nothing."""

import hashlib
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import func, select

from app.accounts.models import OneUseLink, Person, SignInFailure, SignInSession
from app.extensions import db

TRIES = 10
WITHIN = timedelta(minutes=15)
FIRST_DELAY = timedelta(minutes=1)
LONGEST_DELAY = timedelta(hours=1)
REMEMBERED = timedelta(hours=24)
MOST = 500


def account_hash(email: str) -> str:
    return hashlib.sha256(email.encode()).hexdigest()


def blocked_until(times: Sequence[datetime]) -> datetime | None:
    """When the next try is heard: 10 failures in 15 minutes, then a delay that doubles with every further one.

    `times` are the failures since the last success, oldest first. None: now.
    """
    burst = next((i for i in range(TRIES - 1, len(times)) if times[i] - times[i - TRIES + 1] <= WITHIN), None)
    if burst is None:
        return None
    further = min(len(times) - 1 - burst, 10)
    delay: timedelta = min(FIRST_DELAY * 2**further, LONGEST_DELAY)
    return times[-1] + delay


def is_blocked(email: str, at: datetime) -> bool:
    """True while this account's tries are not heard."""
    until = blocked_until(recent(email, at))
    return until is not None and at < until


def recent(email: str, at: datetime) -> Sequence[datetime]:
    """Failures of the last day, oldest first, since the last time the person came in or set a password."""
    since = max(at - REMEMBERED, _last_success(email) or at - REMEMBERED)
    newest_first = db.session.scalars(
        select(SignInFailure.at)
        .where(SignInFailure.account_hash == account_hash(email), SignInFailure.at > since)
        .order_by(SignInFailure.at.desc())
        .limit(MOST)
    ).all()
    return newest_first[::-1]


def _last_success(email: str) -> datetime | None:
    signed_in = select(func.max(SignInSession.started_at)).join(SignInSession.person).where(Person.email == email)
    reset = select(func.max(OneUseLink.used_at)).join(OneUseLink.person).where(Person.email == email)
    moments = [db.session.scalar(signed_in), db.session.scalar(reset)]
    return max((moment for moment in moments if moment), default=None)
