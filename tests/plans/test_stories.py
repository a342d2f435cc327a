"""Real improvement stories entered through the form: complete and unchanged on paper, or measured and refused."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from app.core import storage
from app.extensions import db
from app.plans.models import PlanVersion
from config import ROOT
from tests.plans.writing import EDIT, hand_in
from tests.support.client import Client
from tests.support.databases import in_turn
from tests.support.in_order import holds, read_aloud, shown

STORIES = ROOT.parent / "shared" / "data" / "plans" / "improvement_stories.json"
KEYS = ("problem", "customers", "today", "after", "people", "risks", "mission")
pytestmark = pytest.mark.skipif(not STORIES.is_file(), reason="the stories are not on this machine")


def stories(path: Path = STORIES) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text("utf-8")) if path.is_file() else []
    return found


def typed(story: dict[str, Any]) -> dict[str, Any]:
    """The story as somebody would spread it over the form: paragraph by paragraph, section by section."""
    paragraphs = [part for part in re.split(r"\n\s*\n", story["text"]) if part.strip()]
    size = -(-len(paragraphs) // len(KEYS))
    parts = [paragraphs[at : at + size] for at in range(0, len(paragraphs), size)]
    texts = {key: "\n\n".join(part) for key, part in zip(KEYS, parts, strict=False)}
    return {"title": story["title"], "outcome": "See below.", **texts}


@pytest.mark.parametrize("story", in_turn(stories()), ids=lambda story: story["id"])
def test_a_story_comes_out_complete_or_is_refused_with_the_meters_words(
    champion: Client, story: dict[str, Any]
) -> None:
    fields = typed(story)
    values = champion.get(EDIT).form(EDIT).values
    meter = champion.post("/plans/P-12/length-check", values | fields).json
    if meter["pages"] > 2:
        page = hand_in(champion, expect=422, follow=False, **fields)
        assert f"Too long by {meter['over_by_lines']} lines." in page.text
        assert page.form(EDIT).values["problem"].split() == fields["problem"].split()
        return
    hand_in(champion, **fields)
    version = db.session.scalars(select(PlanVersion)).one()
    assert version.pages == meter["pages"]
    told = (read_aloud(storage.fetch(version.pdf_sha256 or "") or b""), shown(champion.get("/plans/P-12/versions/1")))
    for text in fields.values():
        assert [holds(one, text) for one in told] == [True, True], text


def test_every_story_is_entered() -> None:
    assert {story["id"] for story in stories()} == {path.stem for path in (STORIES.parent / "texts").glob("*.txt")}


def test_some_stories_fit_and_some_do_not(champion: Client) -> None:
    values = champion.get(EDIT).form(EDIT).values
    pages = [champion.post("/plans/P-12/length-check", values | typed(story)).json["pages"] for story in stories()]
    assert min(pages) <= 2 < max(pages)
