"""Hostile words in a round, a request and a decision: on the pages, on the sheet, in the letter, in the log as CSV."""

import subprocess

import pytest
from flask import Flask
from time_machine import Traveller

from app.accounts.models import Role
from app.core import storage
from app.extensions import db
from app.funding.models import Decision, FundingRequest, FundingRound
from app.web.forms import clean
from tests.funding import case as cases
from tests.funding.case import Case, signing
from tests.hostile.strings import OWN, batches, ordinary_first
from tests.support import builders as make
from tests.support.client import AsPerson
from tests.support.databases import in_turn
from tests.support.in_order import holds, read_aloud

HALVES = (OWN[: len(OWN) // 2], OWN[len(OWN) // 2 :])
COLLECTED = ordinary_first(batches()[1:], 1)


@pytest.fixture
def case(app: Flask, clock: Traveller) -> Case:
    return cases.ready()


def printed(sha256: str | None) -> str:
    """The words of a stored PDF."""
    content = storage.fetch(sha256 or "")
    assert content
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=content, capture_output=True, check=True)
    return done.stdout.decode()


def one_line(texts: tuple[str, ...], most: int) -> str:
    line = ""
    for text in (" ".join(clean(each).split()) for each in texts):
        if len(line) + len(text) < most:
            line = f"{line} {text}".strip()
    return line


@pytest.mark.parametrize("texts", HALVES, ids=["first", "second"])
def test_a_request_and_its_letter_carry_any_words_as_words(
    case: Case, as_person: AsPerson, texts: tuple[str, ...]
) -> None:
    title, words = one_line(texts, 150), "\n".join(texts)
    made = cases.draft(case)
    champion, leader = as_person(case.champion), as_person(case.leader)
    champion.submit("/funding/F-7/edit", {"title": title, "for_what": words, "if_no": words})
    db.session.expire_all()
    assert (made.for_what, made.if_no) == (clean(words), clean(words))
    champion.post("/funding/F-7/submissions")
    leader.post("/funding/F-7/decisions", signing(reason=words, conditions=words))
    db.session.expire_all()
    decision = db.session.query(Decision).one()
    assert decision.reason == clean(words)
    assert "alert(1)" in printed(made.sheet_sha256)
    assert "alert(1)" in printed(decision.letter_sha256)
    for path in ("/funding", "/funding/F-7"):
        html = leader.get(path).html
        assert "<script>alert" not in html
        assert "<img src=x" not in html
        assert 'href="javascript:' not in html


@pytest.mark.parametrize("batch", COLLECTED, ids=lambda batch: repr(batch[0][:12]))
def test_a_letter_carries_what_others_have_collected(case: Case, as_person: AsPerson, batch: list[str]) -> None:
    """Every kind of file in a round's batch: on the page of the request, on its sheet, in the letter."""
    cases.submitted(case)
    leader = as_person(case.leader)
    leader.post("/funding/F-7/decisions", signing(reason="\n\n".join(batch), conditions=batch[-1]))
    db.session.expire_all()
    decision = db.session.query(Decision).one()
    told = read_aloud(storage.fetch(decision.letter_sha256 or "") or b"")
    lost = [text for text in batch if text.isascii() and not holds(told, text)]
    assert lost == []
    assert "<script>alert" not in leader.get("/funding/F-7").html


@pytest.mark.parametrize("text", OWN)
def test_each_text_alone_is_a_title_or_is_refused_with_a_reason(case: Case, as_person: AsPerson, text: str) -> None:
    browser = as_person(case.program)
    terms = {
        "name": text, "positions": "1", "money": "", "currency": "USD", "opens_on": "2026-12-01",
        "closes_on": "2026-12-20", "decide_by_on": "2027-01-10",
    }  # fmt: skip
    page = browser.ask("POST", "/funding/rounds", terms)
    kept = clean(text).strip()
    names = [found.name for found in db.session.query(FundingRound)]
    assert page.status in (303, 422)
    assert page.status == 422 or " ".join(kept.split()) in [" ".join(name.split()) for name in names]
    assert browser.get("/funding").status == 200


@pytest.mark.parametrize("text", in_turn([*OWN, "1e5", "٤١٫٠٠٠٫٠", "NaN", "41.000", "1,2,3", "9" * 400, "½"]))
def test_no_text_is_an_amount_by_accident(case: Case, as_person: AsPerson, text: str) -> None:
    cases.draft(case)
    browser = as_person(case.champion)
    asked = browser.get("/funding/F-7/edit").form("/funding/F-7/edit").values | {"positions": text, "money": text}
    page = browser.ask("POST", "/funding/F-7/edit", asked)
    assert page.status == 422
    db.session.expire_all()
    assert db.session.query(FundingRequest).one().positions == 200


def test_the_log_holds_none_of_it_and_its_table_is_safe(case: Case, as_person: AsPerson) -> None:
    cases.draft(case)
    as_person(case.champion).submit("/funding/F-7/edit", {"title": "=HYPERLINK(1)", "for_what": "secret-word"})
    auditor = make.with_role(Role.AUDITOR, case.agency)
    table = as_person(auditor).get("/events.csv").body.decode()
    assert "funding_request.saved" in table
    assert "secret-word" not in table
    assert "=HYPERLINK" not in table
