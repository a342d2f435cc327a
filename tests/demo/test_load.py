"""Loading the demo: for whom, how often, and always the same."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.accounts.models import Person
from app.core.events import Event
from app.demo import plans, progress
from app.demo.loading import Refused
from app.extensions import db
from app.notices.models import Mail
from app.pain_points.models import PainPoint
from config import Settings
from tests.demo.conftest import load
from tests.support import builders
from tests.support.databases import Databases, settings_for

ELSEWHERE = {"tree_stamp", "alembic_version", "artefact"}


def test_a_database_that_holds_real_people_is_refused_and_stays_as_it_is(app: Flask) -> None:
    builders.person("Real Person")
    with pytest.raises(Refused, match="real people"):
        load()
    assert [person.name for person in db.session.scalars(select(Person))] == ["Real Person"]
    assert db.session.scalar(select(func.count(Event.id))) == 0


def test_a_second_load_is_refused_and_changes_nothing(demo: Flask) -> None:
    before = db.session.scalar(select(func.count(Event.id)))
    with pytest.raises(Refused, match="already"):
        load()
    assert db.session.scalar(select(func.count(Event.id))) == before


def test_the_command_refuses_production(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = app.config["SETTINGS"]
    monkeypatch.setitem(app.config, "SETTINGS", _like(settings, "production"))
    result = app.test_cli_runner().invoke(args=["demo", "load"])
    assert result.exit_code == 1
    assert "not for production" in result.output


@pytest.mark.once("sqlite")  # what is drawn is drawn before it is stored
def test_the_same_seed_gives_the_same_rows_and_another_one_others(
    demo: Flask,
    all_databases: Databases,
    running: Callable[[Settings], AbstractContextManager[Flask]],
    tmp_path: Path,
) -> None:
    first, titles = _rows(), _titles()
    with _another(all_databases, running, tmp_path):
        load()
        again = _rows()
    assert sorted(first) == sorted(again)
    for table, rows in first.items():
        assert rows == again[table], table
    with _another(all_databases, running, tmp_path), pytest.raises(_Enough) as other:
        load(seed=2, say=_until_reports_stand)
    assert titles != other.value.args[0]


class _Enough(Exception):
    """What is told after the reports takes longest and is not asked about. Holds their titles."""


def _until_reports_stand(said: str) -> None:
    if said.startswith("printing"):
        raise _Enough(_titles())


def test_nobody_gets_mail_because_of_the_demo(demo: Flask) -> None:
    assert db.session.scalar(select(func.count(Mail.id))) == 0
    assert db.session.execute(db.text(_jobs_waiting())).scalar() == 0


@contextmanager
def _another(databases: Databases, running: Any, folder: Path) -> Iterator[None]:
    """An app on an empty database."""
    url = databases.fresh(folder)
    try:
        with running(settings_for(url, folder)):
            yield
    finally:
        databases.drop(url)


def _titles() -> list[str]:
    """Of all reports, in order."""
    return list(db.session.scalars(select(PainPoint.title).order_by(PainPoint.id)))


def _rows() -> dict[str, list[Any]]:
    """Every row of every table of ours, in order of its key."""
    found = {}
    for table in db.metadata.sorted_tables:
        if table.name not in ELSEWHERE:
            asked = select(table).order_by(*table.primary_key.columns)
            found[table.name] = [tuple(row) for row in db.session.execute(asked)]
    return found


def _jobs_waiting() -> str:
    is_sqlite = db.engine.dialect.name == "sqlite"
    return f"SELECT count(*) FROM {'job' if is_sqlite else 'procrastinate_jobs'}"


def _like(settings: Settings, env: str) -> Settings:
    made = object.__new__(Settings)
    for name, value in vars(settings).items():
        object.__setattr__(made, name, env if name == "env" else value)
    return made


@pytest.mark.long
@pytest.mark.parametrize("day", [date(2027, 1, 2), date(2027, 3, 31), date(2028, 2, 29), date(2026, 7, 1)])
def test_it_can_be_told_from_any_day(app: Flask, day: date) -> None:
    world = load(today=day, offices=21, pain_points=80, seed=3)
    assert db.session.scalar(select(func.count(Event.id)))
    assert {key: plan.number for key, plan in world.plans.items()} == plans.NUMBERS
    assert {key: report.number for key, report in world.reports.items()} == progress.NUMBERS
