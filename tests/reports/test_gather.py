"""What is gathered: promises against both dates, numbers as they stood, counts that hide the few, days at no cost."""

from datetime import date, timedelta
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from time_machine import Traveller

from app.measures.models import Signal
from app.milestones.models import Replanning
from app.milestones.models import State as MilestoneState
from app.offices.models import OfficeRules
from app.plans.models import Cost, PlanState
from app.reports import frozen, policy
from app.reports.facts import Facts, Outcome
from app.reports.gather import gather
from app.reports.models import Report, Scope
from app.reports.sentences import answered, of_promise, promised
from tests.reports.given import END, START, World, world
from tests.support import builders as make
from tests.support.builders import AT

INSIDE = date(2026, 10, 20)


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


def report_of(given: World, start: date = START, end: date = END, number: int = 1) -> Report:
    return make.save(
        Report(
            number=number, scope=Scope.PLAN, plan_id=given.plan.id, office_id=given.office.id, cycle_id=given.cycle.id,
            period_start=start, period_end=end, language="en", title="T", author_id=given.champion.id, created_at=AT,
        )
    )  # fmt: skip


def facts_of(given: World, **period: Any) -> Facts:
    return gather(report_of(given, **period), AT)


def outcome_of(given: World, **fields: Any) -> Any:
    due = fields.pop("due", INSIDE)
    make.milestone(given.plan, due=due, **fields)
    found = facts_of(given).promises
    return found[0] if found else None


@pytest.mark.parametrize(
    ("fields", "outcome", "late", "late_first"),
    [
        ({}, Outcome.LATE, 33, 33),
        ({"due": END}, Outcome.OPEN, 0, 0),
        ({"due": END - timedelta(days=1)}, Outcome.LATE, 1, 1),
        ({"state": MilestoneState.DONE, "done_on": INSIDE}, Outcome.DONE, 0, 0),
        ({"state": MilestoneState.DONE, "done_on": date(2026, 10, 25)}, Outcome.DONE_LATE, 5, 5),
        ({"state": MilestoneState.DROPPED, "dropped_on": date(2026, 10, 25)}, Outcome.DROPPED, 0, 0),
        ({"due": date(2026, 5, 1)}, Outcome.LATE, 205, 205),
        ({"state": MilestoneState.DONE, "done_on": END + timedelta(days=1)}, Outcome.LATE, 33, 33),
    ],
)
def test_a_promise_by_what_became_of_it_on_the_last_day(
    given: World, fields: Any, outcome: Any, late: int, late_first: int
) -> None:
    promise = outcome_of(given, **fields)
    assert (promise.outcome, promise.days_late, promise.days_late_first) == (outcome, late, late_first)


@pytest.mark.parametrize(
    "fields",
    [
        {"due": END + timedelta(days=1)},
        {"due": date(2026, 5, 1), "state": MilestoneState.DONE, "done_on": date(2026, 9, 30)},
        {"due": date(2026, 5, 1), "state": MilestoneState.DROPPED, "dropped_on": date(2026, 9, 30)},
    ],
)
def test_what_was_settled_before_or_promised_for_later_is_left_out(given: World, fields: Any) -> None:
    assert outcome_of(given, **fields) is None


def test_a_moved_promise_is_seen_against_both_dates(given: World) -> None:
    moved = make.milestone(given.plan, due=INSIDE)
    moved.due_on = date(2026, 12, 20)
    make.save(
        Replanning(
            milestone_id=moved.id, from_due_on=INSIDE, to_due_on=moved.due_on, reason="Judge away", moved_on=INSIDE
        )
    )
    promise = facts_of(given).promises[0]
    assert (promise.outcome, promise.days_late, promise.days_late_first) == (Outcome.MOVED, 0, 33)
    with force_locale("en"):
        words = of_promise(promise)
    assert words == "Promised for 20 December 2026. First for 20 October 2026. 33 days after the first date."


def test_what_was_moved_after_the_period_counts_with_the_date_that_held(given: World) -> None:
    moved = make.milestone(given.plan, due=INSIDE)
    moved.due_on = date(2026, 12, 20)
    day = END + timedelta(days=1)
    make.save(
        Replanning(milestone_id=moved.id, from_due_on=INSIDE, to_due_on=moved.due_on, reason="Later", moved_on=day)
    )
    assert facts_of(given).promises[0].outcome is Outcome.LATE


def test_totals_add_up_and_the_worst_comes_first(given: World) -> None:
    make.milestone(given.plan, "Done", due=INSIDE, state=MilestoneState.DONE, done_on=INSIDE)
    make.milestone(given.plan, "Dropped", due=INSIDE, state=MilestoneState.DROPPED, dropped_on=INSIDE)
    make.milestone(given.plan, "Late", due=INSIDE)
    facts = facts_of(given)
    assert [promise.name for promise in facts.promises] == ["Late", "Dropped", "Done"]
    totals = facts.totals
    assert (totals.promised, totals.done, totals.late, totals.dropped) == (3, 1, 1, 1)
    with force_locale("en"):
        assert promised(totals) == "1 of 3 promises kept. 1 is late. 1 was dropped."


def test_numbers_count_as_they_stood_on_the_last_day(given: World) -> None:
    found = facts_of(given, start=date(2026, 1, 1), end=date(2026, 3, 31)).measures[0]
    assert (found.signal, found.grade, found.after) == (Signal.NONE, 1, 74)
    found = facts_of(given, number=2).measures[0]
    assert (found.signal, found.grade, found.before, found.after) == (Signal.IMPROVING, 3, 72, 1)
    assert found.after_end == date(2026, 10, 31)


def test_a_stale_measure_is_said_and_loses_a_step(given: World) -> None:
    given.measure.created_at = AT
    make.save(given.measure)
    later = gather(report_of(given, date(2026, 1, 1), date(2027, 1, 20)), AT)
    found = later.measures[0]
    assert found.is_stale
    assert found.grade == 2
    assert later.stale == 1


def points(given: World, count: int, *, answered_after: int = 5, **fields: Any) -> Any:
    return [
        make.pain_point(
            given.office, given.champion, received_on=INSIDE, answer_due_on=INSIDE + timedelta(days=10),
            answered_on=INSIDE + timedelta(days=answered_after), **fields,
        )
        for _ in range(count)
    ]  # fmt: skip


def test_counts_below_the_smallest_group_are_not_even_frozen(given: World) -> None:
    points(given, 4)
    found = facts_of(given)
    assert (found.answers.received, found.answers.answered, found.answers.in_time) == (None, None, None)
    assert found.answers.median_answered is None
    assert frozen.to_json(found)["answers"]["received"] is None
    with force_locale("en"):
        assert "Received: fewer than 5." in answered(found.answers)


def test_times_run_in_working_days_and_late_answers_count_as_late(given: World) -> None:
    points(given, 6)
    points(given, 3, answered_after=20)
    make.pain_point(given.office, given.champion, received_on=INSIDE, answer_due_on=END)
    found = facts_of(given).answers
    assert (found.received, found.answered, found.in_time) == (10, 9, 6)
    assert found.median_answered == 3  # Tuesday 20 to Sunday 25 October


def test_the_smallest_group_is_the_one_of_the_office_on_the_last_day(given: World) -> None:
    make.save(OfficeRules(office_id=given.agency.id, from_on=date(2026, 1, 1), smallest_group=12))
    points(given, 9)
    assert facts_of(given).answers.received is None


def test_reports_of_other_offices_do_not_count(given: World) -> None:
    other = make.office("Records", given.agency)
    for _ in range(8):
        make.pain_point(other, given.champion, received_on=INSIDE)
    assert facts_of(given).answers.received == 0


def test_days_are_saved_at_no_cost_only_by_the_rule(given: World) -> None:
    assert [one.days for one in facts_of(given).saved] == [71]


@pytest.mark.parametrize("breaks", ["cost", "paused", "longer", "chance"])
def test_without_one_part_of_the_rule_nothing_is_saved(given: World, breaks: Any) -> None:
    version = given.plan.versions[0]
    if breaks == "cost":
        version.changes[0].cost = Cost.NEEDS_MONEY
    if breaks == "paused":
        given.plan.state = PlanState.PAUSED
    if breaks == "longer":
        version.after_days = 80
    if breaks == "chance":
        given.measure.interventions[0].happened_on = date(2026, 11, 1)
    make.save(given.plan)
    assert facts_of(given).saved == ()


def test_facts_survive_being_kept_as_json(given: World) -> None:
    make.milestone(given.plan, due=INSIDE)
    points(given, 6)
    facts = facts_of(given)
    kept = frozen.to_json(facts)
    assert frozen.from_json(kept) == facts
    assert frozen.content_hash(frozen.from_json(kept)) == frozen.content_hash(facts)


def test_policy_and_the_list_agree_on_who_reads_drafts(given: World) -> None:
    report = report_of(given)
    assert policy.can_read(given.champion, report)
    assert not policy.can_read(given.program, report)
