"""Every command of `flask --app wsgi`, in one list; `db` is Flask-Migrate's, loaded when it is asked for."""

from typing import Any

import click
from flask import Flask
from werkzeug.local import LocalProxy

from app.accounts.cli import accounts
from app.audit.cli import audit, forget, redact, run_retention
from app.core.jobs.cli import worker
from app.demo.cli import demo
from app.extensions import db
from app.home.cli import rebuild
from config import ROOT

ALL: tuple[click.Command, ...] = (accounts, audit, demo, forget, rebuild, redact, run_retention, worker)


class Migrations(click.Command):
    """Stands for `flask db` until it is typed: every start would wait for Alembic, and no server needs it."""

    def __init__(self, app: Flask) -> None:
        super().__init__("db", help="Perform database migrations.")
        self.app = app

    def make_context(self, *args: Any, **more: Any) -> click.Context:
        self.load()
        return self.app.cli.commands["db"].make_context(*args, **more)

    def invoke(self, ctx: click.Context) -> Any:
        return ctx.command.invoke(ctx)  # theirs, whose context it is

    def load(self) -> object:
        """What Flask-Migrate's functions ask the app for; with its command it now takes the places kept for it."""
        from flask_migrate import Migrate

        Migrate(self.app, db, str(ROOT / "migrations"))
        return self.app.extensions["migrate"]


def register(app: Flask) -> None:
    migrations = Migrations(app)
    app.extensions["migrate"] = LocalProxy(migrations.load)
    for command in (*ALL, migrations):
        app.cli.add_command(command)
