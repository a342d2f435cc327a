"""`flask db`, which is loaded only when it is asked for: what slows no start is there all the same."""

import os
import subprocess
import sys
from pathlib import Path

from alembic.script import ScriptDirectory
from flask import Flask

from config import ROOT
from migrations import revisions
from tests.support.late import LATE


def test_a_server_loads_nothing_that_only_few_need(tmp_path: Path) -> None:
    own = {"PATH": os.environ["PATH"], "SECRET_KEY": "x" * 32, "INSTANCE_DIR": str(tmp_path), "PYTHONPATH": str(ROOT)}
    loaded = subprocess.run(
        [sys.executable, "-c", "import wsgi, sys; print(*sys.modules, sep='\\n')"], env=own, capture_output=True,
        text=True, check=True, timeout=60,
    ).stdout.splitlines()  # fmt: skip
    assert "app.plans.routes" in loaded
    assert set(LATE.values()).intersection(loaded) == set()


def test_what_is_read_of_the_migrations_is_what_alembic_says() -> None:
    scripts = ScriptDirectory(str(ROOT / "migrations"))
    known = {script.revision for script in scripts.walk_revisions()}
    assert revisions.earlier() == known - set(scripts.get_heads()), "what /readyz goes by"
    assert [revisions.newest()] == scripts.get_heads(), "what bin/run goes by"


def test_the_command_as_an_object_is_theirs_too(app: Flask) -> None:
    answer = app.test_cli_runner().invoke(app.cli.commands["db"], ["nonsense"])
    assert (answer.exit_code, "No such command" in answer.output) == (2, True)


def test_migrations_are_listed_and_answer_with_their_own_commands(app: Flask) -> None:
    runner = app.test_cli_runner()
    assert "Perform database migrations." in runner.invoke(args=["--help"]).output
    for _again in range(2):
        answer = runner.invoke(args=["db", "--help"])
        assert answer.exit_code == 0
        assert "upgrade " in answer.output
