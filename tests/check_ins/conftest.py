"""What tests of check-ins may ask for besides the house's own: the cast of a plan in force, and the mails it causes."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.check_ins import rounds
from app.core import jobs
from app.core.jobs.registry import HANDLERS
from app.extensions import db
from app.notices.models import Mail
from tests.check_ins import given
from tests.check_ins.given import Case

FOLLOWING = ("check_ins.mail", "notices.mail")


@pytest.fixture
def case(app: Flask, clock: time_machine.Traveller) -> Case:
    """A plan in force for two weeks on the day that the house's clock stands at: its first check-in is due."""
    return given.case()


class Office:
    """The days of the office: each begins with the worker's round, and its mails are written."""

    def __init__(self, clock: time_machine.Traveller, asked: list[tuple[str, dict[str, Any]]]) -> None:
        self.clock, self.asked = clock, asked

    def round(self) -> None:
        """The worker looks once, and does what follows."""
        db.session.rollback()
        rounds.make_round({})
        while self.asked:
            name, payload = self.asked.pop(0)
            HANDLERS[name](payload)
        db.session.rollback()

    def live(self, until: date) -> None:
        """Every day at nine from today on."""
        day = datetime.now(ZoneInfo("UTC")).date()
        while day <= until:
            self.clock.move_to(datetime.combine(day, time(9), ZoneInfo("UTC")))
            self.round()
            day += timedelta(days=1)

    def mails(self, subject: str = "") -> list[Mail]:
        db.session.rollback()
        found = db.session.scalars(select(Mail).order_by(Mail.id)).all()
        return [mail for mail in found if subject in mail.subject]

    def link(self) -> str:
        """The address in the newest mail that has one, as the browser asks for it."""
        bodies = [mail.body for mail in self.mails() if "/check-ins/" in mail.body]
        line = next(line for line in bodies[-1].splitlines() if "/check-ins/" in line)
        return line[line.index("/check-ins/") :]


@pytest.fixture
def office(case: Case, clock: time_machine.Traveller, monkeypatch: pytest.MonkeyPatch) -> Office:
    asked: list[tuple[str, dict[str, Any]]] = []
    enqueue: Callable[..., None] = jobs.enqueue

    def noting(name: str, payload: dict[str, Any], **more: Any) -> None:
        enqueue(name, payload, **more)
        if name in FOLLOWING:
            asked.append((name, payload))

    monkeypatch.setattr(jobs, "enqueue", noting)
    return Office(clock, asked)
