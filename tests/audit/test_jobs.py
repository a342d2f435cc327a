"""Failed jobs: administrators see them and start them again; nobody else."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import text

from app.accounts.models import Person, Role
from app.core import jobs
from app.core.database import is_sqlite, transaction
from app.extensions import db
from tests.support import builders
from tests.support.client import Client

Browser = Callable[..., Client]


@pytest.fixture
def dead_id(app: Flask) -> int:
    with transaction() as session:
        jobs.enqueue("search.refresh", {"kind": "plan", "id": 1})
        dying = ("job SET state = 'dead', tries = 8, last_error = 'LookupError'" if is_sqlite(session)
                 else "procrastinate_jobs SET status = 'failed', attempts = 8")  # fmt: skip
        session.execute(text(f"UPDATE {dying}"))
    return dead_ids()[0]


def dead_ids() -> list[int]:
    db.session.rollback()
    return [job.id for job in jobs.dead()]


def admin() -> Person:
    return builders.with_role(Role.ADMINISTRATOR, builders.office())


def test_an_administrator_starts_it_again_once(dead_id: int, as_person: Browser) -> None:
    browser = as_person(admin())
    assert "search.refresh" in browser.get("/jobs").text
    page = browser.submit("/jobs", {}, to=f"/jobs/{dead_id}/retries")
    assert "The job waits for the worker again." in page.text
    assert "No failed jobs." in page.text
    assert "not on the list any more" in browser.post(f"/jobs/{dead_id}/retries").text


def test_others_are_refused(dead_id: int, as_person: Browser) -> None:
    for role in (Role.AUDITOR, Role.PROGRAM_OFFICE):
        browser = as_person(builders.with_role(role, builders.office()))
        browser.get("/jobs", expect=403)
        browser.post(f"/jobs/{dead_id}/retries", expect=403)
    assert dead_ids() == [dead_id]


def test_get_is_refused(dead_id: int, as_person: Browser) -> None:
    as_person(admin()).get(f"/jobs/{dead_id}/retries", expect=405)
    assert dead_ids() == [dead_id]


def test_a_job_that_never_was_changes_nothing(app: Flask, as_person: Browser) -> None:
    assert "not on the list any more" in as_person(admin()).post("/jobs/999999/retries").text


def test_an_administrator_of_one_office_does_not_run_the_house(dead_id: int, as_person: Browser) -> None:
    agency = builders.office("Agency")
    browser = as_person(builders.with_role(Role.ADMINISTRATOR, builders.office("Counter", parent=agency)))
    browser.get("/jobs", expect=403)
    browser.post(f"/jobs/{dead_id}/retries", expect=403)
    assert dead_ids() == [dead_id]
