"""Any text, however hostile, is stored and shown as text, measured, and printed or refused; never an error."""

from typing import Any
from urllib.parse import urlencode

import pytest
from sqlalchemy import select

from app.extensions import db
from app.plans import frozen
from app.plans.models import PlanVersion
from app.web.forms import clean
from tests.hostile import strings
from tests.hostile.strings import ordinary_first
from tests.plans.conftest import WORDS
from tests.plans.writing import EDIT, SUBMISSIONS, save
from tests.support.client import Client
from tests.support.in_order import holds, read_aloud

OWN = (
    "<b>x</b>",
    "%s %(x)s {{ 7*7 }}",
    "A" * 5000,
    "\u202eabc",
    "a\u0301" * 300,
    "]]>--><!--",
    "\\A \\0",
    "- " * 400,
    "[" * 2000,
)


BATCHES = ordinary_first([[*OWN, *strings.OWN], *strings.batches()[1:]], 3)


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: repr(batch[0][:12]))
def test_hostile_strings_in_every_field(champion: Client, batch: list[str]) -> None:
    per_field = [batch[at :: len(WORDS)] for at in range(len(WORDS))]
    fields: dict[str, Any] = {key: " \n".join(texts) or "x" for key, texts in zip(WORDS, per_field, strict=True)}
    save(champion, changes_0_what=batch[0], changes_0_rule_owner=batch[-1], **fields)
    version = db.session.scalars(select(PlanVersion)).one()
    stored = {section.key: section.words for section in version.sections}
    values = champion.get(EDIT).form(EDIT).values
    assert {key: values[key].split() for key in WORDS} == {key: stored[key].split() for key in WORDS}
    for path in ("/plans/P-12", "/plans/P-12/preview", "/plans/P-12/versions/1", "/plans"):
        champion.get(path)
    told = read_aloud(champion.get("/plans/P-12.pdf?draft=1").body)
    assert [text for text in batch if text.isascii() and not holds(told, clean(text))] == []
    answer = champion.ask("POST", SUBMISSIONS, {})
    assert answer.status in (303, 422)


@pytest.mark.parametrize("batch", BATCHES, ids=lambda batch: repr(batch[0][:12]))
def test_a_submitted_plan_with_hostile_strings_is_found_listed_and_frozen(champion: Client, batch: list[str]) -> None:
    """Short enough to fit, so that it is frozen: each string in a field of its own turn, the title among them."""
    for text in [" ".join(one.split())[:400] for one in batch[::12]]:
        save(champion, title=text or "x", outcome=text or "x", problem=text or "x", changes_0_what=text or "x")
        for path in ("/plans", f"/plans?{urlencode({'q': text[:150]})}", f"/search?{urlencode({'q': text[:150]})}"):
            champion.get(path)
    answer = champion.ask("POST", SUBMISSIONS, {})
    assert answer.status in (303, 422)
    if answer.status == 422:
        return
    version = db.session.scalars(select(PlanVersion)).one()
    sheet = frozen.from_json(version.frozen or {})
    assert frozen.content_hash(sheet) == version.content_hash
    assert sheet.title == {section.key: section.words for section in version.sections}["title"]
    champion.get("/plans/P-12/versions/1")
    assert champion.get("/plans/P-12/versions/1.pdf").body.startswith(b"%PDF-")


def test_a_row_whose_number_is_longer_than_any_of_ours_is_left_alone(champion: Client) -> None:
    save(champion, outcome="An answer within a day")
    answer = champion.ask("POST", EDIT, {"outcome": "An answer at once", f"changes-{'9' * 5_000}-what": "One form"})
    assert answer.status in (303, 409)
