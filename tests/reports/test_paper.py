"""A report's PDF: tagged, titled, in its language, with texts for its charts and heads for its tables."""

from datetime import date
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from flask import Flask
from sqlalchemy import delete
from time_machine import Traveller

from app.extensions import db
from app.milestones.models import State as MilestoneState
from app.plans.models import VersionMeasure
from app.reports import rendering
from app.reports.gather import gather
from app.reports.models import Report, Scope
from tests.reports.given import World, world
from tests.support import builders as make
from tests.support.builders import AT

TITLES = {
    "en": "Orders in one day",
    "el": "Αποφάσεις σε μία ημέρα",
    "ar": "أوامر في يوم واحد",
    "th": "คำสั่งในวันเดียว",
    "tr": "Kararlar bir günde, ığüşçö İ",
    "zh": "裁定一天办结",
}


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    made = world()
    make.milestone(made.plan, "First desk", due=date(2026, 11, 1))
    make.milestone(made.plan, "Done", due=date(2026, 5, 1), state=MilestoneState.DONE, done_on=date(2026, 5, 1))
    return made


def printed(app: Flask, given: World, language: str) -> Any:
    report = make.save(
        Report(
            number=1, scope=Scope.PLAN, plan_id=given.plan.id, office_id=given.office.id, cycle_id=given.cycle.id,
            period_start=date(2026, 1, 1), period_end=date(2026, 11, 22), language=language, title=TITLES[language],
            author_id=given.champion.id, created_at=AT, did_not=TITLES[language], went_well="", we_ask="",
        )
    )  # fmt: skip
    with app.test_request_context("/"):
        return rendering.finished(gather(report, AT))


def tags(node: Any, found: Any) -> Any:
    """Every structure element, in order."""
    if isinstance(node, pikepdf.Array):
        for child in node:
            tags(child, found)
    elif isinstance(node, pikepdf.Dictionary):
        if "/S" in node:
            found.append((str(node.S), str(node.get("/Alt", ""))))
        if "/K" in node:
            tags(node.K, found)
    return found


@pytest.mark.parametrize("language", TITLES)
def test_paper_in_six_scripts(app: Flask, given: World, language: str) -> None:
    made = printed(app, given, language)
    with pikepdf.open(BytesIO(made.pdf)) as pdf:
        assert str(pdf.Root.Lang) == language
        assert TITLES[language] in str(pdf.docinfo["/Title"])
        found = tags(pdf.Root.StructTreeRoot.K, [])
        assert len(pdf.pages) == made.pages <= 3
    names = [name for name, _ in found]
    assert names.count("/H1") == 1
    assert names.count("/TH") == 5  # three heads of columns, two of rows
    assert all(alt for name, alt in found if name == "/Figure")


def test_the_same_facts_give_the_same_bytes(app: Flask, given: World) -> None:
    report = printed(app, given, "en")
    facts = gather(db.session.get_one(Report, 1), AT)
    with app.test_request_context("/"):
        again = rendering.finished(facts)
    assert (again.pdf, again.page_html, again.content_hash) == (report.pdf, report.page_html, report.content_hash)


def test_a_plan_without_measures_says_so(app: Flask, given: World) -> None:
    db.session.execute(delete(VersionMeasure))
    assert "No measure is part of it yet." in printed(app, given, "en").page_html
