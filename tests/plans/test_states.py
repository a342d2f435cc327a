"""No sequence of steps by anybody brings a plan into a state that it must not have."""

import secrets
from typing import Any, ClassVar

from flask import Flask
from flask_babel import force_locale
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import func, select

from app.accounts.models import Person
from app.champions.models import Cycle, Seat
from app.core.database import LostUpdate, transaction
from app.core.errors import BrokenRule
from app.extensions import db
from app.offices.models import Office
from app.plans import actions, content, frozen, length, policy, queries
from app.plans.actions import Entry, Finished
from app.plans.models import ChangeKind, Cost, Plan, PlanChange, PlanState, PlanVersion, VersionState
from app.plans.sheet import PlanSheet
from app.sign_offs import actions as sign_offs
from tests.plans.conftest import WORDS, Cast
from tests.support import builders
from tests.support.builders import AT

NAMES = ("champion", "deputy", "program", "colleague", "sponsor", "auditor", "leader")
ANYBODY = st.sampled_from(NAMES)
TEAM = st.sampled_from((*["champion"] * 8, *NAMES))
OFFICE = st.sampled_from((*["program"] * 8, *NAMES))
SELDOM = st.sampled_from([False] * 5 + [True])


class Steps(RuleBasedStateMachine):
    """The steps of a plan, each tried by anybody at any time; every run has an office of its own."""

    ids: ClassVar[dict[str, int]]
    agency_id: ClassVar[int]
    cycle_id: ClassVar[int]

    @initialize()
    def begin(self) -> None:
        office = builders.office("Some office", parent=db.session.get_one(Office, self.agency_id))
        cycle = db.session.get_one(Cycle, self.cycle_id)
        self.seat_id = builders.seat(office, self.person("champion"), cycle, self.person("deputy")).id
        plan = builders.plan(office, cycle, self.person("champion"), words=WORDS)
        plan.versions[0].channels = [builders.channel(office)]
        plan.versions[0].changes = [PlanChange(position=0, what="One", kind=ChangeKind.POLICY, cost=Cost.NIL)]
        self.plan_id = builders.save(plan).id
        self.accepted: set[int] = set()
        self.frozen: dict[int, tuple[str | None, str | None]] = {}

    @rule(who=ANYBODY)
    def start(self, who: str) -> None:
        self.attempt(lambda: actions.start(db.session.get_one(Seat, self.seat_id), by=self.person(who), at=AT))

    @rule(who=TEAM, words=st.text("abc ", max_size=5))
    def save(self, who: str, words: str) -> None:
        version = self.newest()
        seen = content.stamp(content.of(version).part("risks"))
        self.attempt(lambda: actions.save(version, [Entry("risks", words, seen)], by=self.person(who), at=AT))

    @rule(who=TEAM, pages=st.sampled_from([1, 2, 2, 2, 3]), is_stale=SELDOM)
    def submit(self, who: str, pages: int, is_stale: bool) -> None:
        version = self.newest()
        sheet = _sheet(version)
        made = Finished(
            content_hash="0" * 64 if is_stale else frozen.content_hash(sheet),
            pdf=secrets.token_bytes(8),
            length=length.Length(pages, 2, pages / 2, max(0, pages - 2), 0, ()),
            fonts="fonts",
        )
        was = version.state
        self.attempt(lambda: actions.submit(version, sheet, made, promises={}, by=self.person(who), at=AT))
        if is_stale or pages > 2:
            assert self.newest().state is was

    @rule(
        who=OFFICE,
        step=st.sampled_from(["accept", "accept", "send_back", "withdraw"]),
        back=st.sampled_from([0, 0, 0, 1, 2]),
    )
    def decide(self, who: str, step: str, back: int) -> None:
        versions = self.plan().versions
        version = versions[max(0, len(versions) - 1 - back)]
        more = {"reasons": "because"} if step == "send_back" else {}
        self.attempt(lambda: getattr(actions, step)(version, by=self.person(who), at=AT, **more))

    @rule(who=TEAM, step=st.sampled_from(["consult", "take_back"]))
    def consult(self, who: str, step: str) -> None:
        more = {"due_on": None} if step == "consult" else {}
        self.attempt(lambda: getattr(sign_offs, step)(self.newest(), by=self.person(who), at=AT, **more))

    @rule(who=TEAM)
    def revise(self, who: str) -> None:
        self.attempt(lambda: actions.revise(self.plan(), by=self.person(who), at=AT))

    @rule(step=st.sampled_from(["accept", "send_back", "withdraw"]))
    def go_on(self, step: str) -> None:
        """What the right person would do next, so that runs get far."""
        state = self.newest().state
        if state in (VersionState.DRAFT, VersionState.IN_CONSULTATION):
            self.submit("champion", 2, is_stale=False)
        elif state is VersionState.SUBMITTED:
            self.decide("champion" if step == "withdraw" else "program", step, 0)
        else:
            self.revise("champion")

    @invariant()
    def at_most_one_version_is_open(self) -> None:
        assert sum(version.state in policy.OPEN for version in self.plan().versions) <= 1

    @invariant()
    def what_was_accepted_stays_accepted_and_the_plan_is_active(self) -> None:
        accepted = {v.id for v in self.plan().versions if v.state is VersionState.ACCEPTED}
        assert self.accepted <= accepted
        self.accepted = accepted
        assert (self.plan().state is PlanState.ACTIVE) == bool(accepted)
        assert (queries.in_force(self.plan()) is not None) == bool(accepted)

    @invariant()
    def what_was_submitted_is_frozen_for_good(self) -> None:
        for version in self.plan().versions:
            kept = (version.content_hash, version.pdf_sha256)
            if version.state in (VersionState.DRAFT, VersionState.IN_CONSULTATION):
                assert (*kept, version.submitted_at, version.decided_at) == (None,) * 4
            else:
                assert all(kept)
                assert self.frozen.setdefault(version.id, kept) == kept

    @invariant()
    def nobody_decided_on_what_they_wrote(self) -> None:
        writers = queries.writer_ids(self.plan())
        assert not {version.decided_by_id for version in self.plan().versions} & writers

    @invariant()
    def the_office_has_one_plan(self) -> None:
        count = select(func.count(Plan.id)).where(Plan.office_id == self.plan().office_id)
        assert db.session.scalar(count) == 1

    def plan(self) -> Plan:
        return db.session.get_one(Plan, self.plan_id)

    def newest(self) -> PlanVersion:
        return self.plan().versions[-1]

    def person(self, name: str) -> Person:
        return db.session.get_one(Person, self.ids[name])

    def attempt(self, step: Any) -> None:
        try:
            with transaction():
                step()
        except (BrokenRule, LostUpdate):
            db.session.rollback()


def _sheet(version: PlanVersion) -> PlanSheet:
    words = {section.key: section.words for section in version.sections}
    cycle = version.plan.cycle
    return PlanSheet("P-1", words["title"], "Office", cycle.starts_on, cycle.ends_on, risks=words["risks"])


def test_no_sequence_of_steps_reaches_a_forbidden_state(app: Flask, cast: Cast) -> None:
    Steps.ids = {name: getattr(cast, name).id for name in NAMES}
    Steps.agency_id, Steps.cycle_id = cast.agency.id, cast.cycle.id
    db.session.rollback()
    quiet = settings(
        max_examples=12, stateful_step_count=30, deadline=None, database=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )  # fmt: skip
    with force_locale("en"):
        run_state_machine_as_test(Steps, settings=quiet)


def test_the_way_of_a_version_is_that_of_the_table() -> None:
    ends = {to for _sources, to in policy.STEPS.values()}
    assert ends == set(VersionState)
    assert all(sources <= policy.OPEN for sources, _to in policy.STEPS.values())
