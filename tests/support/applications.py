"""Applications that serve one database after another.

Making one, and then its templates, addresses and SQL statements, takes longer than most tests do. So an application is
kept, put back to what it was when it was made, and pointed at the next database.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from flask import Flask
from sqlalchemy import Engine, event
from sqlalchemy.engine import make_url

from app import create_app
from app.core.events import LOG
from app.extensions import db
from config import Settings
from tests.support.templates import keep_compiled

UNEXPECTED = "unexpected_error_page"


@dataclass
class _Kept:
    """One application and what it was when it was made."""

    app: Flask
    like: Settings
    config: dict[str, Any]
    extensions: dict[str, Any]
    views: dict[str, Callable[..., Any]]

    def is_as_made(self) -> bool:
        """A test may add an address; there is no way to take it back."""
        return self.app.view_functions == self.views

    def point_at(self, settings: Settings) -> None:
        """Forget what the last test did to it, and speak to this database."""
        self.app.config.clear()
        self.app.config.update(self.config, SETTINGS=settings, SQLALCHEMY_DATABASE_URI=settings.database_url)
        self.app.extensions.clear()
        self.app.extensions.update(self.extensions)
        self.app.error_handler_spec[None][None].pop(Exception, None)
        self.app._got_first_request = False  # noqa: SLF001  # for tests that add an address
        LOG.forget()
        with self.app.app_context():
            _redirect(db.engine, settings.database_url)


@dataclass
class Applications:
    """`with applications.running(settings) as app`: an application with its context open."""

    idle: list[_Kept] = field(default_factory=list)

    @contextmanager
    def running(self, settings: Settings) -> Iterator[Flask]:
        kept = self._take(settings)
        kept.point_at(settings)
        with kept.app.app_context():
            yield kept.app
            db.session.remove()
        if kept.is_as_made():
            self.idle.append(kept)

    def _take(self, settings: Settings) -> _Kept:
        like = _anywhere(settings)
        found = next((kept for kept in self.idle if kept.like == like), None)
        if found is None:
            return _make(settings, like)
        self.idle.remove(found)
        return found


def _anywhere(settings: Settings) -> Settings:
    """What an application is made from, wherever its database and its folder are; built static files are part of it."""
    kind = settings.database_url.partition(":")[0]
    is_own = settings.owner_database_url == settings.database_url
    owner = kind if is_own else settings.owner_database_url
    return replace(settings, database_url=kind, owner_database_url=owner, instance=_built(settings.instance))


def _built(instance: Path) -> Path:
    return instance if (instance / "static").is_dir() else Path()


def _make(settings: Settings, like: Settings) -> _Kept:
    app = create_app(settings)
    app.testing = True
    keep_compiled(app.jinja_env)
    app.extensions[UNEXPECTED] = app.error_handler_spec[None][None].pop(Exception)
    with app.app_context():
        _follow(db.engine)
    return _Kept(app, like, dict(app.config), dict(app.extensions), dict(app.view_functions))


def _follow(engine: Engine) -> None:
    """From now on the engine connects to where its URL says then, not to where it said when it was made."""

    @event.listens_for(engine, "do_connect")
    def connect(dialect: Any, _record: Any, args: list[Any], options: dict[str, Any]) -> None:
        args[:], found = dialect.create_connect_args(engine.url)
        options.update(found)


def _redirect(engine: Engine, url: str) -> None:
    """The engine keeps its compiled statements; connections to another database are closed."""
    if engine.url.render_as_string(hide_password=False) != url:
        engine.dispose()
        engine.url = make_url(url)
