"""Reading one report and what hangs on it. The list is in lists.py; other pages ask for their own short lists."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.pain_points.models import PainPoint, PlanLink, Reply, Sighting


def get(number: int) -> PainPoint | None:
    """A report by its public number, with office, reporter and responsible person. Everyone signed in may see it."""
    return db.session.scalar(
        select(PainPoint)
        .where(PainPoint.number == number)
        .options(
            joinedload(PainPoint.office), joinedload(PainPoint.reporter), joinedload(PainPoint.responsible)
        )
    )  # fmt: skip


def get_for_change(number: int) -> PainPoint | None:
    """The same inside a transaction that decides on it: others wait until it has."""
    return db.session.scalar(select(PainPoint).where(PainPoint.number == number).with_for_update())


def by_receipt(receipt_hash: str, *, for_change: bool = False) -> PainPoint | None:
    """An anonymous report by the hash of its four words."""
    found = select(PainPoint).where(PainPoint.receipt_hash == receipt_hash)
    return db.session.scalar(found.with_for_update() if for_change else found)


def by_submission(key: str) -> PainPoint | None:
    """The report that this sending of the form made already."""
    return db.session.scalar(select(PainPoint).where(PainPoint.submission_key == key))


def replies(point: PainPoint) -> Sequence[Reply]:
    """Oldest first, with who wrote them."""
    return db.session.scalars(
        select(Reply).where(Reply.pain_point_id == point.id).order_by(Reply.id).options(joinedload(Reply.author))
    ).all()


def sightings(point: PainPoint) -> Sequence[Sighting]:
    """Oldest first, with person and office."""
    return db.session.scalars(
        select(Sighting)
        .where(Sighting.pain_point_id == point.id)
        .order_by(Sighting.seen_on, Sighting.id)
        .options(joinedload(Sighting.person), joinedload(Sighting.office))
    ).all()


def links(point: PainPoint) -> Sequence[PlanLink]:
    """Every plan it is or was in, oldest first."""
    return db.session.scalars(select(PlanLink).where(PlanLink.pain_point_id == point.id).order_by(PlanLink.id)).all()


def link(link_id: int) -> PlanLink | None:
    return db.session.get(PlanLink, link_id)
