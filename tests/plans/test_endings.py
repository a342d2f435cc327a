"""A plan rests and ends: paused, resumed, completed, stopped; and the page that it closes with."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select, update

from app.accounts.models import Credit, Person
from app.core.events import Event
from app.extensions import db
from app.measures.models import Measure
from app.notices.models import Notice
from app.pain_points.models import PlanLink, State
from app.plans import pauses
from app.plans.models import Plan, PlanState, PlanVersion, VersionMeasure, VersionState
from app.plans.turns import Turn, TurnKind
from tests.check_ins import given
from tests.check_ins.given import Case
from tests.support import builders
from tests.support.builders import AT, TODAY
from tests.support.client import Client
from tests.support.pages import Page

As = Callable[[Person], Client]
SENT = {
    "pauses": {"why": "The hall is rebuilt.", "until": "2027-02-01"},
    "resumptions": {},
    "completions": {"changed": "One desk writes.", "learned": "Ask the judge first.", "copied": "All with a counter."},
    "stops": {"why": "The law changed.", "learned": "We began too big."},
}
LEADS_TO = {
    "pauses": PlanState.PAUSED, "resumptions": PlanState.ACTIVE, "completions": PlanState.COMPLETED,
    "stops": PlanState.STOPPED,
}  # fmt: skip


@pytest.fixture
def case(app: Flask, clock: time_machine.Traveller) -> Case:
    return given.case()


def put(case: Case, state: PlanState) -> None:
    case.plan.state = state
    db.session.commit()


def again(case: Case) -> Plan:
    db.session.rollback()
    return db.session.get_one(Plan, case.plan.id)


def turn(client: Client, case: Case, name: str, expect: int = 200, **other: str) -> Page:
    url = f"{case.url}/{name}"
    return client.submit(f"{url}/new", {**SENT[name], **other}, to=url, expect=expect)


@pytest.mark.parametrize("name", list(SENT))
@pytest.mark.parametrize("who", ["champion", "deputy", "program"])
def test_the_team_or_the_program_office_takes_the_turn(case: Case, as_person: As, name: str, who: str) -> None:
    put(case, PlanState.PAUSED if name == "resumptions" else PlanState.ACTIVE)
    turn(as_person(getattr(case, who)), case, name)
    assert again(case).state is LEADS_TO[name]
    (found,) = db.session.scalars(select(Turn))
    kept = {field: getattr(found, field) for field in SENT[name] if field != "until"}
    assert kept == {field: words for field, words in SENT[name].items() if field != "until"}
    event = db.session.scalars(select(Event).where(Event.verb == f"plan.{found.kind.value}")).one()
    assert not any(words in repr(event.data) for words in kept.values())
    told = set(db.session.scalars(select(Notice.person_id).where(Notice.kind == f"plan_{found.kind.value}")))
    assert told == {case.champion.id, case.deputy.id, case.sponsor.id, case.program.id} - {getattr(case, who).id}


@pytest.mark.parametrize("who", ["colleague", "sponsor", "director"])
def test_others_may_not(case: Case, as_person: As, who: str) -> None:
    for name, sent in SENT.items():
        as_person(getattr(case, who)).get(f"{case.url}/{name}/new", expect=403)
        as_person(getattr(case, who)).post(f"{case.url}/{name}", sent, expect=403)
    assert again(case).state is PlanState.ACTIVE


def test_looking_at_the_forms_changes_nothing(case: Case, as_person: As) -> None:
    for name in ("pauses", "completions", "stops"):
        as_person(case.champion).get(f"{case.url}/{name}/new")
        as_person(case.champion).get(f"{case.url}/{name}", expect=405)
    assert again(case).state is PlanState.ACTIVE


@pytest.mark.parametrize(
    ("name", "missing"),
    [("pauses", "why"), ("pauses", "until"), ("completions", "changed"), ("completions", "learned"),
     ("stops", "why"), ("stops", "learned")],
)  # fmt: skip
def test_what_is_missing_is_said_beside_its_field_and_the_rest_stays(
    case: Case, as_person: As, name: str, missing: str
) -> None:
    url = f"{case.url}/{name}"
    page = as_person(case.champion).submit(f"{url}/new", {**SENT[name], missing: " "}, to=url, expect=422)
    assert page.errors[missing]
    kept = {field: words.strip() for field, words in page.form(url).values.items()}
    assert all(kept[field] == words for field, words in SENT[name].items() if field != missing)
    assert again(case).state is PlanState.ACTIVE


@pytest.mark.parametrize("until", ["2026-11-23", "2020-01-01", "9999-99-99", "soon"])
def test_a_pause_ends_on_a_day_to_come(case: Case, as_person: As, until: str) -> None:
    turn(as_person(case.champion), case, "pauses", expect=422, until=until)
    assert again(case).state is PlanState.ACTIVE


def test_too_long_a_text_is_refused_and_stays(case: Case, as_person: As) -> None:
    url = f"{case.url}/stops"
    sent = {**SENT["stops"], "learned": "x" * 100_000}
    page = as_person(case.champion).submit(f"{url}/new", sent, to=url, expect=422)
    assert len(page.form(url).values["learned"].strip()) == 100_000


def test_who_comes_second_reads_it_and_loses_no_word(case: Case, as_person: As) -> None:
    turn(as_person(case.deputy), case, "completions")
    url = f"{case.url}/stops"
    page = as_person(case.champion).post(url, SENT["stops"], expect=409)
    assert "changed in the meantime" in page
    assert "The law changed." in page.form(url).values["why"]
    as_person(case.champion).get(f"{url}/new", expect=409)
    assert again(case).state is PlanState.COMPLETED
    assert len(list(db.session.scalars(select(Turn)))) == 1


def test_reports_that_are_not_fixed_go_back_and_their_reporters_are_told(case: Case, as_person: As) -> None:
    points = [
        builders.pain_point(case.office, case.champion, case.colleague, state=s) for s in (State.ACCEPTED, State.FIXED)
    ]
    for point in points:
        builders.save(PlanLink(pain_point_id=point.id, plan_id=case.plan.id, from_on=TODAY))
    turn(as_person(case.champion), case, "stops")
    db.session.rollback()
    ended = {link.pain_point_id: link.to_on for link in db.session.scalars(select(PlanLink))}
    assert ended == {points[0].id: TODAY, points[1].id: None}
    assert points[0].state is State.ACCEPTED
    kinds = list(db.session.scalars(select(Notice.kind).where(Notice.person_id == case.colleague.id)))
    assert kinds == ["pain_point_plan_ended"]


def test_an_open_version_ends_with_the_plan(case: Case, as_person: As) -> None:
    draft = builders.version(case.plan, case.champion, number=2)
    turn(as_person(case.champion), case, "completions")
    assert db.session.get_one(PlanVersion, draft.id).state is VersionState.WITHDRAWN
    as_person(case.champion).post(f"{case.url}/versions", expect=409)


def test_the_team_is_reminded_once_when_the_pause_is_over(
    case: Case, as_person: As, clock: time_machine.Traveller
) -> None:
    turn(as_person(case.program), case, "pauses", until="2026-12-01")
    over = select(Notice.person_id).where(Notice.kind == "plan_pause_over")
    pauses.remind_of_pauses({})
    assert list(db.session.scalars(over)) == []
    clock.move_to(AT + timedelta(days=8))
    for _ in range(2):
        pauses.remind_of_pauses({})
    assert sorted(db.session.scalars(over)) == sorted([case.champion.id, case.deputy.id])


def test_a_plan_that_ended_closes_with_a_page_for_everyone(case: Case, as_person: As) -> None:
    as_person(case.colleague).get(f"{case.url}/closing", expect=404)
    measured(case)
    page = turn(as_person(case.champion), case, "completions")
    assert page.path == f"{case.url}/closing"
    page = as_person(case.colleague).get(f"{case.url}/closing")
    for words in (*SENT["completions"].values(), "Days to a signed order", "72 days", "9 days"):
        assert words in page, words


def test_the_closing_page_names_only_who_said_yes(case: Case, as_person: As) -> None:
    case.champion.credit = Credit.BY_NAME
    db.session.commit()
    turn(as_person(case.champion), case, "completions")
    reader = as_person(case.colleague)
    page = reader.get(f"{case.url}/closing")
    assert "Dana Whitfield" in page
    assert "Sam Oyelaran" not in page
    for credit in (Credit.UNSET, Credit.NO_NAME):
        db.session.execute(update(Person).values(credit=credit))
        db.session.commit()
        assert "Dana Whitfield" not in reader.get(f"{case.url}/closing"), credit


def test_the_closing_page_keeps_what_was_and_shows_today_beside_it_stale_where_it_is(
    case: Case, as_person: As, clock: time_machine.Traveller
) -> None:
    measure = measured(case)
    turn(as_person(case.champion), case, "completions")
    found = db.session.scalars(select(Turn)).one().measured
    assert found is not None
    assert [float(found[0][name]) for name in ("before", "then", "is_stale")] == [72, 9, False]
    builders.observation(measure, date(2026, 11, 1), date(2026, 11, 30), 4, case.champion)
    clock.move_to(AT + timedelta(days=200))
    page = as_person(case.colleague).get(f"{case.url}/closing")
    assert "9 days" in page
    assert "4 days" in page
    assert "Stale:" in page


def test_a_stopped_plan_says_why_and_what_was_learned(case: Case, as_person: As) -> None:
    turn(as_person(case.champion), case, "stops")
    page = as_person(case.colleague).get(f"{case.url}/closing")
    assert "The law changed." in page
    assert "We began too big." in page


def test_only_the_end_has_the_page(case: Case, as_person: As) -> None:
    turn(as_person(case.champion), case, "pauses")
    as_person(case.champion).get(f"{case.url}/closing", expect=404)
    assert db.session.scalars(select(Turn.kind)).one() is TurnKind.PAUSED


def measured(case: Case) -> Measure:
    measure = builders.measure(
        case.office, case.champion, baseline=Decimal(72), stale_after=date(2026, 12, 10), latest_end=date(2026, 10, 31)
    )
    builders.observation(measure, date(2026, 10, 1), date(2026, 10, 31), 9, case.champion)
    version = case.plan.versions[0]
    builders.save(VersionMeasure(version_id=version.id, measure_id=measure.id, position=0))
    return measure
