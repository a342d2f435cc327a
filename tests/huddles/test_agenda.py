"""The agenda makes itself from what is due, blocked, new or won, and stands still once the minutes are closed."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from app.accounts.models import Person
from app.check_ins import actions as check_ins
from app.check_ins.models import BlockerState
from app.core.database import transaction
from app.extensions import db
from app.huddles import queries
from app.huddles.models import ActionState, Huddle, HuddleState, PointKind
from app.huddles.points import Point
from app.measures.models import Signal
from app.milestones.models import State
from app.pain_points.models import PlanLink
from app.pain_points.models import State as ReportState
from app.plans.models import VersionMeasure
from tests.huddles import given
from tests.huddles.given import LAST, NEXT, Round
from tests.support import builders
from tests.support.builders import AT, TODAY
from tests.support.client import Client

As = Callable[[Person], Client]
DAY = timedelta(days=1)


def agenda(huddle: Huddle) -> dict[str, Point]:
    db.session.rollback()
    return {point.heading: point for point in queries.agenda(huddle, TODAY)}


def kinds(huddle: Huddle) -> dict[str, PointKind]:
    return {heading: point.kind for heading, point in agenda(huddle).items() if heading}


def test_it_is_made_from_what_is_due_blocked_new_and_won(meeting: Round) -> None:
    case = meeting.case
    given.milestone(case, "Late one", TODAY - DAY)
    given.milestone(case, "Due one", NEXT)
    given.milestone(case, "Far one", NEXT + DAY)
    given.milestone(case, "Reached one", TODAY, state=State.DONE, done_on=TODAY - DAY)
    given.blocker(case)
    builders.milestone(case.plan, "Only in a draft", TODAY)
    seen: dict[str, Any] = {"received_on": TODAY - DAY, "sighting_count": 3, "title": "Loud one"}
    builders.pain_point(case.office, case.champion, **seen)
    builders.pain_point(case.office, case.champion, **(seen | {"title": "Quiet one", "sighting_count": 2}))
    builders.pain_point(case.office, case.champion, title="Fixed one", state=ReportState.FIXED, fixed_on=TODAY)
    linked = builders.pain_point(case.office, case.champion, title="Linked one", state=ReportState.ACCEPTED)
    builders.save(PlanLink(pain_point_id=linked.id, plan_id=case.plan.id, from_on=TODAY))
    assert kinds(meeting.huddle) == {
        "Late one": PointKind.MILESTONE_LATE, "Due one": PointKind.MILESTONE_DUE,
        "Reached one": PointKind.MILESTONE_DONE, "The court wants paper.": PointKind.BLOCKER_OPEN,
        "From 72 days to 1": PointKind.PLAN_ACCEPTED, "Loud one": PointKind.REPORT_SEEN,
        "Fixed one": PointKind.REPORT_FIXED, "Linked one": PointKind.REPORT_LINKED,
    }  # fmt: skip


def test_another_cycle_s_things_stay_out(meeting: Round) -> None:
    given.milestone(meeting.case, "Due one")
    cycle = builders.cycle()
    builders.seat(meeting.case.office, meeting.other, cycle)
    elsewhere = builders.save(
        Huddle(number=9, cycle_id=cycle.id, meets_on=TODAY, begins=meeting.huddle.begins, host_id=meeting.other.id)
    )
    assert kinds(elsewhere) == {}


def test_a_blocker_comes_back_with_its_answer(meeting: Round) -> None:
    case, found = meeting.case, given.blocker(meeting.case)
    with transaction():
        sponsor = db.session.merge(case.sponsor)
        check_ins.answer_blocker(found, "The clerk takes e-mail.", seen_lock=found.lock, by=sponsor, at=AT)
    point = agenda(meeting.huddle)["The court wants paper."]
    assert (point.kind, point.said, point.who) == (
        PointKind.BLOCKER_ANSWERED, "The clerk takes e-mail.", "Ruth Alvarez",
    )  # fmt: skip
    found.state, found.settled_on = BlockerState.SETTLED, TODAY
    db.session.commit()
    assert agenda(meeting.huddle)["The court wants paper."].kind is PointKind.BLOCKER_SETTLED


def test_an_improvement_is_told_once(meeting: Round, as_person: As) -> None:
    case = meeting.case
    measure = builders.measure(case.office, case.champion, signal=Signal.IMPROVING)
    builders.save(VersionMeasure(version_id=case.plan.versions[0].id, measure_id=measure.id, position=0))
    assert measure.name not in kinds(meeting.huddle)
    builders.observation(measure, LAST, TODAY, 40, case.champion)
    assert kinds(meeting.huddle)[measure.name] is PointKind.MEASURE_IMPROVING
    as_person(meeting.host).post(f"{meeting.url}/closings")
    db.session.rollback()
    following = db.session.scalars(select(Huddle).where(Huddle.state == HuddleState.PLANNED)).one()
    assert measure.name not in kinds(following)


def test_open_actions_are_carried_over_and_done_ones_won(meeting: Round) -> None:
    before = given.huddle(meeting.case, LAST, number=2, state=HuddleState.CLOSED)
    given.action(before, meeting.other, "Open one", due_on=TODAY - DAY)
    given.action(before, meeting.other, "Done one", state=ActionState.DONE, ended_on=TODAY, outcome="It worked")
    given.action(before, meeting.other, "Dropped one", state=ActionState.DROPPED, ended_on=TODAY, outcome="No")
    found = agenda(meeting.huddle)
    assert (found["Open one"].kind, found["Open one"].who) == (PointKind.ACTION, "Marcus Bell")
    assert (found["Done one"].kind, found["Done one"].said) == (PointKind.ACTION_DONE, "It worked")
    assert "Dropped one" not in found


def test_closed_minutes_stay_as_they_were(meeting: Round, as_person: As) -> None:
    milestone = given.milestone(meeting.case, "Late one", TODAY - DAY)
    host = as_person(meeting.host)
    host.submit(f"{meeting.url}/minutes", {f"note_milestone_{milestone.id}": "Legal is ill."})
    host.post(f"{meeting.url}/closings")
    db.session.rollback()
    milestone = db.session.merge(milestone)
    milestone.name, milestone.state, milestone.done_on = "Another name", State.DONE, TODAY
    db.session.commit()
    text = host.get(meeting.url).text
    assert "Late one" in text
    assert "late, was due" in text
    assert "Legal is ill." in text
    assert "Another name" not in text


def test_readers_read_and_the_frontline_does_not(meeting: Round, as_person: As) -> None:
    case = meeting.case
    for person in (case.deputy, meeting.other, case.sponsor, meeting.leader, case.program):
        browser = as_person(person)
        assert "From 72 days to 1" in browser.get(meeting.url).text
        browser.get(f"/cycles/{case.cycle.id}/huddles")
    for path in (meeting.url, f"/cycles/{case.cycle.id}/huddles"):
        as_person(case.colleague).get(path, expect=404)
    assert "/huddles" in as_person(meeting.other).get(f"/cycles/{case.cycle.id}").html
    assert f"/cycles/{case.cycle.id}/huddles" not in as_person(case.colleague).get(f"/cycles/{case.cycle.id}").html


def test_a_sponsor_of_elsewhere_comes_to_the_plan_and_not_to_a_closed_door(meeting: Round, as_person: As) -> None:
    found = given.blocker(meeting.case)
    path = f"{meeting.case.url}/blockers/{found.id}"
    assert path in as_person(meeting.other).get(meeting.url).html
    assert path not in as_person(meeting.case.sponsor).get(meeting.url).html
