"""The job that keeps the rhythm: asks, reminds, notes silence, and gives blockers to whoever is asked now.

Every step is a transaction of its own that looks again at the row it holds, so a worker may die between any two, and
two may run at once.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from app.check_ins import actions, queries, rhythm
from app.check_ins.models import Blocker, CheckIn
from app.core import clock, jobs
from app.core.database import transaction
from app.extensions import db
from app.offices.queries import rules_at
from app.plans.models import Plan

WAKES = timedelta(hours=7)
"""Mails come in the office's morning, not at its midnight."""


@jobs.every(minutes=30)
@jobs.handler("check_ins.round")
def make_round(_payload: dict[str, Any]) -> None:
    """Safe to repeat."""
    at = clock.now()
    follow_up(at)
    ask(at)
    hand_on(at)


def ask(at: datetime) -> None:
    """Put the questions to every team whose day it is."""
    for plan_id, on in list(due(at)):
        with transaction() as session:
            actions.ask(session.get_one(Plan, plan_id), on, at=at)


def follow_up(at: datetime) -> None:
    """Look at each open check-in on its office's day."""
    found = [(check_in_id, _day(path, at)) for check_in_id, path in queries.open_ids()]
    db.session.rollback()
    for check_in_id, today in found:
        with transaction() as session:
            actions.follow_up(session.get_one(CheckIn, check_in_id), today, at=at)


def hand_on(at: datetime) -> None:
    """Blockers whose asked person has gone get another one."""
    found = list(queries.misplaced())
    db.session.rollback()
    for blocker_id in found:
        with transaction() as session:
            actions.hand_on(session.get_one(Blocker, blocker_id), at=at)


def due(at: datetime) -> Iterator[tuple[int, date]]:
    """Plans whose day it is, each with the day at its office."""
    found = queries.all_rhythms()
    for one in found:
        day = _day(one.path, at)
        if rhythm.is_due(one.begun.on, one.begun.last, day, rules_at(one.path, day).holidays):
            yield one.plan_id, day
    db.session.rollback()


def _day(path: str, at: datetime) -> date:
    """The office's day, which for mails begins in the morning."""
    return clock.today(rules_at(path, at.date()).time_zone, at - WAKES)
