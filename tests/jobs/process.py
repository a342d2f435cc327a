"""A real worker process on the database of the test."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from flask import Flask

LEASE_SECONDS = 2


@contextmanager
def worker(app: Flask, **more: str) -> Iterator["subprocess.Popen[bytes]"]:
    """Started, and killed at the end whatever happens. `more` are settings."""
    settings = app.config["SETTINGS"]
    environ = {
        **os.environ,
        "WORKER_OF_TESTS": "1",
        "SECRET_KEY": settings.secret_key,
        "DATABASE_URL": settings.database_url,
        "INSTANCE_DIR": str(settings.instance),
        "JOB_LEASE_SECONDS": str(LEASE_SECONDS),
        **more,
    }
    command = [sys.executable, "-m", "flask", "--app", "tests.jobs.worker_app", "worker"]
    with subprocess.Popen(command, env=environ, start_new_session=True) as started:
        try:
            yield started
        finally:
            if started.poll() is None:
                os.killpg(started.pid, signal.SIGKILL)


def wait_until(is_so: Callable[[], bool], seconds: float) -> bool:
    """True as soon as it is so; False if it is not within `seconds`."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if is_so():
            return True
        time.sleep(0.05)
    return is_so()
