"""A colleague who writes along in the world's draft."""

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.champions.models import Seat
from app.plans.contributor import Contributor
from app.plans.models import Plan
from tests.support import builders

if TYPE_CHECKING:
    from tests.support.world import World


def add(world: "World", draft: Plan, seat: Seat, by: Person) -> None:
    along = builders.person("Wren Along")
    row = Contributor(
        plan_id=draft.id, version_id=draft.versions[0].id, seat_id=seat.id, person_id=along.id, added_by_id=by.id,
        added_at=builders.AT,
    )  # fmt: skip
    world.places["contributor_id"] = str(builders.save(row).id)
