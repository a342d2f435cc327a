"""No sequence of steps by anybody moves a first promise, or ends a milestone without what shows it or why."""

import secrets
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import ClassVar

import pytest
from flask import Flask
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from app.champions.models import Cycle
from app.core.database import LostUpdate
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.milestones import actions
from app.milestones.actions import Promise
from app.milestones.errors import BeforeTheStart, InTheFuture, NeedsEvidence, NeedsReason, NoDraft, SameDay
from app.milestones.models import Milestone, Replanning, State
from app.milestones.queries import for_plan
from app.offices.models import Office
from app.plans import actions as plans
from app.plans import assembling, frozen, length
from app.plans.models import ChangeKind, Cost, Plan, PlanChange, PlanVersion, VersionState
from app.plans.sheet import PlanSheet
from tests.milestones import given
from tests.plans.conftest import WORDS
from tests.support import builders, steps
from tests.support.builders import AT, TODAY

TEAM = ("champion", "deputy")
NAMES = (*TEAM, "colleague", "stranger", "program", "auditor")
PEOPLE = st.sampled_from((*TEAM * 12, *NAMES))
DAYS = st.sampled_from([-3, -2, -1, 0, 0, 1]).map(lambda days: TODAY + timedelta(days=days))
WHICH = st.integers(0, 4)
REASON = st.sampled_from(["", "Because."])
SELDOM = st.sampled_from([False] * 4 + [True])
SHEET = PlanSheet("P-1", WORDS["title"], "Office", date(2026, 10, 1), date(2027, 9, 30))


@dataclass(frozen=True)
class Known:
    """A milestone as it must be: told by the steps that were taken, not read."""

    first_due_on: date
    due_on: date
    state: State = State.PLANNED
    started_on: date | None = None
    over_on: date | None = None
    because: str = ""
    moves: int = 0


class Promises(steps.Steps):
    """The milestones of one plan, while its versions come and go."""

    watched = (Milestone, Replanning)
    agency_id: ClassVar[int]
    cycle_id: ClassVar[int]

    @initialize(taken=st.sampled_from([3, 3, 3, 2, 0]))
    def begin(self, taken: int) -> None:
        """Five are promised; the plan has `taken` its first steps, so that most runs are about what came."""
        office = builders.office(parent=db.session.get_one(Office, self.agency_id))
        cycle = db.session.get_one(Cycle, self.cycle_id)
        builders.seat(office, self.person("champion"), cycle, self.person("deputy"))
        plan = builders.plan(office, cycle, self.person("champion"), words=WORDS)
        plan.versions[0].channels = [builders.channel(office)]
        plan.versions[0].changes = [PlanChange(position=0, what="One", kind=ChangeKind.POLICY, cost=Cost.NIL)]
        self.plan_id = builders.save(plan).id
        self.known: dict[int, Known] = {}
        self.has_draft, self.handed_in, self.in_force, self.ever = True, set[int](), set[int](), set[int]()
        for _ in range(5):
            self.create("champion", TODAY)
        for _ in range(taken):
            self.go_on("accept")

    @rule(who=PEOPLE, due_on=DAYS)
    def create(self, who: str, due_on: date) -> None:
        made = self.take(
            lambda: actions.create(self.plan(), _promise(due_on), by=self.person(who), at=AT),
            (who not in TEAM, NotAllowed), (not self.has_draft, NoDraft),
        )  # fmt: skip
        if made:
            self.known[made.id] = Known(due_on, due_on)

    @rule(who=PEOPLE, which=WHICH, due_on=DAYS, is_stale=SELDOM)
    def update(self, who: str, which: int, due_on: date, is_stale: bool) -> None:
        if (one := self.one(which)) is None:
            return
        seen, known, is_fixed = one.lock - is_stale, self.known[one.id], self.is_promised(one) or not one.is_open
        done = self.take(
            lambda: actions.update(one, _promise(due_on), seen_lock=seen, by=self.person(who), at=AT),
            (who not in TEAM, NotAllowed), (not self.has_draft, NoDraft), (is_stale, LostUpdate), (is_fixed, NotNow),
        )  # fmt: skip
        if done:
            self.known[one.id] = replace(known, first_due_on=due_on, due_on=due_on)

    @rule(who=PEOPLE, which=WHICH)
    def remove(self, who: str, which: int) -> None:
        if (one := self.one(which)) is None:
            return
        one_id, reasons = one.id, (who not in TEAM, not self.has_draft, one.id in self.ever)
        self.take(
            lambda: actions.remove(one, by=self.person(who), at=AT),
            *zip(reasons, (NotAllowed, NoDraft, NotNow), strict=True),
        )
        if not any(reasons):
            del self.known[one_id]

    @rule(who=PEOPLE, which=WHICH, day=DAYS)
    def start(self, who: str, which: int, day: date) -> None:
        self.tell(
            "start", who, which, (day,), {"state": State.STARTED, "started_on": day}, (day > TODAY, InTheFuture)
        )

    @rule(who=PEOPLE, which=WHICH, day=DAYS, shown=REASON)
    def complete(self, who: str, which: int, day: date, shown: str) -> None:
        one = self.one(which)
        is_early = one is not None and (self.known[one.id].started_on or day) > day
        new = {"state": State.DONE, "over_on": day, "because": shown}
        self.tell(
            "complete", who, which, (day, shown), new,
            (day > TODAY, InTheFuture), (is_early, BeforeTheStart), (not shown, NeedsEvidence),
        )  # fmt: skip

    @rule(who=PEOPLE, which=WHICH, why=REASON)
    def drop(self, who: str, which: int, why: str) -> None:
        new = {"state": State.DROPPED, "over_on": TODAY, "because": why}
        self.tell("drop", who, which, (why,), new, (not why, NeedsReason))

    @rule(who=PEOPLE, which=WHICH, day=DAYS, why=REASON)
    def replan(self, who: str, which: int, day: date, why: str) -> None:
        one = self.one(which)
        known = self.known[one.id] if one else Known(day, day)
        new = {"due_on": day, "moves": known.moves + 1}
        self.tell("replan", who, which, (day, why), new, (day == known.due_on, SameDay), (not why, NeedsReason))

    @rule(step=st.sampled_from(["accept", "accept", "send_back", "withdraw"]))
    def go_on(self, step: str) -> None:
        """The plan's next step, by who may take it."""
        if self.has_draft:
            self.take(self._submit)
            self.has_draft = False
            self.handed_in = {at for at, known in self.known.items() if known.state is not State.DROPPED}
            self.ever |= self.handed_in
        elif self.newest().state is VersionState.SUBMITTED:
            more = {"reasons": "Because."} if step == "send_back" else {}
            by = "champion" if step == "withdraw" else "program"
            self.take(lambda: getattr(plans, step)(self.newest(), by=self.person(by), at=AT, **more))
            self.in_force |= self.handed_in if step == "accept" else set()
            self.handed_in = set()
        else:
            self.take(lambda: plans.revise(self.plan(), by=self.person("champion"), at=AT))
            self.has_draft = True

    @invariant()
    def every_promise_is_as_it_was_told(self) -> None:
        """So a first day moves only while it is a draft's, and who is done or dropped stays so."""
        assert {one.id: _read(one) for one in for_plan(self.plan_id)} == self.known

    @invariant()
    def what_is_done_is_shown_and_what_is_dropped_has_a_reason(self) -> None:
        for one in for_plan(self.plan_id):
            assert (one.state is State.DONE) == bool(one.done_on) == bool(one.evidence)
            assert (one.state is State.DROPPED) == bool(one.dropped_on) == bool(one.drop_reason)
            assert all(move.reason and move.from_due_on != move.to_due_on for move in one.replannings)

    def tell(self, step: str, who: str, which: int, said: tuple[object, ...], new: dict[str, object],
             *reasons: steps.Reason) -> None:  # fmt: skip
        """What came of a milestone, and how it must stand then."""
        if (one := self.one(which)) is None:
            return
        known, begins = self.known[one.id], (State.PLANNED,) if step == "start" else (State.PLANNED, State.STARTED)
        is_shut = not self.is_promised(one) or known.state not in begins
        against = ((who not in TEAM, NotAllowed), (is_shut, NotNow), *reasons)
        self.take(lambda: getattr(actions, step)(one, *said, by=self.person(who), at=AT), *against)
        if not any(stands for stands, _ in against):
            self.known[one.id] = replace(known, **new)  # type: ignore[arg-type]  # each step names its own

    def is_promised(self, one: Milestone) -> bool:
        return one.id in self.in_force | self.handed_in

    def one(self, which: int) -> Milestone | None:
        found = for_plan(self.plan_id)
        return found[which % len(found)] if found else None

    def plan(self) -> Plan:
        return db.session.get_one(Plan, self.plan_id)

    def newest(self) -> PlanVersion:
        return self.plan().versions[-1]

    def _submit(self) -> None:
        fits = length.Length(2, 2, 1.0, 0, 0, ())
        sheet = replace(SHEET, risks=secrets.token_hex(8))
        made = plans.Finished(frozen.content_hash(sheet), secrets.token_bytes(8), fits, "fonts")
        promises = assembling.promises(self.plan())
        plans.submit(self.newest(), sheet, made, promises=promises, by=self.person("champion"), at=AT)


def _promise(due_on: date) -> Promise:
    return Promise("First desk", "Legal unit", "The first order", due_on)


def _read(one: Milestone) -> Known:
    over_on, because = one.done_on or one.dropped_on, one.evidence or one.drop_reason
    return Known(one.first_due_on, one.due_on, one.state, one.started_on, over_on, because, len(one.replannings))


def _try(cast: given.Cast, runs: int) -> None:
    Promises.people = {name: getattr(cast, name).id for name in NAMES}
    Promises.agency_id, Promises.cycle_id = cast.agency.id, cast.plan.cycle_id
    steps.run(Promises, runs=runs)


def test_no_sequence_of_steps_breaks_a_promise(app: Flask) -> None:
    _try(given.cast(), 12)


@pytest.mark.long
def test_no_long_search_finds_a_sequence_that_breaks_one(app: Flask) -> None:
    _try(given.cast(), 100)
