"""No sequence of steps by anybody edits a decision, leaves a request with two, or spends more than the round holds."""

import secrets
from dataclasses import dataclass, replace
from typing import Any, ClassVar

import pytest
from flask import Flask
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule
from sqlalchemy import select

from app.accounts.models import Role
from app.core import frozen
from app.core.database import LostUpdate
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.funding import actions, errors, gather, queries
from app.funding.actions import Asked, RoundTerms, Signed
from app.funding.letters import Choice, letter_of
from app.funding.models import Decision, FundingRequest, FundingRound, Outcome, RequestState, RoundState
from app.measures.models import Measure
from app.offices.models import Office
from app.plans import queries as plans
from app.plans.models import Plan, PlanState, VersionMeasure, VersionState
from app.reports.models import Report
from tests.funding import case as cases
from tests.support import builders as make
from tests.support import steps
from tests.support.builders import AT, TODAY

NAMES = ("champion", "leader", "second", "sponsor", "program", "insider")
TEAM, LEADERS = st.sampled_from((*["champion"] * 12, *NAMES)), ("leader", "second")
DECIDERS = st.sampled_from((*LEADERS * 6, *NAMES))
OFFICE = st.sampled_from((*["program"] * 12, *NAMES))
AMOUNTS = st.sampled_from([0, 100, 200, 300])
WHICH = st.integers(0, 3)
SELDOM = st.sampled_from([False] * 5 + [True])
PLANS = 3


@dataclass(frozen=True)
class Known:
    """A request as it must be: told by the steps that were taken, not read. Positions in hundredths; money is 0."""

    plan_id: int
    positions: int
    state: RequestState = RequestState.DRAFT
    granted: tuple[tuple[Outcome, int], ...] = ()
    """Every decision in its order; the last one is in force."""


class Requests(steps.Steps):
    """The requests of three plans in one round, and what leaders decide."""

    watched = (FundingRound, FundingRequest, Decision)
    agency_id: ClassVar[int]
    plan_ids: ClassVar[list[int]]

    @initialize(decided=st.sampled_from([1, 2, 0]))
    def begin(self, decided: int) -> None:
        """Two of the three plans fill the round."""
        self.known: dict[int, Known] = {}
        self.signed: dict[int, Any] = {}
        agency = db.session.get_one(Office, self.agency_id)
        number = (db.session.scalar(select(FundingRound.number).order_by(FundingRound.number.desc())) or 0) + 1
        self.round_id, self.holds, self.is_open = cases.a_round(agency, number=number, positions=400).id, 400, True
        for which in range(PLANS):
            self.start("champion", which, 200)
        for which in range(decided):
            self.go_on(which, Outcome.APPROVED, 0)

    @rule(who=TEAM, which=WHICH, positions=AMOUNTS)
    def start(self, who: str, which: int, positions: int) -> None:
        plan = db.session.get_one(Plan, self.plan_ids[which % PLANS])
        others = [one for one in self.known.values() if one.plan_id == plan.id]
        ready = queries.readiness(db.session.get_one(Plan, self.plan_ids[0]), TODAY)
        made = self.take(
            lambda: actions.start_request(plan, self.round(), _asked(positions), ready, by=self.person(who), at=AT),
            (who != "champion", NotAllowed),
            (not self.is_open, errors.RoundClosed),
            (any(one.state is not RequestState.WITHDRAWN for one in others), errors.AnotherOpen),
        )
        if made:
            self.known[made.id] = Known(plan.id, positions)

    @rule(who=TEAM, which=WHICH, positions=AMOUNTS, is_stale=SELDOM)
    def save(self, who: str, which: int, positions: int, is_stale: bool) -> None:
        one, known, against = self.draft(who, which)
        seen, against = one.lock - is_stale, [*against, (is_stale, LostUpdate)]
        self.take(
            lambda: actions.save_request(one, _asked(positions), seen, by=self.person(who), at=AT), *against
        )
        self.tell(one, replace(known, positions=positions), *against)

    @rule(who=TEAM, which=WHICH)
    def withdraw(self, who: str, which: int) -> None:
        one, known, against = self.draft(who, which)
        self.take(lambda: actions.withdraw_request(one, by=self.person(who), at=AT), *against)
        self.tell(one, replace(known, state=RequestState.WITHDRAWN), *against)

    @rule(who=TEAM, which=WHICH, is_stale=SELDOM)
    def submit(self, who: str, which: int, is_stale: bool) -> None:
        one, known, against = self.draft(who, which)
        against.append((not self.is_open, errors.RoundClosed))
        against += [(not known.positions, errors.NothingAsked), (is_stale, LostUpdate)]
        sheet = gather.sheet_of(one, dated=TODAY)
        digest = "0" * 64 if is_stale else frozen.content_hash(sheet)
        pdf = secrets.token_bytes(8)
        self.take(lambda: actions.submit_request(one, sheet, pdf, digest, by=self.person(who), at=AT), *against)
        self.tell(one, replace(known, state=RequestState.SUBMITTED), *against)

    @rule(who=DECIDERS, which=WHICH, outcome=st.sampled_from(Outcome), part=AMOUNTS, is_stale=SELDOM)
    def decide(self, who: str, which: int, outcome: Outcome, part: int, is_stale: bool) -> None:
        """Signs what the leader saw; `is_stale`: before another decision came."""
        one, known, _ = self.draft(who, which)
        current = queries.current_decision(one)
        stands = current.id if current else None
        seen = (None if stands else 999_999) if is_stale else stands
        choice = Choice(outcome, part, 0, "Because.", "", None, seen)
        grants = {Outcome.APPROVED: known.positions, Outcome.PART: part}.get(outcome, 0)
        against = self.against_deciding(who, known, outcome, grants)
        against.insert(2, (is_stale, errors.AlreadyDecided))
        letter = letter_of(one, choice, by=self.person(who), at=AT, agency="Agency")
        signed = Signed(secrets.token_bytes(8), frozen.content_hash(letter), "Agency")
        writers = plans.writer_ids(one.plan)
        self.take(lambda: actions.decide(one, choice, signed, writers, by=self.person(who), at=AT), *against)
        decided = replace(known, state=RequestState.DECIDED, granted=(*known.granted, (outcome, grants)))
        self.tell(one, decided, *against)

    @rule(which=WHICH, outcome=st.sampled_from((Outcome.APPROVED, *Outcome)), part=AMOUNTS)
    def go_on(self, which: int, outcome: Outcome, part: int) -> None:
        """What the right person would do next, so that runs get far."""
        if self.draft("champion", which)[1].state is RequestState.DRAFT:
            self.submit("champion", which, is_stale=False)
        self.decide("leader", which, outcome, part, is_stale=False)

    @rule(who=OFFICE, to=st.sampled_from(["open", "open", "close", 100, 300, 400]), is_stale=SELDOM)
    def run_round(self, who: str, to: str | int, is_stale: bool) -> None:
        if isinstance(to, int):
            self.change_round(who, to, is_stale)
            return
        move = actions.open_round if to == "open" else actions.close_round
        self.take(lambda: move(self.round(), by=self.person(who), at=AT), (who != "program", NotAllowed))
        self.is_open = to == "open" if who == "program" else self.is_open

    def change_round(self, who: str, positions: int, is_stale: bool) -> None:
        found = self.round()
        days = (found.opens_on, found.closes_on, found.decide_by_on)
        terms, seen = RoundTerms("Round", positions, found.money, "USD", *days), found.lock - is_stale
        is_less = positions < self.spent()
        reasons = (who != "program", NotAllowed), (is_stale, LostUpdate), (is_less, errors.RoundHoldsMore)
        self.take(lambda: actions.change_round(found, terms, seen, by=self.person(who), at=AT), *reasons)
        self.holds = self.holds if any(stands for stands, _ in reasons) else positions

    @invariant()
    def every_request_is_as_it_was_told(self) -> None:
        told = {one.id: (one.state, one.positions, one.money) for one in self.all()}
        assert told == {at: (one.state, one.positions, 0) for at, one in self.known.items()}
        assert self.round().state is (RoundState.OPEN if self.is_open else RoundState.CLOSED)

    @invariant()
    def a_decision_is_never_edited_and_one_is_in_force(self) -> None:
        for one in self.all():
            made = [(decision.outcome, decision.positions) for decision in one.decisions]
            assert made == list(self.known[one.id].granted)
            assert (one.state is RequestState.DECIDED) == bool(made)
            replaced = {decision.supersedes_id for decision in one.decisions}
            assert [d.id for d in one.decisions if d.id not in replaced] == [d.id for d in one.decisions[-1:]]
            for decision in one.decisions:
                row = {column.name: getattr(decision, column.name) for column in Decision.__table__.columns}
                assert self.signed.setdefault(decision.id, row) == row
                assert decision.decided_by_id in {self.people[name] for name in LEADERS}

    @invariant()
    def the_round_has_given_what_decisions_in_force_give(self) -> None:
        found = queries.envelope(self.round())
        assert (found.positions, found.granted_positions, found.granted_money) == (self.holds, self.spent(), 0)
        assert found.left_positions >= 0

    def spent(self) -> int:
        return sum(one.granted[-1][1] for one in self.known.values() if one.granted)

    def against_deciding(self, who: str, known: Known, outcome: Outcome, grants: int) -> list[steps.Reason]:
        is_waiting = known.state in (RequestState.SUBMITTED, RequestState.DECIDED)
        given_back = known.granted[-1][1] if known.granted else 0
        return [
            (who not in LEADERS, NotAllowed),
            (not is_waiting, NotNow),
            (outcome is Outcome.PART and not 0 < grants < known.positions, errors.NotAPart),
            (grants > self.holds - self.spent() + given_back, errors.OverEnvelope),
        ]

    def draft(self, who: str, which: int) -> tuple[FundingRequest, Known, list[steps.Reason]]:
        """A request, and what stands against working on it as on a draft."""
        found = self.all()
        one = found[-1 - which % len(found)]
        known = self.known[one.id]
        return one, known, [(known.state is not RequestState.DRAFT, NotNow), (who != "champion", NotAllowed)]

    def tell(self, one: FundingRequest, new: Known, *against: steps.Reason) -> None:
        if not any(stands for stands, _ in against):
            self.known[one.id] = new

    def round(self) -> FundingRound:
        return db.session.get_one(FundingRound, self.round_id)

    def all(self) -> list[FundingRequest]:
        asked = select(FundingRequest).where(FundingRequest.id.in_(self.known)).order_by(FundingRequest.id)
        return list(db.session.scalars(asked))


def _asked(positions: int) -> Asked:
    """What rests on the evidence that all three plans share."""
    reports, measures = db.session.scalars(select(Report)).all(), db.session.scalars(select(Measure)).all()
    return Asked("Bring it to East branch", positions, 0, "Two caseworkers.", "They wait.", reports, measures)


def _another(case: cases.Case) -> int:
    """A plan of the same office in another cycle that may ask too."""
    cycle = make.cycle()
    make.seat(case.office, case.champion, cycle)
    plan = make.plan(case.office, cycle, case.champion)
    plan.state, plan.versions[0].state = PlanState.ACTIVE, VersionState.ACCEPTED
    make.save(VersionMeasure(version_id=plan.versions[0].id, measure_id=case.measure.id, position=0))
    return plan.id


def _try(case: cases.Case, runs: int) -> None:
    others = {
        "second": make.with_role(Role.LEADER, case.agency), "sponsor": make.with_role(Role.SPONSOR, case.office),
        "insider": make.with_role(Role.LEADER, case.office),
    }  # fmt: skip
    named = {"champion": case.champion, "leader": case.leader, "program": case.program, **others}
    Requests.people = {name: person.id for name, person in named.items()}
    Requests.agency_id = case.agency.id
    Requests.plan_ids = [case.plan.id, *(_another(case) for _ in range(PLANS - 1))]
    steps.run(Requests, runs=runs)


def test_no_sequence_of_steps_decides_twice_or_spends_too_much(app: Flask) -> None:
    _try(cases.ready(), 8)


@pytest.mark.long
def test_no_long_search_finds_a_sequence_that_does(app: Flask) -> None:
    _try(cases.ready(), 100)
