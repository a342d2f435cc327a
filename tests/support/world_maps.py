"""The part of the world that is a process map: three steps of the first plan as they are today."""

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.extensions import db
from app.maps.models import Kind, Rule, SavedMap, SavedStep
from app.plans.models import Plan
from tests.support import builders
from tests.support.builders import AT

if TYPE_CHECKING:
    from tests.support.world import World

STEPS = (
    ("Take the application", "Counter", 20, 6 * 1440, Rule.HABIT, "weekly batch"),
    ("Write the order", "Legal unit", 40, 14 * 1440, Rule.POLICY, "second review, policy 4.12"),
    ("Sign the order", "Judge", 10, 4 * 1440, Rule.LAW, "time to object"),
)


def add(world: "World", cast: dict[str, Person]) -> None:
    plan = db.session.scalars(select(Plan).where(Plan.number == 1)).one()
    draw(plan, cast["champion"])
    world.places["which"] = "as-is"


def draw(plan: Plan, by: Person, kind: Kind = Kind.AS_IS) -> SavedMap:
    """The three steps as a map of this plan."""
    made = builders.save(SavedMap(plan_id=plan.id, kind=kind, saved_at=AT, saved_by_id=by.id))
    for position, (name, lane, work, wait, rule, why) in enumerate(STEPS):
        step = SavedStep(map_id=made.id, position=position, name=name, lane=lane, work=work, wait=wait)
        step.rule, step.rule_name, step.rule_owner, step.right_of_100 = rule, why, "Region", 90
        db.session.add(step)
    db.session.commit()
    return made
