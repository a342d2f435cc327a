"""The part of the world about huddles: one that is planned, hosted by the champion, with an action of theirs."""

from datetime import time, timedelta
from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.champions.models import Cycle
from app.huddles.models import Huddle, HuddleAction
from tests.support import builders
from tests.support.builders import TODAY

if TYPE_CHECKING:
    from tests.support.world import World


def add(world: "World", cycle: Cycle, cast: dict[str, Person]) -> None:
    """It meets today, so that it can be closed."""
    huddle = builders.save(
        Huddle(number=1, cycle_id=cycle.id, meets_on=TODAY, begins=time(10), host_id=cast["champion"].id)
    )
    action = builders.save(
        HuddleAction(
            huddle_id=huddle.id, words="Ask Legal for a date", owner_id=cast["champion"].id, agreed_on=TODAY,
            due_on=TODAY + timedelta(days=14),
        )
    )  # fmt: skip
    world.places |= {"H-number": "1", "action_id": str(action.id)}
