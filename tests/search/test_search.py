"""The search page: what one may see, marked; pages; nothing hostile breaks it."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask
from time_machine import Traveller

from app.accounts.models import Role
from app.core import jobs
from app.core.database import transaction
from app.extensions import db
from app.funding.models import RequestState
from app.pain_points.models import PainPoint
from app.plans.models import VersionState
from app.search import index, rebuild, refreshing, sources
from app.search.index import Kind
from tests.funding import case as funding
from tests.milestones import given as milestones
from tests.support import builders
from tests.support.client import Client
from tests.support.queries import Counted

Browser = Callable[..., Client]


def report(title: str, happening: str = "It rings out.") -> PainPoint:
    office = builders.office()
    champion = builders.with_role(Role.CHAMPION, office)
    made = builders.pain_point(office, champion, champion, title=title, happening=happening)
    with transaction():
        index.store(made.id, [title, happening])
    return made


def test_words_are_found_and_marked_without_regard_to_case_or_accents(app: Flask, as_person: Browser) -> None:
    point = report("Ο φάκελος χάθηκε ξανά")
    page = as_person(builders.person()).get("/search?q=ΦΑΚΕΛΟΣ")
    assert point.ref in page.text
    assert "<mark>φάκελος</mark>" in page.html


def test_thai_and_chinese_words_inside_a_sentence_are_marked(app: Flask, as_person: Browser) -> None:
    report("老年人福利申请表", "ระยะเวลารอคำขอใบอนุญาต")
    browser = as_person(builders.person())
    assert "<mark>福利</mark>" in browser.get("/search?q=福利").html
    assert "<mark>รอ</mark>" in browser.get("/search?q=รอ").html


def test_markup_in_a_report_stays_text(app: Flask, as_person: Browser) -> None:
    report("<script>alert(1)</script> form")
    page = as_person(builders.person()).get("/search?q=script")
    assert "<script>alert" not in page.html
    assert "&lt;<mark>script</mark>&gt;" in page.html


def test_plans_are_found_once_they_are_submitted_and_drafts_are_not(app: Flask, as_person: Browser) -> None:
    office, cycle = builders.office(), builders.cycle()
    author = builders.person()
    plan = builders.plan(office, cycle, author, words={"title": "Orders in one day", "outcome": "An order today"})
    rebuild.rebuild()
    browser = as_person(builders.person())
    assert plan.ref not in browser.get("/search?q=orders").text
    plan = db.session.merge(plan)
    plan.versions[0].state = VersionState.SUBMITTED
    db.session.commit()
    rebuild.rebuild()
    assert plan.ref in browser.get("/search?q=orders+today").text


def test_milestones_are_found_once_their_plan_is_submitted(app: Flask, as_person: Browser) -> None:
    cast = milestones.cast()
    milestone = milestones.promised(cast.plan)
    with transaction():
        sources.refresh(Kind.PLAN, cast.plan.id)
    browser, asked = as_person(builders.person()), f"/search?q={milestone.name.split()[0]}"
    href = f"/plans/{cast.plan.ref}/milestones/{milestone.id}"
    assert f'href="{href}"' in browser.get(asked).html
    browser.get(href)
    for version in db.session.merge(cast.plan).versions:
        version.state = VersionState.RETURNED
    db.session.commit()
    assert href not in browser.get(asked).html  # also before the index follows
    with transaction():
        sources.refresh(Kind.PLAN, cast.plan.id)
    assert db.session.scalars(index.matching(milestone.name, Kind.MILESTONE)).all() == []


def test_what_came_of_a_milestone_is_found_when_the_job_has_run(
    app: Flask, as_person: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    waiting: list[dict[str, object]] = []
    monkeypatch.setattr(jobs, "enqueue", lambda name, payload, **_: waiting.append({"name": name, **payload}))
    cast = milestones.cast()
    milestone = milestones.promised(cast.plan)
    sent = {"done_on": "2026-11-20", "evidence": "The first parchment is signed"}
    as_person(cast.champion).submit(f"/plans/{cast.plan.ref}/milestones/{milestone.id}/completions/new", sent)
    browser = as_person(builders.person())
    assert milestone.name not in browser.get("/search?q=parchment").text
    assert waiting == [{"name": refreshing.REFRESH, "kind": "milestone", "id": milestone.id}]
    refreshing.refresh(waiting[0])
    assert milestone.name in browser.get("/search?q=parchment").text


def test_a_funding_request_is_found_by_those_who_may_read_it(app: Flask, as_person: Browser, clock: Traveller) -> None:
    case = funding.ready()
    request = funding.draft(case)
    colleague = as_person(builders.person("Kim Colleague", at=case.office))
    rebuild.rebuild()
    assert "F-7" not in as_person(case.champion).get("/search?q=caseworkers").text  # a draft is found by nobody
    builders.save(request).state = RequestState.SUBMITTED
    request.submitted_at = builders.AT
    builders.save(request)
    with transaction():
        sources.refresh(Kind.FUNDING_REQUEST, request.id)
    assert "F-7" in as_person(case.leader).get("/search?q=caseworkers").text
    assert "F-7" not in colleague.get("/search?q=caseworkers").text
    builders.save(request).state = RequestState.DECIDED
    builders.save(request)
    page = colleague.get("/search?q=caseworkers")
    assert "/funding/F-7" in page.html
    assert "<mark>caseworkers</mark>" in page.html


def test_more_than_a_page_goes_on_after_the_last(app: Flask, as_person: Browser) -> None:
    refs = [report(f"Paper file number {n} is lost").ref for n in range(27)]
    browser = as_person(builders.person())
    first = browser.get("/search?q=paper+lost")
    assert [ref in first.text for ref in refs] == [False] * 2 + [True] * 25
    second = browser.get(f"/search?q=paper+lost&after={refs[2].removeprefix('PP-')}")
    assert [ref in second.text for ref in refs] == [True] * 2 + [False] * 25


def test_nothing_found_says_so(app: Flask, as_person: Browser) -> None:
    assert "Nothing holds all of these words." in as_person(builders.person()).get("/search?q=absent").text


HOSTILE = ("", "%22", "a*", "NEAR(a,b)", "%00", "%27%3B--", "%FF%FE", "x" * 4000, "<b>", "%F0%9F%91%A9")


@pytest.mark.parametrize("q", HOSTILE)
def test_hostile_words_are_only_words(app: Flask, as_person: Browser, q: str) -> None:
    as_person(builders.person()).get(f"/search?q={q}&after=%F0")


@pytest.mark.parametrize("role", ["champion", "leader", "administrator"])
def test_it_costs_few_queries_with_hits_of_every_kind(
    app: Flask, as_person: Browser, queries: Callable[..., AbstractContextManager[Counted]], clock: Traveller, role: str
) -> None:
    case = funding.ready()
    hold_every_kind("paper", case)
    viewer = {"champion": case.champion, "leader": case.leader}.get(role) or builders.with_role(
        Role.ADMINISTRATOR, case.agency
    )
    browser = as_person(viewer)
    browser.get("/search")  # the agency's name is read once a minute
    with queries() as counted:
        page = browser.get("/search?q=paper")
    shown = ("pain-points/PP-", "plans/P-12/milestones/", "plans/P-13/milestones/", "funding/F-", "reports/R-3")
    assert [page.html.count(f'href="/{address}') for address in shown] == [12, 3, 1, 3, 1]
    assert [f'href="/plans/{ref}"' in page.html for ref in ("P-12", "P-13")] == [True, True]
    assert len(counted) <= 10, counted.statements


def hold_every_kind(word: str, case: funding.Case) -> None:
    """Hits of every kind, and of two plans in two offices."""
    for n in range(12):
        report(f"{word} file {n}")
    for n in range(3):
        milestones.promised(case.plan, f"{word} is gone {n}")
        request = funding.submitted(case, number=20 + n)
        request.title, request.state = f"{word} {n}", RequestState.DECIDED
        builders.save(request)
    elsewhere = builders.office("Housing", case.agency)
    other = builders.plan(elsewhere, case.plan.cycle, builders.person(), words={"title": word}, number=13)
    milestones.promised(other, f"{word} is gone too")
    rebuild.rebuild()
    with transaction():
        index.store(case.plan.id, [word], Kind.PLAN)
        index.store(case.report.id, [word], Kind.REPORT)


def test_who_is_signed_out_is_asked_to_sign_in(app: Flask, client: Client) -> None:
    assert "q=paper" not in client.get("/search?q=paper").text


def test_a_rebuild_makes_no_difference(app: Flask) -> None:
    point = report("The form asks twice", "Every day.")
    before = db.session.scalars(index.matching("form twice")).all()
    counts = rebuild.rebuild()
    assert counts[Kind.PAIN_POINT] == 1
    assert before == [point.id]
    assert db.session.scalars(index.matching("form twice")).all() == before
