"""What tests of spread begin with: a plan in force whose change is proven, and a like office with its seat."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.accounts.models import Person
from app.adoptions.models import Adoption
from app.extensions import db
from app.measures.models import Measure, Signal
from app.offices.models import ChannelKind, Office
from app.pain_points.models import PlanLink, Stage, State
from app.plans.models import ChangeKind, Cost, PlanChange, VersionMeasure
from tests.milestones import given
from tests.support import builders as build

TITLE = "Parents wait ten weeks for an order"
SENT = {"took": "One signature and six weeks of teaching", "watch": "Orders that the judge sends back"}


@dataclass
class Spread:
    """The cast of milestones, the change, what proves it, and the office that is like the first."""

    cast: given.Cast
    change: PlanChange
    measure: Measure
    like: Office
    copier: Person
    theirs: Measure

    @property
    def door(self) -> str:
        return f"/plans/{self.cast.plan.ref}/spread"


def spread(grade: int = 3, signal: Signal = Signal.IMPROVING) -> Spread:
    cast = given.cast()
    plan, office = cast.plan, cast.office
    counter, version = build.channel(office, ChannelKind.COUNTER), plan.versions[0]
    version.channels.append(counter)
    change = PlanChange(what="Strike four words of policy 4.12", position=0, kind=ChangeKind.POLICY, cost=Cost.NIL)
    version.changes.append(change)
    given.accept(plan)
    measure = _measure(office, cast.champion, grade, signal)
    build.save(VersionMeasure(version_id=version.id, measure_id=measure.id, position=0))
    like = build.office("Child Support, Harlow", cast.agency)
    copier = build.person("Sylvia Brandt", at=like)
    build.seat(like, copier, build.cycle())
    build.channel(like, ChannelKind.COUNTER)
    build.channel(like, ChannelKind.PHONE)
    reported(office, cast.champion, TITLE, plan_id=plan.id)
    reported(like, copier, "Parents wait nine weeks for an order")
    reported(like, copier, "The window closes at noon")
    return Spread(cast, change, measure, like, copier, _measure(like, copier, 1, Signal.NONE))


def reported(at: Office, by: Person, title: str, plan_id: int = 0, **fields: Any) -> None:
    """A report about waiting at the counter, linked to a plan if one is named."""
    usual: dict[str, Any] = {"channel": ChannelKind.COUNTER, "stage": Stage.WAITING, "state": State.ACCEPTED}
    made = build.pain_point(at, by, by, title=title, **{**usual, **fields})
    if plan_id:
        build.save(PlanLink(pain_point_id=made.id, plan_id=plan_id, from_on=date(2026, 11, 2)))


def offered(spread: Spread, **fields: Any) -> Adoption:
    """An offer that waits for its answer."""
    usual: dict[str, Any] = {"channels": ["counter"], "reports": 2, "alike": 1, "grade": 3, "before": 72, "after": 1}
    return build.save(
        Adoption(
            number=len(db.session.query(Adoption).all()) + 1, plan_id=spread.cast.plan.id, change_id=spread.change.id,
            office_id=spread.like.id, offered_by_id=spread.cast.champion.id, offered_on=date(2026, 11, 2),
            due_on=date(2026, 11, 23),
            shown_by_id=spread.measure.id, **{**usual, **SENT, **fields},
        )
    )  # fmt: skip


def _measure(at: Office, owner: Person, grade: int, signal: Signal) -> Measure:
    return build.measure(
        at, owner, baseline=72, latest=1 if grade > 1 else 70, latest_end=date(2026, 10, 31), grade=grade,
        signal=signal, baseline_start=date(2025, 1, 1), baseline_end=date(2025, 12, 31),
    )  # fmt: skip
