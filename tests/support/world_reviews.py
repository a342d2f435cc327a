"""The part of the world that is under review: a remark on the submitted plan, answered; two plans in force."""

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.plans.models import PlanVersion
from app.reviews.models import Remark, RemarkAnswer, RemarkState
from tests.support import builders
from tests.support.builders import AT

if TYPE_CHECKING:
    from tests.support.world import World

SUBMITTED = "2"
ON_SUBMITTED = ("index", "create", "create_answers", "create_settlement", "new_question", "create_question", "compare")


def add(world: "World", submitted: PlanVersion, cast: dict[str, Person]) -> None:
    """The program office asked, and the champion answered."""
    remark = builders.save(
        Remark(
            plan_id=submitted.plan_id, version_id=submitted.id, part="problem", words="Who counted the ten weeks?",
            author_id=cast["program office"].id, made_at=AT, state=RemarkState.ANSWERED,
        )
    )  # fmt: skip
    answered = cast["champion"].id
    builders.save(RemarkAnswer(remark_id=remark.id, words="The case system.", author_id=answered, said_at=AT))
    world.places["remark_id"] = str(remark.id)
    for endpoint in ON_SUBMITTED:
        world.overrides[f"reviews.{endpoint}"] = {"P-number": SUBMITTED}
    world.bodies["reviews.create"] = {"on-problem": "Which families are counted?"}
    world.bodies["reviews.create_answers"] = {f"answer-{remark.id}": "All of them."}
    world.bodies["reviews.create_question"] = {"words": "Since when?"}
    world.bodies["reviews.create_coach"] = {"person": cast["frontline"].email}
