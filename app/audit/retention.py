"""What is deleted after a time, and nothing else: traces of signing in, spent links, calendar links that ended, read
notices, sent mails."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, CursorResult, Select, delete, func, or_, select

from app.accounts.models import OneUseLink, SignInFailure, SignInSession
from app.calendar.models import CalendarFeed
from app.check_ins.models import CheckIn, CheckInLink
from app.extensions import db
from app.notices.models import Mail, Notice


@dataclass(frozen=True)
class Rule:
    """Rows of a table that go when what `is_over` says was `days` ago."""

    name: str
    days: int
    table: Any
    is_over: Any

    def condition(self, at: datetime) -> ColumnElement[bool]:
        over: ColumnElement[bool] = self.is_over(at - timedelta(days=self.days))
        return over


def _closed_before(day: datetime) -> Select[int]:
    """Ids of check-ins that take no answer any more; their dates are the office's, hours apart at most."""
    return select(CheckIn.id).where(CheckIn.open_until < day.date())


RULES: Sequence[Rule] = (
    Rule("sign-in failures", 30, SignInFailure, lambda day: SignInFailure.at < day),
    Rule(
        "ended sessions", 90, SignInSession,
        lambda day: or_(SignInSession.ended_at < day, SignInSession.seen_at < day - timedelta(days=90)),
    ),
    Rule(
        "spent or expired links", 30, OneUseLink,
        lambda day: or_(OneUseLink.used_at < day, OneUseLink.expires_at < day),
    ),
    Rule(
        "spent or expired check-in links", 30, CheckInLink,
        lambda day: or_(CheckInLink.used_at < day, CheckInLink.check_in_id.in_(_closed_before(day))),
    ),
    Rule("ended calendar links", 30, CalendarFeed, lambda day: CalendarFeed.ended_at < day),
    Rule("read notices", 180, Notice, lambda day: Notice.read_at < day),
    Rule("sent mails", 30, Mail, lambda day: Mail.sent_at < day),
)  # fmt: skip


def due(at: datetime) -> dict[str, int]:
    """How many rows each rule would delete now."""
    return {
        rule.name: db.session.scalar(select(func.count()).select_from(rule.table).where(rule.condition(at))) or 0
        for rule in RULES
    }


def apply(at: datetime) -> dict[str, int]:
    """Delete what is over, in the running transaction. Returns how many rows of each rule went."""
    gone = {}
    for rule in RULES:
        done = db.session.execute(delete(rule.table).where(rule.condition(at)))
        gone[rule.name] = done.rowcount if isinstance(done, CursorResult) else 0
    return gone
