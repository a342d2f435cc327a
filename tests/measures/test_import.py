"""A pasted table: preview, then saving exactly what it showed."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from app.accounts.models import Person
from app.extensions import db
from app.measures import queries
from tests.measures import given
from tests.support.client import Client
from tests.support.pages import Page

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
HOSTILE = Path(__file__).resolve().parents[3] / "shared" / "data" / "adversarial" / "naughty_strings.json"
TABLE = "month;value\n2026-08;6\n2026-09;5\n2026-10;4,5"


def door(cast: given.Cast) -> str:
    return f"/measures/{cast.measure.ref}/observation-imports"


def values(cast: given.Cast) -> list[float]:
    db.session.expire_all()
    return [float(row.value) for row in queries.current([cast.measure.id])]


def preview(browser: Client, cast: given.Cast, text: str) -> Page:
    return browser.submit(f"{door(cast)}/new", {"text": text}, to=door(cast))


def confirmed(page: Page) -> dict[str, str]:
    """The fields of the form that saves."""
    return next(form.values for form in page.forms if form.values.get("confirm"))


def test_the_preview_saves_nothing_and_the_second_step_saves_all(as_person: As) -> None:
    cast = given.cast()
    browser = as_person(cast.owner)
    page = preview(browser, cast, TABLE)
    assert "3 new numbers" in page.text
    assert values(cast) == []
    browser.post(door(cast), confirmed(page))
    assert values(cast) == [6, 5, 4.5]
    assert cast.measure.latest == pytest.approx(4.5)


def test_a_table_says_itself_how_it_writes_numbers(as_person: As) -> None:
    cast = given.cast()
    browser = as_person(cast.owner)
    text = "2026-09;41.000\n2026-10;2.125"
    page = preview(browser, cast, text)
    assert "2 lines cannot be saved" in page.text
    page = browser.submit(f"{door(cast)}/new", {"text": text, "decimal": "."}, to=door(cast))
    browser.post(door(cast), confirmed(page))
    assert values(cast) == [41, 2.125]


def test_others_may_neither_look_nor_save(as_person: As) -> None:
    cast = given.cast()
    for person in (cast.stranger, cast.colleague, cast.auditor):
        as_person(person).get(f"{door(cast)}/new", expect=403)
        as_person(person).post(door(cast), {"text": TABLE, "confirm": "yes"}, expect=403)
    as_person(cast.owner).get(door(cast), expect=405)
    assert values(cast) == []


def test_repeating_the_save_changes_nothing(as_person: As) -> None:
    cast = given.cast()
    browser = as_person(cast.owner)
    fields = confirmed(preview(browser, cast, TABLE))
    browser.post(door(cast), fields)
    page = browser.post(door(cast), fields)
    assert "They are all there already" in page.text
    assert values(cast) == [6, 5, 4.5]


def test_a_bad_line_is_named_and_only_the_good_ones_are_saved_by_choice(as_person: As) -> None:
    cast = given.cast()
    browser = as_person(cast.owner)
    page = preview(browser, cast, "2026-08;6\n2026-09;five\n2026-08;7")
    assert "“five” is not a number" in page.text
    assert "stands in line 1 already" in page.text
    assert "Save the good line" in page.text
    browser.post(door(cast), confirmed(page))
    assert values(cast) == [6]


def test_replaced_numbers_are_shown_and_need_a_reason(as_person: As) -> None:
    cast = given.cast()
    given.months(cast.measure, [6, 9], cast.owner, first=date(2026, 8, 1))
    browser = as_person(cast.owner)
    page = preview(browser, cast, TABLE)
    assert "Replaces 9 days" in page.text
    assert "1 is there already" in page.text
    fields = confirmed(page)
    again = browser.post(door(cast), fields, expect=422)
    assert "Write why the numbers are replaced" in again.text
    browser.post(door(cast), {**confirmed(again), "reason": "The system was wrong in September"})
    assert values(cast) == [6, 5, 4.5]


def test_what_changed_since_the_preview_is_shown_again_before_anything_is_saved(as_person: As) -> None:
    cast = given.cast()
    browser = as_person(cast.owner)
    fields = confirmed(preview(browser, cast, TABLE))
    given.months(cast.measure, [8], cast.champion, first=date(2026, 9, 1))
    page = browser.post(door(cast), fields, expect=422)
    assert "Numbers were recorded since you looked" in page.text
    assert "Replaces 8 days" in page.text
    assert values(cast) == [8]


def test_a_heading_that_is_not_known_keeps_the_text(as_person: As) -> None:
    cast = given.cast()
    page = as_person(cast.owner).post(door(cast), {"text": "month;colour\n2026-10;4"}, expect=422)
    assert "“colour” is not known" in page.text
    assert "2026-10;4" in page.form(door(cast)).values["text"]


@pytest.mark.skipif(not HOSTILE.exists(), reason="the hostile inputs are not on this machine")
def test_hostile_strings_are_shown_as_text_or_refused(as_person: As) -> None:
    cast = given.cast()
    browser = as_person(cast.owner)
    strings = [text for text in json.loads(HOSTILE.read_text(encoding="utf-8")) if text.strip()]
    for start in range(0, len(strings), 100):
        rows = "\n".join(f"2026-10;{text}" for text in strings[start : start + 100])
        page = browser.post(door(cast), {"text": rows})
        assert "<script>alert" not in page.html
    assert values(cast) == []
