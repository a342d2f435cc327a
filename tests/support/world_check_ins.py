"""The part of the world about how plans go: a check-in with its link, a blocker, a plan that was completed."""

from datetime import timedelta
from typing import TYPE_CHECKING

from app.accounts import tokens
from app.accounts.models import Person
from app.champions.models import Cycle
from app.check_ins.models import Blocker, BlockerStep, CheckIn, CheckInLink, StepKind
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan, PlanState, VersionState
from app.plans.turns import Turn, TurnKind
from tests.support import builders
from tests.support.builders import AT, TODAY

if TYPE_CHECKING:
    from tests.support.world import World

PLAN, COMPLETED = 81, 82
TOKEN = "a-link-to-one-check-in"


def add(world: "World", office: Office, cycle: Cycle, cast: dict[str, Person]) -> None:
    """Two offices below the sponsor's, whose champion and deputy are the world's."""
    mobile = builders.office("Mobile desk", parent=office, slug="mobile-desk")
    running = _plan(mobile, cycle, cast, PLAN)
    completed = _plan(builders.office("Archive", parent=office, slug="archive"), cycle, cast, COMPLETED)
    completed.state = PlanState.COMPLETED
    lessons = {"changed": "One desk.", "learned": "Ask first."}
    turn = Turn(plan_id=completed.id, kind=TurnKind.COMPLETED, happened_on=TODAY, measured=[], at=AT, **lessons)
    turn.by_id = cast["champion"].id
    builders.save(turn)
    blocker = _blocker(running, office, cast)
    world.places |= {"turn": "pauses", "blocker_id": str(blocker.id)}
    for endpoint in ("index", "new", "create", "show_blocker", "create_blocker_step"):
        world.overrides[f"check_ins.{endpoint}"] = {"P-number": str(PLAN), "step": "answers"}
    for endpoint in ("show_link", "spend_link"):
        world.overrides[f"check_ins.{endpoint}"] = {"token": TOKEN}
    for endpoint in ("new_turn", "create_turn"):
        world.overrides[f"plans.{endpoint}"] = {"P-number": str(PLAN)}
    world.overrides["plans.show_closing"] = {"P-number": str(COMPLETED)}


def _plan(office: Office, cycle: Cycle, cast: dict[str, Person], number: int) -> Plan:
    builders.seat(office, cast["champion"], cycle, cast["deputy"])
    plan = builders.plan(office, cycle, cast["champion"], words={"title": f"{office.name} in a week"}, number=number)
    version = plan.versions[0]
    plan.state, version.state, version.decided_at = PlanState.ACTIVE, VersionState.ACCEPTED, AT - timedelta(days=14)
    db.session.commit()
    return plan


def _blocker(plan: Plan, level: Office, cast: dict[str, Person]) -> Blocker:
    """Raised in the check-in before the one that waits for its answer."""
    check_in = CheckIn(plan_id=plan.id, asked_on=TODAY, due_on=TODAY, open_until=TODAY + timedelta(days=13))
    builders.save(check_in)
    link = CheckInLink(check_in_id=check_in.id, person_id=cast["champion"].id, token_hash=tokens.hash_of(TOKEN))
    builders.save(link)
    blocker = Blocker(
        plan_id=plan.id, words="No room.", raised_by_id=cast["champion"].id, raised_on=TODAY, due_on=TODAY,
        asked_of_id=cast["sponsor"].id, level_id=level.id,
    )  # fmt: skip
    builders.save(blocker)
    builders.save(
        BlockerStep(blocker_id=blocker.id, kind=StepKind.RAISED, words="No room.", by_id=blocker.raised_by_id, at=AT)
    )
    return blocker
