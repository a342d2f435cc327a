"""Measures that can be compared: the same thing counted in other offices that serve through the same channels."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.measures.models import Measure
from app.measures.queries.numbers import whole
from app.offices.models import Channel

MOST = 200


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
