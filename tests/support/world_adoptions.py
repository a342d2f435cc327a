"""The part of the world that spreads: an offer to the champion's office, and a copy under way there."""

from typing import TYPE_CHECKING

from sqlalchemy import select

from app.accounts.models import Person
from app.adoptions.models import Adoption, State
from app.extensions import db
from app.offices.models import Office
from app.plans.models import ChangeKind, Cost, Plan, PlanChange
from tests.support import builders
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from tests.support.world import World

UNDER_WAY = ("update", "create_outcome")


def add(world: "World", office: Office, cast: dict[str, Person]) -> None:
    """Both are of the plan that everyone may read."""
    plan = db.session.scalars(select(Plan).where(Plan.number == 2)).one()
    offered, copied = (_adoption(plan, office, cast["program office"], number) for number in (1, 2))
    world.places["A-number"] = str(offered.number)
    copied.state, copied.started_on = State.ADOPTING, TODAY
    for endpoint in UNDER_WAY:
        world.overrides[f"adoptions.{endpoint}"] = {"A-number": str(copied.number)}
    world.bodies["adoptions.create_own"] = {"office_id": str(office.id)}


def _adoption(plan: Plan, office: Office, by: Person, number: int) -> Adoption:
    change = builders.save(
        PlanChange(
            version_id=plan.versions[0].id, position=number, what="Strike four words", kind=ChangeKind.POLICY,
            cost=Cost.NIL,
        )
    )  # fmt: skip
    return builders.save(
        Adoption(
            number=number, plan_id=plan.id, change_id=change.id, office_id=office.id, offered_by_id=by.id,
            offered_on=TODAY, channels=["counter"], reports=3, alike=1, grade=3, took="One page", watch="The judge",
        )
    )  # fmt: skip
