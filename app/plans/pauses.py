"""The job that reminds teams of pauses whose day has come."""

from typing import Any

from sqlalchemy import select

from app.core import clock, jobs
from app.core.database import transaction
from app.extensions import db
from app.offices.days import earliest_and_latest, today_at
from app.plans.actions.endings import remind_of_pause
from app.plans.models import Plan, PlanState
from app.plans.turns import Turn, TurnKind


@jobs.every(minutes=60)
@jobs.handler("plans.remind_of_pauses")
def remind_of_pauses(_payload: dict[str, Any]) -> None:
    """Each team once; a pause that was ended meanwhile reminds nobody."""
    at = clock.now()
    for turn_id in _over(at):
        with transaction() as session:
            turn = session.get_one(Turn, turn_id)
            if turn.plan.state is PlanState.PAUSED and turn.until and turn.until <= today_at(turn.plan.office, at):
                remind_of_pause(turn, at=at)


def _over(at: Any) -> list[int]:
    asked = (
        select(Turn.id)
        .join(Plan, Plan.id == Turn.plan_id)
        .where(
            Turn.kind == TurnKind.PAUSED, Turn.reminded_on.is_(None), Plan.state == PlanState.PAUSED,
            Turn.until <= earliest_and_latest(at)[1],
        )
        .order_by(Turn.id)
    )  # fmt: skip
    found = list(db.session.scalars(asked))
    db.session.rollback()
    return found
