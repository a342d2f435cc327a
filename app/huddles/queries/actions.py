"""Reading actions: one, and those of a huddle."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from app.extensions import db
from app.huddles.models import Huddle, HuddleAction


def get_action(huddle: Huddle, action_id: int) -> HuddleAction | None:
    """An action of this huddle with its owner."""
    asked = select(HuddleAction).where(HuddleAction.id == action_id, HuddleAction.huddle_id == huddle.id)
    loaded = asked.options(joinedload(HuddleAction.owner), joinedload(HuddleAction.huddle))
    return db.session.scalar(loaded)


def of_huddle(huddle: Huddle) -> Sequence[HuddleAction]:
    """All that were agreed in it, by date, with their owners."""
    asked = select(HuddleAction).where(HuddleAction.huddle_id == huddle.id).options(joinedload(HuddleAction.owner))
    return db.session.scalars(asked.order_by(HuddleAction.due_on, HuddleAction.id)).all()
