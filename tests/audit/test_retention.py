"""Retention: what is over goes, what is not stays, and counting deletes nothing."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.accounts.models import LinkKind, OneUseLink, SignInFailure, SignInSession
from app.audit import retention
from app.calendar.models import CalendarFeed, Shows
from app.check_ins.models import CheckIn, CheckInLink
from app.core import clock
from app.extensions import db
from app.notices.models import Mail, Notice
from tests.support import builders


@pytest.fixture
def _old_and_new(app: Flask) -> None:
    someone = builders.person()
    plan = builders.plan(builders.office(), builders.cycle(), someone)
    for days in (1, 400):
        at = clock.now() - timedelta(days=days)
        tag = f"{days}"
        day = at.date()
        asked = builders.save(CheckIn(plan_id=plan.id, asked_on=day, due_on=day, open_until=day))
        db.session.add_all([
            SignInFailure(account_hash=tag, at=at),
            SignInSession(person_id=someone.id, token_hash=tag, started_at=at, seen_at=at, ended_at=at),
            OneUseLink(person_id=someone.id, kind=LinkKind.INVITATION, token_hash=tag, expires_at=at, used_at=at),
            CheckInLink(check_in_id=asked.id, person_id=someone.id, token_hash=tag),
            CalendarFeed(person_id=someone.id, token_hash=tag, shows=Shows.MINE, made_at=at, ended_at=at),
            Notice(person_id=someone.id, kind="seat_given", facts={}, path="/", created_at=at, read_at=at),
            Mail(message_id=tag, recipient="", subject="s", body="", created_at=at, sent_at=at),
        ])  # fmt: skip
    unread = clock.now() - timedelta(days=4000)
    db.session.add(Notice(person_id=someone.id, kind="seat_given", facts={}, path="/", created_at=unread))
    db.session.add(CalendarFeed(person_id=someone.id, token_hash="runs", shows=Shows.MINE, made_at=unread))
    db.session.add(Mail(message_id="unsent", recipient="a@b.example", subject="s", body="b", created_at=unread))
    db.session.commit()


def counts() -> dict[str, int]:
    db.session.rollback()
    return {
        rule.name: db.session.scalar(select(func.count()).select_from(rule.table)) or 0 for rule in retention.RULES
    }


@pytest.mark.usefixtures("_old_and_new")
def test_counting_deletes_nothing(app: Flask) -> None:
    before = counts()
    result = app.test_cli_runner().invoke(args=["retention"])
    assert result.output.count(": 1 would go") == len(retention.RULES)
    assert counts() == before


@pytest.mark.usefixtures("_old_and_new")
def test_what_is_over_goes_and_nothing_else(app: Flask) -> None:
    before = counts()
    db.session.rollback()
    app.test_cli_runner().invoke(args=["retention", "--apply"])
    assert counts() == {name: count - 1 for name, count in before.items()}
    again = app.test_cli_runner().invoke(args=["retention", "--apply"])
    assert again.output.count(": 0 deleted") == len(retention.RULES)


def test_a_check_in_link_that_was_used_goes_before_its_check_in_is_closed(app: Flask) -> None:
    someone, at = builders.person(), clock.now()
    plan = builders.plan(builders.office(), builders.cycle(), someone)
    open_until = (at + timedelta(days=5)).date()
    asked = builders.save(CheckIn(plan_id=plan.id, asked_on=at.date(), due_on=at.date(), open_until=open_until))
    for tag, used_at in (("used", at - timedelta(days=31)), ("waits", None)):
        builders.save(
            CheckInLink(check_in_id=asked.id, person_id=someone.id, token_hash=tag, used_at=used_at)
        )
    app.test_cli_runner().invoke(args=["retention", "--apply"])
    db.session.rollback()
    assert db.session.scalars(select(CheckInLink.token_hash)).all() == ["waits"]
