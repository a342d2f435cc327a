"""Nominations in the small agency: one that is open, a draft, and one that waits for the nominee's answer."""

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.champions.models import Cycle
from app.champions.nominations.models import Nomination, NominationState
from app.offices.models import Office
from tests.support import builders
from tests.support.builders import AT

if TYPE_CHECKING:
    from tests.support.world import World

OPEN, DRAFT, SELECTED = "1", "2", "3"
ON_DRAFT = ("edit_nomination", "update_nomination", "create_nomination_submission")


def add(world: "World", root: Office, cycle: Cycle, cast: dict[str, Person]) -> None:
    """The frontline person wrote two, and is the one who is selected."""
    permits = builders.office("Permits", parent=root, slug="permits")
    licences = builders.office("Licences", parent=root, slug="licences")
    nina, nadia = builders.person("Nina Nominee", at=permits), cast["frontline"]
    nomination(cycle, permits, nina, nadia, NominationState.SUBMITTED, 1)
    nomination(cycle, permits, builders.person("Noa Next", at=permits), nadia, NominationState.DRAFT, 2)
    nomination(cycle, licences, nadia, cast["sponsor"], NominationState.SELECTED, 3)
    world.places["N-number"] = OPEN
    for endpoint in ON_DRAFT:
        world.overrides[f"champions.{endpoint}"] = {"N-number": DRAFT}
    world.overrides["champions.create_answer"] = {"N-number": SELECTED}


def nomination(
    cycle: Cycle, office: Office, nominee: Person, nominator: Person,
    state: NominationState = NominationState.SUBMITTED, number: int = 0,
) -> Nomination:  # fmt: skip
    """A nomination in any state, with the instants that belong to it."""
    is_known = state not in (NominationState.DRAFT, NominationState.SUBMITTED)
    return builders.save(
        Nomination(
            number=number or 1_000 + nominee.id, cycle_id=cycle.id, office_id=office.id, nominee_id=nominee.id,
            nominator_id=nominator.id, state=state, thinks_ahead="She saw the queue coming and opened early.",
            respected="Everyone asks her first.", created_at=AT,
            submitted_at=None if state is NominationState.DRAFT else AT, shortlisted_at=AT if is_known else None,
        )
    )  # fmt: skip
