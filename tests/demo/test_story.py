"""What the demo holds: every stage, dates that hang together, nothing that the app itself would not have written."""

from collections.abc import Callable
from itertools import pairwise

import pytest
import time_machine
from flask import Flask
from sqlalchemy import func, select

from app.accounts.models import Person
from app.champions.responsibility import responsible_for
from app.core import pdf
from app.core.database import transaction
from app.core.events import Event, broken_links
from app.extensions import db
from app.funding.models import Decision, FundingRequest, Outcome, RequestState
from app.home.today import agenda
from app.measures import actions as measures
from app.measures.models import Measure, Observation, Signal
from app.milestones.models import Milestone, Replanning
from app.milestones.models import State as MilestoneState
from app.notices.models import Notice
from app.offices.models import Office
from app.pain_points import demand
from app.pain_points.models import PainPoint, PlanLink, Reply, ReplyKind, Sighting, State
from app.plans import frozen, rendering
from app.plans.models import Plan, PlanState, PlanVersion, VersionState
from app.reports.models import Report, Scope
from app.reports.models import State as ReportState
from app.search import index
from tests.support.builders import AT, TODAY
from tests.support.client import Client, signed_in
from tests.support.databases import in_turn

TRIED = ("champion", "colleague", "leader", "program", "sponsor", "owner", "auditor", "admin")
LANGUAGES = {"en", "el", "ar", "th", "tr", "zh"}


def _all(kind: type[db.Model]) -> list[db.Model]:  # type: ignore[name-defined]  # made by Flask-SQLAlchemy
    return list(db.session.scalars(select(kind)))


def test_there_are_people_to_try_as_and_about_sixty_others(demo: Flask) -> None:
    people = {person.email for person in db.session.scalars(select(Person))}
    assert {f"{key}@demo.example" for key in TRIED} <= people
    assert len(people) > 60
    assert all(person.is_demo for person in db.session.scalars(select(Person)))


def test_plans_are_at_every_stage(demo: Flask) -> None:
    plans = set(db.session.scalars(select(Plan.state)))
    versions = set(db.session.scalars(select(PlanVersion.state)))
    assert {PlanState.PREPARING, PlanState.ACTIVE, PlanState.COMPLETED, PlanState.STOPPED} <= plans
    assert versions == set(VersionState) - {VersionState.WITHDRAWN}
    is_second = (PlanVersion.state == VersionState.IN_CONSULTATION, PlanVersion.number > 1)
    beside = select(PlanVersion.plan_id).where(*is_second)
    assert db.session.scalars(beside).all()
    assert set(db.session.scalars(select(Milestone.state))) == set(MilestoneState)
    assert db.session.scalars(select(Replanning)).all()
    late = select(Milestone).where(Milestone.due_on < TODAY, Milestone.state.in_(("planned", "started")))
    assert db.session.scalars(late).all()


def test_reports_and_funding_are_at_every_stage(demo: Flask) -> None:
    assert set(db.session.scalars(select(Report.state))) == set(ReportState)
    assert set(db.session.scalars(select(Report.scope))) == set(Scope)
    asked = set(db.session.scalars(select(FundingRequest.state)))
    assert {RequestState.DRAFT, RequestState.SUBMITTED, RequestState.DECIDED} <= asked
    outcomes = set(db.session.scalars(select(Decision.outcome)))
    assert {Outcome.APPROVED, Outcome.PART, Outcome.DECLINED} <= outcomes
    assert all(decision.letter_sha256 for decision in db.session.scalars(select(Decision)))


def test_seventy_two_days_became_one_and_a_request_cites_it(demo: Flask) -> None:
    plan = db.session.scalars(select(Plan).where(Plan.title.startswith("From 72 days to 1"))).one()
    version = plan.versions[0]
    assert (version.state, version.today_days, version.after_days, version.pages) == (VersionState.ACCEPTED, 72, 1, 2)
    measure = db.session.scalars(
        select(Measure).where(Measure.office_id == plan.office_id, Measure.baseline == 72)
    ).one()
    assert measure.signal is Signal.IMPROVING
    assert measure.grade == 4
    assert measure.latest is not None
    assert measure.latest < 2
    request = db.session.scalars(select(FundingRequest).where(FundingRequest.plan_id == plan.id)).one()
    assert [report.plan_id for report in request.reports] == [plan.id]


def test_notices_come_in_the_order_of_their_days(demo: Flask) -> None:
    reports = select(Notice.created_at).where(Notice.kind.startswith("pain_point"))
    moments = list(db.session.scalars(reports.order_by(Notice.id)))
    assert moments
    assert moments == sorted(moments)


def test_measures_tell_every_kind_of_story(demo: Flask) -> None:
    found = db.session.scalars(select(Measure)).all()
    assert {measure.signal for measure in found} == set(Signal)
    assert any(measure.is_stale(TODAY) for measure in found)
    assert db.session.scalars(select(Observation).where(Observation.replaces_id.is_not(None))).all()
    longest = select(func.count(Observation.id)).group_by(Observation.measure_id)
    assert max(db.session.scalars(longest)) >= 24


def test_six_languages_have_reports_replies_and_a_whole_plan(demo: Flask) -> None:
    assert set(db.session.scalars(select(PainPoint.language))) == LANGUAGES
    assert set(db.session.scalars(select(Reply.language))) == LANGUAGES
    accepted = select(Plan.language).join(PlanVersion).where(PlanVersion.state == VersionState.ACCEPTED)
    assert set(db.session.scalars(accepted)) == LANGUAGES


def test_every_report_has_the_one_responsible_that_the_app_would_name(demo: Flask) -> None:
    rows = db.session.execute(select(PainPoint.office_id, PainPoint.responsible_id).distinct()).all()
    for office_id, person_id in rows:
        assert responsible_for(db.session.get_one(Office, office_id)).id == person_id


def test_dates_of_reports_hang_together(demo: Flask) -> None:
    for point in db.session.scalars(select(PainPoint)):
        days = [point.received_on, *(reply.written_on for reply in point.replies)]
        assert days == sorted(days), point.ref
        assert days[-1] < TODAY
        assert all(day.weekday() < 5 for day in days), point.ref
        kinds = [reply.kind for reply in point.replies]
        assert (point.answered_on is not None) == bool({"accepted", "declined", "fixed"} & set(kinds)), point.ref
        assert (point.state is State.RECEIVED) == (not kinds), point.ref
        assert (point.state is State.NEEDS_FACTS) == (point.paused_on is not None), point.ref


def test_an_anonymous_report_keeps_no_hour_and_nobody(demo: Flask) -> None:
    points = db.session.scalars(select(PainPoint).where(PainPoint.is_anonymous)).all()
    assert points
    for point in points:
        assert (point.reporter_id, point.received_at) == (None, None)
        assert all(reply.written_at is None for reply in point.replies)
        received = select(Event).where(Event.verb == "pain_point.received", Event.subject_id == point.id)
        event = db.session.scalars(received).one()
        assert (event.actor_id, event.at.hour, event.at.minute) == (None, 0, 0)


def test_demand_is_what_the_app_would_count(demo: Flask) -> None:
    for point in db.session.scalars(select(PainPoint)):
        seen = db.session.scalars(select(Sighting).where(Sighting.pain_point_id == point.id)).all()
        found = demand.count(point, seen)
        assert (found.people, found.minutes, len(seen)) == (
            point.people_per_month, point.minutes_per_month, point.sighting_count,
        ), point.ref  # fmt: skip


def test_the_log_is_one_chain_whose_instants_rise(demo: Flask) -> None:
    assert list(broken_links()) == []
    instants = db.session.scalars(select(Event.at).order_by(Event.id)).all()
    assert all(before <= after for before, after in pairwise(instants))
    assert instants[-1] < AT


def test_computing_measures_anew_changes_nothing(demo: Flask) -> None:
    with transaction():
        assert measures.rebuild() == 0


def test_a_plan_takes_up_reports_that_were_there_before_it(demo: Flask) -> None:
    links = db.session.scalars(select(PlanLink)).all()
    assert links
    for link in links:
        assert link.pain_point.received_on < link.from_on
        assert link.pain_point.state is not State.RECEIVED


def test_what_is_written_can_be_searched(demo: Flask) -> None:
    wanted = "“My case” shows the payment as “pending”"
    point = db.session.scalars(select(PainPoint).where(PainPoint.title.startswith(wanted))).one()
    assert point.id in db.session.scalars(index.matching("pending account")).all()


def test_the_champions_day_is_full_and_the_colleague_has_news(demo: Flask, clock: time_machine.Traveller) -> None:
    champion, colleague = (
        db.session.scalars(select(Person).where(Person.email == f"{key}@demo.example")).one()
        for key in ("champion", "colleague")
    )
    with demo.test_request_context("/"):
        day = agenda(champion)
        verbs = {str(row.verb) for row in (*day.now, *day.this_week, *day.later)}
    assert len(day.now) >= 5
    assert {"Acknowledge", "Answer", "Reach", "Enter the number for", "Finish the plan of"} <= verbs
    kinds = db.session.scalars(
        select(Reply.kind).join(PainPoint).where(PainPoint.reporter_id == colleague.id)
    ).all()  # fmt: skip
    assert {ReplyKind.ACCEPTED, ReplyKind.DECLINED, ReplyKind.FIXED, ReplyKind.ASKED} <= set(kinds)
    assert "New answer" in signed_in(demo, colleague).get("/").text


def test_every_submitted_sheet_fits_its_two_pages(demo: Flask) -> None:
    versions = db.session.scalars(select(PlanVersion).where(PlanVersion.frozen.is_not(None))).all()
    assert len(versions) >= 12
    for version in versions:
        sheet = frozen.from_json(version.frozen or {})
        layout = pdf.measure(rendering.html(sheet), limit_pages=2)
        assert layout.fill < 0.97, f"{sheet.ref} {sheet.office}: {layout.fill:.3f}"


@pytest.mark.parametrize("key", in_turn(TRIED))  # every page as every role: tests/guards/test_access_matrix.py
def test_every_page_that_a_person_can_walk_to_answers(
    demo: Flask, clock: time_machine.Traveller, key: str, walk: Callable[[Client], list[str]]
) -> None:
    person = db.session.scalars(select(Person).where(Person.email == f"{key}@demo.example")).one()
    assert walk(signed_in(demo, person)) == []
