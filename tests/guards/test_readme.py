"""The README tells the truth: every setting stands in it, and its SQL for PostgreSQL guards the log."""

import re
import shlex
from pathlib import Path

import click
import flask_migrate
import pytest
from flask import Flask
from sqlalchemy import create_engine, text
from sqlalchemy.engine import Engine, make_url
from sqlalchemy.exc import ProgrammingError

from app import create_app
from app.accounts.models import Person
from app.audit import redactable, retention
from app.core import clock, database, events
from app.extensions import db
from app.plans.models import SECTIONS
from config import ROOT
from tests.support.databases import Databases, kind, settings_for

CHANGES = ("ALTER TABLE event DISABLE TRIGGER ALL", "DROP TRIGGER event_no_change ON event", "TRUNCATE event")
REFUSED = r"must be owner|permission denied"
README = (ROOT / "README.md").read_text("utf-8")
PRIVACY = (ROOT / "docs/PRIVACY.md").read_text("utf-8")


def test_the_table_names_every_setting_that_is_read_and_no_other() -> None:
    wanted = set(re.findall(r'environ(?:\.get\(|, )"([A-Z_]+)"', (ROOT / "config.py").read_text("utf-8")))
    told = set(re.findall(r"`([A-Z_]+)`", "".join(line for line in README.splitlines() if line.startswith("| `"))))
    assert wanted ^ told == {"FLASK_DEBUG"}  # for developers, and never in production


def test_every_page_it_names_is_there() -> None:
    missing = [name for name in re.findall(r"\]\(([^)#:]+)\)", README) if not (ROOT / name).exists()]
    assert missing == []


def test_every_command_of_the_privacy_page_is_there_with_its_options(app: Flask) -> None:
    lines = re.findall(r"^    bin/flask (.+)$", PRIVACY, re.MULTILINE)
    assert len(lines) >= 5
    for line in lines:
        words = shlex.split(line)
        command: click.Command = app.cli
        while isinstance(command, click.Group) and words and words[0] in command.commands:
            command = command.commands[words.pop(0)]
        assert not isinstance(command, click.Group), line
        known = {option for each in command.params for option in each.opts}
        assert {word for word in words if word.startswith("--")} <= known, line


def test_the_privacy_page_names_every_text_and_every_rule() -> None:
    rows = [line for line in PRIVACY.splitlines() if line.startswith("| ")]
    for kind_, fields in redactable.FIELDS.items():
        row = next(line for line in rows if line.startswith(f"| {kind_.replace('_', ' ')} |"))
        sections = set(SECTIONS) if kind_ == "plan" else set()
        assert [field.name for field in fields if field.name not in sections and f"`{field.name}" not in row] == []
    told = [int(days) for row in rows for days in re.findall(r"\| (\d+) days", row)]
    assert told == [rule.days for rule in retention.RULES]


def roles_sql(owner: str, role: str, name: str) -> tuple[list[str], list[str]]:
    """The README's own lines: those for the server, and those inside the database."""
    block = README.split("CREATE ROLE groundwork_owner", 1)[1].split("\n\nThen", 1)[0]
    block = "CREATE ROLE groundwork_owner" + block
    block = block.replace("groundwork_owner", owner).replace("groundwork_app", role)
    block = block.replace("DATABASE groundwork ", f"DATABASE {name} ")
    outside, inside = block.split("\\c groundwork", 1)
    return [s for s in outside.split(";") if s.strip()], [s for s in inside.split(";") if s.strip()]


def run_all(engine: Engine, statements: list[str]) -> None:
    with engine.connect() as connection:
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


if kind() == "postgresql":  # SQLite knows no roles

    def test_the_app_s_role_works_and_cannot_touch_the_log(all_databases: Databases, tmp_path: Path) -> None:
        admin = make_url(all_databases.empty("roles"))
        name = f"{admin.database}_real"
        owner, role = f"{name}_owner", f"{name}_app"
        outside, inside = roles_sql(owner, role, name)
        run_all(create_engine(admin, isolation_level="AUTOCOMMIT"), outside)
        run_all(create_engine(admin.set(database=name), isolation_level="AUTOCOMMIT"), inside)
        urls = {
            "OWNER_DATABASE_URL": admin.set(database=name, username=owner, password="..."),
            "DATABASE_URL": admin.set(database=name, username=role, password="..."),
        }
        words = {key: url.render_as_string(hide_password=False) for key, url in urls.items()}
        app = create_app(settings_for(words["DATABASE_URL"], tmp_path, OWNER_DATABASE_URL=words["OWNER_DATABASE_URL"]))
        with app.app_context():
            flask_migrate.upgrade()
            with database.transaction() as session:
                person = Person(email="who@agency.example", name="Who", created_at=clock.now())
                session.add(person)
                session.flush()
                events.record("person.invited", person, by=None, at=clock.now())
            for change in CHANGES:
                with pytest.raises(ProgrammingError, match=REFUSED), db.engine.begin() as connection:
                    connection.execute(text(change))
            db.session.remove()
            db.engine.dispose()
        all_databases.drop(words["DATABASE_URL"])
