"""A colleague's own reports with their answers, and what the office fixed."""

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.models import Person
from app.extensions import db
from app.notices.models import Notice
from app.offices.models import Office
from app.offices.queries import is_below
from app.pain_points.models import PainPoint, Reply, State

MOST = 50


def reports(person: Person, most: int = MOST) -> Sequence[PainPoint]:
    """The person's own reports, newest first, with what was replied."""
    return db.session.scalars(
        select(PainPoint)
        .where(PainPoint.reporter_id == person.id)
        .options(
            selectinload(PainPoint.replies).joinedload(Reply.author),
            joinedload(PainPoint.office),
            joinedload(PainPoint.responsible),
        )
        .order_by(PainPoint.id.desc())
        .limit(most)
    ).all()


def unread_paths(person: Person) -> set[str]:
    """Addresses of things with an unread notice: those answers stand first."""
    return set(
        db.session.scalars(
            select(Notice.path).where(Notice.person_id == person.id, Notice.read_at.is_(None)).limit(MOST)
        )
    )


def fixed(office: Office | None, since: date, most: int = 10) -> Sequence[PainPoint]:
    """What was fixed in the office and below since a day; the whole agency without an office."""
    asked = select(PainPoint).where(
        PainPoint.state.in_((State.FIXED, State.CONFIRMED, State.CLOSED)), PainPoint.fixed_on >= since
    )
    if office is not None:
        asked = asked.where(is_below(office, PainPoint.office_id))
    newest_first = asked.order_by(PainPoint.fixed_on.desc(), PainPoint.id.desc()).limit(most)
    return db.session.scalars(newest_first.options(joinedload(PainPoint.office))).all()


def a_year_before(today: date) -> date:
    return today - timedelta(days=365)
