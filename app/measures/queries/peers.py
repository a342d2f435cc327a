"""Measures that can be compared: the same thing counted in other offices that serve through the same channels."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.measures.evidence import Evidence, compared_offices
from app.measures.models import Measure
from app.measures.queries.numbers import Numbers, whole, with_numbers
from app.offices.models import Channel

MOST = 200
COMPARABLE = 3
"""The earned grade from which other offices are looked at."""


def peers(measure: Measure) -> Sequence[Measure]:
    """Same name, definition, unit and direction, in another office that has a channel of a kind that this one has."""
    theirs, ours = aliased(Channel), aliased(Channel)
    shared = (
        select(theirs.id)
        .join(ours, ours.kind == theirs.kind)
        .where(
            theirs.office_id == Measure.office_id, theirs.closed_on.is_(None),
            ours.office_id == measure.office_id, ours.closed_on.is_(None),
        )
    )  # fmt: skip
    return (
        db.session.scalars(_alike(measure).where(shared.exists()).options(*whole()).order_by(Measure.id).limit(MOST))
        .unique()
        .all()
    )


def evidence_of(numbers: Numbers) -> Evidence:
    """The evidence of a measure, with the comparison of other offices, looked for only where it can matter."""
    found = numbers.evidence()
    if found.grade + found.has_changed_source < COMPARABLE:
        return found
    others = [other.facts for other in with_numbers(peers(numbers.measure))]
    return numbers.evidence(compared_offices(found, others))


def with_grade_from(measure: Measure, least: int) -> Sequence[Measure]:
    """Measures alike in other offices whose grade may rest on a comparison with this one."""
    return db.session.scalars(_alike(measure).where(Measure.grade >= least).order_by(Measure.id)).all()


def _alike(measure: Measure) -> Select[Measure]:
    same: list[ColumnElement[bool]] = [
        Measure.name == measure.name,
        Measure.definition == measure.definition,
        Measure.unit == measure.unit,
        Measure.direction == measure.direction,
        Measure.office_id != measure.office_id,
    ]
    return select(Measure).where(*same)
