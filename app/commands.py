"""Every command of `flask --app wsgi`, in one list."""

import click
from flask import Flask

from app.accounts.cli import accounts
from app.audit.cli import audit, forget, redact, run_retention
from app.core.jobs.cli import worker
from app.demo.cli import demo
from app.home.cli import rebuild

ALL: tuple[click.Command, ...] = (accounts, audit, demo, forget, rebuild, redact, run_retention, worker)


def register(app: Flask) -> None:
    for command in ALL:
        app.cli.add_command(command)
