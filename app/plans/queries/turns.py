"""Reading how a plan rested and ended."""

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.accounts.models import Person
from app.champions.models import Seat
from app.extensions import db
from app.plans.models import Plan
from app.plans.turns import ENDINGS, Turn


def latest(plan: Plan) -> Turn | None:
    """The last turn with who took it: why it rests, or how it ended."""
    return db.session.scalar(
        select(Turn).where(Turn.plan_id == plan.id).options(joinedload(Turn.by)).order_by(Turn.id.desc()).limit(1)
    )


def ending(plan: Plan) -> Turn | None:
    """How it was completed or stopped; None while it goes on."""
    found = latest(plan)
    return found if found is not None and found.kind in ENDINGS else None


def last_team(plan: Plan) -> list[Person]:
    """Champion and deputy of the plan's seat, also after it ended; the last ones where it was handed over."""
    seat = db.session.scalar(
        select(Seat)
        .where(Seat.office_id == plan.office_id, Seat.cycle_id == plan.cycle_id)
        .options(joinedload(Seat.champion), joinedload(Seat.deputy))
        .order_by(Seat.to_on.is_not(None), Seat.id.desc())
        .limit(1)
    )
    return [one for one in (seat.champion, seat.deputy) if one is not None] if seat else []
