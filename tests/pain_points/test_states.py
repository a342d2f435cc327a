"""No sequence of steps reaches a forbidden state, loses an answer, or leaves a report without someone responsible."""

from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import ClassVar

import hypothesis.strategies as st
from flask import Flask
from hypothesis import HealthCheck, settings
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test
from sqlalchemy import select

from app.champions.models import Seat, SeatState
from app.core import clock as time
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.extensions import db
from app.pain_points import policy, queries
from app.pain_points.actions import answer, links, reporter
from app.pain_points.models import PainPoint, PlanLink, Reply, State
from app.pain_points.responsibility import reassign
from tests.pain_points.conftest import World
from tests.support import builders

NEXT = {
    State.RECEIVED: {"acknowledged", "needs_facts", "accepted", "declined", "fixed"},
    State.ACKNOWLEDGED: {"needs_facts", "accepted", "declined", "fixed"},
    State.NEEDS_FACTS: {"acknowledged", "accepted", "declined", "fixed"},
    State.ACCEPTED: {"declined", "fixed"},
    State.FIXED: {"confirmed", "accepted"},
    State.CONFIRMED: {"accepted"},
    State.DECLINED: set(),
}

SAID_BACK = {"give_facts": reporter.give_facts, "confirm": reporter.confirm, "reopen": reporter.reopen}
STEPS = (*policy.ANSWERS, *SAID_BACK)


class Reports(RuleBasedStateMachine):
    """One report of a named colleague in a world of two offices."""

    world: ClassVar[World]

    @initialize()
    def receive(self) -> None:
        seat = db.session.scalars(select(Seat)).one()
        seat.state, seat.to_on = SeatState.ACTIVE, None
        self.id = self.world.report(self.world.colleague).id
        self.plan_id = builders.plan(builders.office(), self.world.cycle, self.world.champion).id
        self.state, self.answered, self.words = State.RECEIVED, False, 0
        self.day = 0

    def point(self) -> PainPoint:
        return db.session.get_one(PainPoint, self.id, populate_existing=True)

    @rule(step=st.sampled_from(STEPS), by=st.sampled_from(("right", "right", "right", "wrong")))
    def step(self, step: str, by: str) -> None:
        self.words += 1
        with suppress(BrokenRule), transaction():
            point = queries.get_for_change(self.point().number)
            assert point is not None
            self.take(step, point, is_right=by == "right")

    def take(self, step: str, point: PainPoint, *, is_right: bool) -> None:
        words, at = f"Words {self.words}", self.at()
        answers = point.responsible if is_right else self.world.stranger
        reports = self.world.colleague if is_right else None
        if step == "reroute":
            office = self.world.other if point.office_id == self.world.office.id else self.world.office
            answer.reroute(point, office, words, by=answers, at=at, language="en")
        elif step in SAID_BACK:
            SAID_BACK[step](point, words, by=reports, at=at, language="en")
        else:
            answer.answer(step, point, words, by=answers, at=at, language="en")

    @rule()
    def link(self) -> None:
        with suppress(BrokenRule), transaction():
            links.link(self.point(), self.plan_id, by=self.world.champion, at=self.at())

    @rule(state=st.sampled_from(SeatState), ended=st.booleans())
    def change_seat(self, state: SeatState, ended: bool) -> None:
        with transaction():
            seat = db.session.scalars(select(Seat)).one()
            seat.state, seat.to_on = state, builders.TODAY if ended else None
            seat.deputy_id = self.world.leader.id
            reassign(at=self.at())

    @rule(days=st.integers(0, 9))
    def wait(self, days: int) -> None:
        self.day += days

    def at(self) -> datetime:
        return time.now() + timedelta(days=self.day)

    @invariant()
    def holds(self) -> None:
        if not hasattr(self, "id"):
            return
        point = self.point()
        assert point.state == self.state or point.state in NEXT[self.state], (self.state, point.state)
        assert point.responsible_id
        assert point.answered_on or not self.answered
        assert (point.paused_on is not None) == (point.state is State.NEEDS_FACTS)
        assert (point.state in policy.UNANSWERED) <= (point.answered_on is None)
        assert point.answer_due_on >= date(2026, 12, 21)
        assert (point.fixed_on is not None) == (point.state in (State.FIXED, State.CONFIRMED))
        self.state, self.answered = point.state, point.answered_on is not None

    def teardown(self) -> None:
        db.session.rollback()
        with transaction():
            for kind in (PlanLink, Reply):
                for one in db.session.scalars(select(kind).where(kind.pain_point_id == self.id)):
                    db.session.delete(one)


def test_no_sequence_of_steps_breaks_a_report(app: Flask, world: World) -> None:
    Reports.world = world
    run_state_machine_as_test(
        Reports,
        settings=settings(
            max_examples=40, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
        ),
    )
