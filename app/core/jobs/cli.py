"""`flask --app wsgi worker`: the background process. One beside the server on SQLite, any number on PostgreSQL."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click
from flask import current_app
from flask.cli import with_appcontext
from flask_babel import force_locale

from app.core.jobs.worker import Worker

ENDINGS = (signal.SIGTERM, signal.SIGINT)


@click.command()
@with_appcontext
def worker() -> None:
    """Do what waits in the background, until TERM."""
    app: Any = current_app._get_current_object()  # type: ignore[attr-defined]  # noqa: SLF001  # threads need the app itself
    settings = app.config["SETTINGS"]

    @contextmanager
    def opened() -> Iterator[None]:
        """The app for one step, in its first language where nobody's own is known."""
        with app.app_context(), force_locale(settings.languages[0]):
            yield

    if settings.is_postgresql:
        from app.core.jobs.engine_worker import EngineWorker  # Procrastinate: not loaded where nobody needs it

        EngineWorker(opened, settings.job_lease_seconds, settings.database_url).run()
        return
    working = Worker(opened, settings.job_lease_seconds)
    for number in ENDINGS:
        signal.signal(number, lambda *_: _end(working))
    working.run()


def _end(working: Worker) -> None:
    """Stop at the first signal and hear no other: a second one inside `stop()` would wait for a lock that it holds."""
    for number in ENDINGS:
        signal.signal(number, signal.SIG_IGN)
    working.stop()
