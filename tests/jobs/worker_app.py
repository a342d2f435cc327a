"""The app that a real worker process of these tests serves, with handlers that leave lines in a file."""

import os
import time
from pathlib import Path
from typing import Any

from app import create_app
from app.core import jobs
from config import Settings


@jobs.handler("tests.write")
def write(payload: dict[str, Any]) -> None:
    """Say that it began, take its time, say that it is done."""
    path = Path(payload["path"])
    _append(path, f"began {payload['n']}")
    time.sleep(payload.get("seconds", 0))
    _append(path, f"done {payload['n']}")


@jobs.handler("tests.fail")
def fail(_payload: dict[str, Any]) -> None:
    raise LookupError("a text that must not be stored")


def _append(path: Path, line: str) -> None:
    with path.open("a") as file:
        file.write(line + "\n")


if "WORKER_OF_TESTS" in os.environ:
    app = create_app(Settings.from_environ(os.environ))
