"""Hostile words in a milestone and in what came of it: on its pages, in the list, in a report's page and PDF."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from app.accounts.models import Person
from app.core import storage
from app.extensions import db
from app.milestones.models import Milestone
from app.reports.models import Report
from app.web.forms import clean
from tests.hostile.strings import OWN, batches, ordinary_first
from tests.milestones import given
from tests.support.builders import AT
from tests.support.client import Client
from tests.support.databases import in_turn
from tests.support.in_order import holds, read_aloud
from tests.support.pages import Page

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
WORDS = "\n".join(OWN)
STEPS = {
    "starts": {"started_on": "2026-11-20"},
    "completions": {"done_on": "2026-11-20", "evidence": WORDS},
    "drops": {"reason": WORDS},
    "replannings": {"due_on": "2027-01-15", "reason": WORDS},
}
LINE = "<script>alert(1)</script> {{ 7*7 }} =1+1 '\"&amp; \u202eabc %s [x](javascript:alert(1))"


def door(cast: given.Cast, milestone: Milestone) -> str:
    return f"/plans/{cast.plan.ref}/milestones/{milestone.id}"


def is_text_only(html: str) -> bool:
    return not any(tag in html for tag in ("<script>alert", "<img src=x", 'href="javascript:', "<b>49"))


@pytest.mark.parametrize("step", ["completions", "drops", "replannings"])
def test_what_came_of_it_is_told_in_any_words(as_person: As, step: str) -> None:
    cast = given.cast()
    made = given.promised(cast.plan, name=LINE)
    champion = as_person(cast.champion)
    page = champion.submit(f"{door(cast, made)}/{step}/new", STEPS[step], to=f"{door(cast, made)}/{step}")
    assert is_text_only(page.html)
    assert "alert(1)" in page.text
    db.session.expire_all()
    kept = {"completions": made.evidence, "drops": made.drop_reason}.get(step) or made.replannings[0].reason
    assert kept == clean(WORDS)
    for path in ("/milestones", f"/plans/{cast.plan.ref}/milestones", f"/plans/{cast.plan.ref}"):
        assert is_text_only(champion.get(path).html)


@pytest.mark.parametrize("text", in_turn(OWN))
@pytest.mark.parametrize("step", ["starts", "completions", "replannings"])
def test_no_text_is_a_day_and_nothing_typed_is_lost(as_person: As, step: str, text: str) -> None:
    cast = given.cast()
    made = given.promised(cast.plan)
    day = next(name for name in STEPS[step] if name.endswith("_on"))
    page = as_person(cast.champion).post(f"{door(cast, made)}/{step}", STEPS[step] | {day: text}, expect=422)
    assert "year-month-day" in page.text or "Write" in page.text
    assert "evidence" not in STEPS[step] or "alert(1)" in page.html


def published(cast: given.Cast, champion: Client, words: str) -> tuple[Page, bytes]:
    """A report's page and its PDF."""
    cast.plan.versions[0].decided_at = AT - timedelta(days=60)
    db.session.commit()
    champion.submit("/reports/new", {"scope": "plan", "period": "year"}, to="/reports")
    ref = db.session.query(Report).one().ref
    champion.submit(f"/reports/{ref}/edit", {"title": LINE, "went_well": words, "did_not": words, "we_ask": words})
    champion.submit(f"/reports/{ref}", to=f"/reports/{ref}/publications")
    db.session.expire_all()
    return champion.get(f"/reports/{ref}"), storage.fetch(db.session.query(Report).one().pdf_sha256 or "") or b""


def test_a_published_report_prints_them(as_person: As) -> None:
    cast = given.cast()
    made = given.promised(cast.plan, name=LINE)
    champion = as_person(cast.champion)
    champion.post(f"{door(cast, made)}/completions", STEPS["completions"])
    page, paper = published(cast, champion, WORDS)
    assert is_text_only(page.html)
    assert all(holds(read_aloud(paper), words) for words in ("alert(1)", "{{ 7*7 }}"))


@pytest.mark.parametrize("batch", ordinary_first(batches()[1:], 1), ids=lambda batch: repr(batch[0][:12]))
def test_a_published_report_prints_what_others_have_collected(as_person: As, batch: list[str]) -> None:
    cast = given.cast()
    given.promised(cast.plan)
    page, paper = published(cast, as_person(cast.champion), "\n\n".join(batch))
    told = read_aloud(paper)
    assert is_text_only(page.html)
    assert [text for text in batch if text.isascii() and not holds(told, text)] == []
