"""The jobs of sign-offs: asks follow their channels, owners are reminded before the date, silence is told. Each once.

What was told is noted on the row in the same transaction as the notice with its mail, so that no run tells it twice.
"""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy.orm import joinedload

from app.core import clock, jobs, workdays
from app.core.database import transaction
from app.extensions import db
from app.offices.days import today_at
from app.offices.queries import rules_for
from app.sign_offs.actions import follow, telling
from app.sign_offs.models import SignOff
from app.sign_offs.queries.waiting import silent

DAYS_BEFORE = 2
"""Working days before the asked-for date on which an owner is reminded."""
AHEAD = timedelta(days=12)
"""Calendar days within which every such date lies, whatever the holidays."""


@jobs.handler("sign_offs.follow")
def follow_channels(_payload: dict[str, Any]) -> None:
    """A channel has another owner, or none."""
    with transaction():
        follow(at=clock.now())


@jobs.every(minutes=60)
@jobs.handler("sign_offs.remind")
def remind(_payload: dict[str, Any]) -> None:
    """Let asks follow who changed since, then remind and tell of silence."""
    with transaction():
        follow(at=clock.now())
        tell(at=clock.now())


def tell(*, at: datetime) -> None:
    """Everybody who is to be reminded or told of silence, in the running transaction."""
    named = (joinedload(SignOff.plan), joinedload(SignOff.channel))
    wanted = silent(at.date() + AHEAD).options(*named).order_by(SignOff.id)
    for sign_off in db.session.scalars(wanted.with_for_update(of=SignOff)).all():
        _remind(sign_off, today_at(sign_off.plan.office, at), at)


def _remind(sign_off: SignOff, today: date, at: datetime) -> None:
    if sign_off.due_on < today:
        if sign_off.silence_told_at is None:
            sign_off.reminded_at = sign_off.silence_told_at = at
            telling.tell({sign_off.asked_id}, "sign_off_overdue", sign_off, by=None, at=at)
            telling.tell(telling.team(sign_off), "sign_off_silent", sign_off, by=None, at=at)
        return
    holidays = rules_for(sign_off.plan.office, today).holidays
    if sign_off.reminded_at is None and sign_off.due_on <= workdays.add(today, DAYS_BEFORE, holidays):
        sign_off.reminded_at = at
        telling.tell({sign_off.asked_id}, "sign_off_due", sign_off, by=None, at=at)
