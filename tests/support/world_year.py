"""The part of the world that the year brings: small tests of the draft's plan, and a calendar link."""

from datetime import timedelta
from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.accounts.tokens import hash_of
from app.calendar.models import CalendarFeed, Shows
from app.extensions import db
from app.measures.models import Measure
from app.plans.models import Plan
from app.trials.models import Trial
from tests.support import builders
from tests.support.builders import AT, TODAY

if TYPE_CHECKING:
    from tests.support.world import World

FEED_TOKEN = "a-secret-calendar-link"
BEGUN = ("new_study", "create_study", "create_note")


def add(world: "World", cast: dict[str, Person]) -> None:
    """A test that is planned and one that runs; the frontline person's calendar link."""
    plan = db.session.scalars(select(Plan).where(Plan.number == int(world.places["P-number"]))).one()
    measure = db.session.scalars(select(Measure).order_by(Measure.id)).first()
    planned, running = (_trial(plan, measure, number, days) for number, days in ((1, 7), (2, -7)))
    world.places["trial_id"] = str(planned.id)
    for endpoint in BEGUN:
        world.overrides[f"trials.{endpoint}"] = {"trial_id": str(running.id)}
    builders.save(
        CalendarFeed(
            person_id=cast["frontline"].id, token_hash=hash_of(FEED_TOKEN), shows=Shows.ALL, made_at=AT,
        )
    )  # fmt: skip
    world.overrides["calendar.feed"] = {"token": FEED_TOKEN}


def _trial(plan: Plan, measure: Measure | None, number: int, days: int) -> Trial:
    starts_on = TODAY + timedelta(days=days)
    return builders.save(
        Trial(
            plan_id=plan.id, number=number, measure_id=measure.id if measure else None, starts_on=starts_on,
            ends_on=starts_on + timedelta(days=4), predicted_on=TODAY - timedelta(days=14), place="Desk two",
            question="Do parents sign at the counter?", action="Ask them", prediction="Half of them do",
        )
    )  # fmt: skip
