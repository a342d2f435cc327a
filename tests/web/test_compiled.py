"""Compiled templates are kept for the next start, where nobody else can put any; nothing depends on it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from flask import Flask
from jinja2 import Environment

from app import create_app
from config import Settings

PAGE = "home/about.html"


@pytest.fixture
def folder(instance: Path) -> Path:
    return instance / "compiled-templates"


@pytest.fixture
def started(settings: Settings) -> Callable[[], Flask]:
    """An app as the next start makes it, which has drawn a page."""

    def start() -> Flask:
        app = create_app(settings)
        assert app.jinja_env.get_template(PAGE).name == PAGE
        return app

    return start


def test_the_next_start_compiles_nothing_again(
    started: Callable[[], Flask], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started()
    assert folder.stat().st_mode & 0o777 == 0o700
    monkeypatch.delattr(Environment, "compile")
    started()


def test_what_was_compiled_otherwise_is_compiled_again(
    started: Callable[[], Flask], folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started()
    kept = {path: path.stat().st_mtime_ns for path in folder.iterdir()}
    monkeypatch.setattr("app.web.compiled.version", lambda _name: "next")
    started()
    assert [path for path in folder.iterdir() if path.stat().st_mtime_ns == kept[path]] == []


def test_a_folder_that_others_can_write_to_is_left_alone(started: Callable[[], Flask], folder: Path) -> None:
    folder.mkdir()
    folder.chmod(0o770)
    assert started().jinja_env.bytecode_cache is None
    assert list(folder.iterdir()) == []


def test_a_folder_that_cannot_be_made_or_goes_away_is_not_missed(started: Callable[[], Flask], folder: Path) -> None:
    folder.write_text("in the way")
    assert started().jinja_env.bytecode_cache is None
    folder.unlink()
    app = started()
    shutil.rmtree(folder)
    assert app.jinja_env.get_template("home/today.html")
