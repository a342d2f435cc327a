"""The world's database, built once per run."""

import tempfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from config import Settings
from tests.guards.acting import Stage
from tests.support import world
from tests.support.builders import AT, SERIAL
from tests.support.databases import Databases, settings_for


@pytest.fixture(scope="session")
def stage(
    all_databases: Databases, running: Callable[[Settings], AbstractContextManager[Flask]], run_folder: Path
) -> Stage:
    built_in, copies = (Path(tempfile.mkdtemp(dir=run_folder)) for _ in range(2))
    url = all_databases.fresh(built_in)
    SERIAL.restart()
    with time_machine.travel(AT, tick=False), running(settings_for(url, built_in)):
        made = world.build()
    return Stage(made, url, all_databases, running, copies)
