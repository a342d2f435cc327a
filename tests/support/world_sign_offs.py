"""The part of the world that asks for consent: a plan in consultation, whose channels the world's owner answers for."""

from typing import TYPE_CHECKING

from app.accounts.models import Person
from app.champions.models import Cycle
from app.core.database import transaction
from app.offices.models import Channel, ChannelKind, Office
from app.plans.models import ChangeKind, Cost, Plan, PlanChange
from app.sign_offs import actions, queries
from app.sign_offs.models import SignOff, Word
from tests.support import builders
from tests.support.builders import AT

if TYPE_CHECKING:
    from tests.support.world import World

PLAN = 41
KINDS = (ChannelKind.COUNTER, ChannelKind.PHONE, ChannelKind.WEB, ChannelKind.MAIL)
WORDS = {"title": "One desk", "outcome": "An order within a day", "problem": "Ten weeks for a paper"}


def add(world: "World", office: Office, cycle: Cycle, cast: dict[str, Person]) -> None:
    """Four channels: one without a word, a condition, a condition said to be met, an objection."""
    intake = builders.office("Intake", parent=office, slug="intake")
    builders.seat(intake, cast["champion"], cycle, cast["deputy"])
    channels = [builders.channel(intake, kind, cast["channel owner"]) for kind in KINDS]
    plan = ready(builders.plan(intake, cycle, cast["champion"], words=WORDS, number=PLAN), channels)
    owner, team = cast["channel owner"], cast["champion"]
    with transaction():
        actions.consult(plan.versions[0], due_on=None, by=team, at=AT)
        found = queries.newest_by_channel(plan.id)
        asked, condition, met, objection = (found[channel.id] for channel in channels)
        for one, word in ((condition, Word.AGREE_IF), (met, Word.AGREE_IF), (objection, Word.CANNOT)):
            say(one, word, owner)
        actions.claim_met(met, "It does.", seen_lock=met.lock, by=team, at=AT)
    here = {"P-number": str(PLAN)}
    for name, one in (("word", asked), ("claim", condition), ("confirmation", met), ("view", objection)):
        world.overrides[f"sign_offs.create_{name}"] = {**here, "sign_off_id": str(one.id)}
    world.overrides["sign_offs.create_decision"] = world.overrides["sign_offs.create_view"]
    world.overrides["sign_offs.show"] = world.overrides["sign_offs.create_view"]
    for name in ("index", "create", "take_back"):
        world.overrides[f"sign_offs.{name}"] = here


def ready(plan: Plan, channels: list[Channel]) -> Plan:
    """The draft with a change and its channels: all that asking the owners needs."""
    version = plan.versions[0]
    version.changes = [PlanChange(position=0, what="One review", kind=ChangeKind.POLICY, cost=Cost.NIL)]
    version.channels = channels
    builders.save(version)
    return plan


def say(sign_off: SignOff, word: Word, by: Person, words: str = "The form keeps what was typed.") -> None:
    """The owner's word, in the running transaction."""
    actions.answer(sign_off, word, words, sign_off.rests_on, seen_lock=sign_off.lock, by=by, at=AT)
