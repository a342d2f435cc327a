"""The first step: a seat's office gets its plan, with an empty draft."""

from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.champions.models import Seat
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.numbering import next_number
from app.extensions import db
from app.plans.models import SECTIONS, Plan, PlanVersion, SectionText


def start(seat: Seat, *, by: Person, at: datetime) -> Plan:
    """The plan of the seat's office and cycle; the one that is there already where somebody was quicker.

    Raises NotAllowed for who is neither champion nor deputy of the seat, NotNow for a seat that is over.
    """
    if by.id not in (seat.champion_id, seat.deputy_id):
        raise NotAllowed
    if seat.to_on is not None:
        raise NotNow
    number = next_number(Plan.number)
    known = db.session.scalar(select(Plan).where(Plan.office_id == seat.office_id, Plan.cycle_id == seat.cycle_id))
    if known is not None:
        return known
    plan = Plan(
        number=number, office_id=seat.office_id, cycle_id=seat.cycle_id, language=seat.office.language, created_at=at
    )
    db.session.add(plan)
    db.session.flush()
    db.session.add(empty_draft(plan, 1, by=by, at=at))
    db.session.flush()
    events.record("plan.started", plan, by=by, at=at, office_id=plan.office_id, version=1)
    return plan


def empty_draft(plan: Plan, number: int, *, by: Person, at: datetime) -> PlanVersion:
    """A draft with a row for every section, so that saving never has to make one."""
    draft = PlanVersion(plan_id=plan.id, number=number, author_id=by.id, saved_at=at, saved_by_id=by.id)
    draft.sections = [SectionText(key=key, position=position) for position, key in enumerate(SECTIONS)]
    return draft
