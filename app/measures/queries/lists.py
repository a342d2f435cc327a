"""One measure by its number, and the list of measures with its filters."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, or_, select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person, Role
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.measures.models import Measure, Observation, Signal
from app.measures.queries.numbers import whole
from app.offices.places import Place
from app.offices.queries import subtree_ids

ORDER: Order[Measure] = Order((Measure.number,), lambda measure: measure.number)


@dataclass(frozen=True)
class Filters:
    """What the list is narrowed to. `stale_on` is a date: only measures whose next number is overdue on it."""

    office: Place | None = None
    signal: Signal | None = None
    mine: Person | None = None
    stale_on: date | None = None


def get(number: int) -> Measure | None:
    """A measure by its public number, with all that is shown beside its numbers."""
    return db.session.scalars(select(Measure).where(Measure.number == number).options(*whole())).unique().one_or_none()


def get_observation(measure: Measure, observation_id: int) -> Observation | None:
    return db.session.scalar(
        select(Observation).where(Observation.id == observation_id, Observation.measure_id == measure.id)
    )


def page(filters: Filters, after: int | None = None, before: int | None = None) -> Slice[Measure]:
    """The list, newest first, with office and owner; `after` and `before` are numbers of measures."""
    asked = select(Measure).options(joinedload(Measure.office), joinedload(Measure.owner)).where(*_chosen(filters))
    return keyset.page(asked, ORDER, after, before)


def _chosen(filters: Filters) -> list[ColumnElement[bool]]:
    wanted: list[ColumnElement[bool]] = []
    if filters.office is not None:
        wanted.append(Measure.office_id.in_(subtree_ids(filters.office)))
    if filters.signal is not None:
        wanted.append(Measure.signal == filters.signal)
    if filters.stale_on is not None:
        wanted.append(Measure.stale_after < filters.stale_on)
    if filters.mine is not None:
        own = [grant.office_id for grant in filters.mine.rights.held if grant.role in (Role.CHAMPION, Role.DEPUTY)]
        wanted.append(or_(Measure.owner_id == filters.mine.id, Measure.office_id.in_(own)))
    return wanted
