"""No sequence of what administrators and the program office do leaves a report without somebody who can answer it."""

import random
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from flask import Flask
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config import Settings
from tests.champions.world import NAMES, Step, World
from tests.support.databases import Databases, settings_for

NUMBER = st.integers(0, 9)
Run = Callable[[Settings], AbstractContextManager[Flask]]
STEPS = st.lists(st.tuples(st.sampled_from(NAMES), NUMBER, NUMBER, NUMBER), min_size=1, max_size=25)


@contextmanager
def fresh_world(all_databases: Databases, running: Run, instance: Path) -> Iterator[World]:
    """A world on a database of its own: events cannot be deleted, so no example may follow another in one."""
    url = all_databases.fresh(instance)
    with running(settings_for(url, instance)):
        yield World()
    all_databases.drop(url)


@given(steps=STEPS)
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_always_someone(all_databases: Databases, running: Run, instance: Path, steps: list[Step]) -> None:
    with fresh_world(all_databases, running, instance) as world:
        for step in steps:
            world.take(step)
            world.check()


@pytest.mark.long
@pytest.mark.parametrize("seed", range(20))
def test_always_someone_in_long_walks(all_databases: Databases, running: Run, instance: Path, seed: int) -> None:
    chance = random.Random(seed)
    with fresh_world(all_databases, running, instance) as world:
        for _ in range(150):
            world.take((chance.choice(NAMES), chance.randrange(10), chance.randrange(10), chance.randrange(10)))
            world.check()
