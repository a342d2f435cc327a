"""What nominations of a cycle are scored by. The program office writes it; the first score fixes it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Person
from app.champions import policy as cycles
from app.champions.models import Cycle
from app.champions.nominations import queries
from app.champions.nominations.errors import CriteriaInUse
from app.champions.nominations.models import Criterion
from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import claim, touch
from app.extensions import db


@dataclass(frozen=True)
class CriterionText:
    """A name, and what to ask oneself when giving points."""

    name: str
    question: str


def set_criteria(
    cycle: Cycle, seen_lock: int, wanted: Sequence[CriterionText], *, by: Person, at: datetime
) -> None:
    """Replace all. Raises NotAllowed, LostUpdate (the cycle or its criteria changed), CriteriaInUse."""
    if not cycles.can_run_cycles(by):
        raise NotAllowed
    claim(cycle, seen_lock)
    known = queries.criteria(cycle)
    if [CriterionText(one.name, one.question) for one in known] == list(wanted):
        return
    if queries.is_scored(cycle):
        raise CriteriaInUse
    write(cycle, wanted)
    touch(cycle)
    events.record("cycle.criteria_set", cycle, by=by, at=at, criteria=len(wanted))


def write(cycle: Cycle, wanted: Sequence[CriterionText]) -> Sequence[Criterion]:
    """Store them without asking who does: the defaults with the first score. Under the lock of the cycle."""
    db.session.execute(delete(Criterion).where(Criterion.cycle_id == cycle.id))
    rows = [
        Criterion(cycle_id=cycle.id, position=position, name=one.name, question=one.question)
        for position, one in enumerate(wanted)
    ]
    db.session.add_all(rows)
    db.session.flush()
    return rows
