"""All that was ever entered for one measure: what stands, what it replaced, and who entered it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.measures.models import Measure, Observation


@dataclass(frozen=True)
class Entered:
    """Every row of one measure, in order of source and period."""

    rows: Sequence[Observation]

    @property
    def current(self) -> list[Observation]:
        """Those that no later row replaces."""
        gone = {row.replaces_id for row in self.rows}
        return [row for row in self.rows if row.id not in gone]

    @property
    def replaced(self) -> Mapping[int, Observation]:
        """Those that a later one replaces, by the id of the later one."""
        by_id = {row.id: row for row in self.rows}
        return {row.id: by_id[row.replaces_id] for row in self.rows if row.replaces_id is not None}

    @property
    def recorder_ids(self) -> Collection[int]:
        return frozenset(row.recorded_by_id for row in self.rows)


def entered(measure: Measure) -> Entered:
    """One query, with who recorded each."""
    return Entered(
        db.session.scalars(
            select(Observation)
            .where(Observation.measure_id == measure.id)
            .options(joinedload(Observation.recorded_by))
            .order_by(Observation.source_id, Observation.period_start)
        ).all()
    )
