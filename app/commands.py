"""Every command of `flask --app wsgi`, in one list."""

import click
from flask import Flask

from app.core.jobs.cli import worker

ALL: tuple[click.Command, ...] = (worker,)


def register(app: Flask) -> None:
    for command in ALL:
        app.cli.add_command(command)
