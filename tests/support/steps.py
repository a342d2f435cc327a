"""What state machines under test have in common: people who try steps, and what a refused step must leave alone."""

from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

import pytest
from flask_babel import force_locale
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, run_state_machine_as_test
from sqlalchemy import func, select, text

from app.accounts.models import Person
from app.core.database import transaction
from app.core.events import Event
from app.extensions import db
from tests.support import databases

T = TypeVar("T")
Reason = tuple[bool, type[Exception]]
"""Whether something stands against a step, and the error that says so."""


class Steps(RuleBasedStateMachine):
    """Steps that anybody tries at any time. `watched` are the tables that a refused step leaves as they are."""

    people: ClassVar[dict[str, int]]
    watched: ClassVar[tuple[Any, ...]]

    def person(self, name: str) -> Person:
        return db.session.get_one(Person, self.people[name])

    def take(self, step: Callable[[], T], *reasons: Reason) -> T | None:
        """The step is taken; or, where something stands against it, refused with the first of the errors."""
        refused = next((error for stands, error in reasons if stands), None)
        if refused is None:
            with transaction():
                return step()
        before = self._rows()
        with pytest.raises(refused) as raised, transaction():
            step()
        assert type(raised.value) is refused
        assert self._rows() == before
        return None

    def _rows(self) -> list[Any]:
        """All of the watched tables, as the database has them, and how long the log is."""
        names = [table.__tablename__ for table in self.watched]
        found = [db.session.execute(text(f'SELECT * FROM "{name}" ORDER BY 1')).all() for name in names]
        return [found, db.session.scalar(select(func.count(Event.id)))]


def run(machine: type[Steps], *, runs: int, length: int = 30) -> None:
    """Try `runs` sequences of up to `length` steps; half of them beside PostgreSQL, for Python decides."""
    runs = runs if databases.kind() == "sqlite" else runs // 2
    quiet = settings(
        max_examples=runs, stateful_step_count=length, deadline=None, database=None,
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    db.session.rollback()
    with force_locale("en"):
        run_state_machine_as_test(machine, settings=quiet)
