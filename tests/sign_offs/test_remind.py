"""The job: a reminder before the date, and silence told to both sides, each once, with a mail each."""

from datetime import timedelta

import time_machine
from sqlalchemy import func, select

from app.core import jobs
from app.core.jobs.registry import HANDLERS, PERIODS
from app.extensions import db
from app.notices.models import Notice
from app.sign_offs.models import Word
from tests.sign_offs.conftest import PAGE, Cast, ask, say, take_back, told
from tests.support.client import AsPerson


def run(clock: time_machine.Traveller, days: int, times: int = 2) -> None:
    clock.shift(timedelta(days=days))
    for _ in range(times):
        HANDLERS["sign_offs.remind"]({})
        db.session.rollback()


def test_an_owner_is_reminded_once_and_silence_is_told_once(cast: Cast, clock: time_machine.Traveller) -> None:
    ask(cast)
    say(cast.web, Word.AGREE, cast.gerd)
    run(clock, 3)
    assert told(cast.marcus) == ["sign_off_asked"]
    run(clock, 7)
    assert told(cast.marcus) == ["sign_off_asked", "sign_off_due"]
    run(clock, 6)
    assert told(cast.marcus) == ["sign_off_asked", "sign_off_due", "sign_off_overdue"]
    assert told(cast.champion) == ["sign_off_given", "sign_off_silent"]
    assert told(cast.gerd) == ["sign_off_asked"]
    assert db.session.scalar(select(func.count(Notice.id))) == 6


def test_silence_shows_as_silence_and_not_as_a_yes(
    cast: Cast, clock: time_machine.Traveller, as_person: AsPerson
) -> None:
    ask(cast)
    clock.shift(timedelta(days=20))
    assert "asked 23 November 2026. Silence is not consent." in as_person(cast.champion).get(PAGE).text


def test_what_was_taken_back_reminds_nobody(cast: Cast, clock: time_machine.Traveller) -> None:
    ask(cast)
    take_back(cast)
    run(clock, 30)
    assert told(cast.marcus) == ["sign_off_asked"]


def test_the_jobs_run_by_themselves() -> None:
    assert "sign_offs.remind" in PERIODS
    assert "sign_offs.follow" in HANDLERS
    assert jobs.MAX_TRIES > 1
