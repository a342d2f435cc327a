"""POST /plans/P-12/length-check: the meter, while one types."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from app.core import pdf
from app.core.events import Event
from app.extensions import db
from app.milestones.models import State
from app.plans import measuring
from app.plans.content import LONGEST
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import EDIT, TOO_LONG, hand_in, words_of
from tests.support import builders
from tests.support.client import AsPerson, Client

CHECK = "/plans/P-12/length-check"


def check(client: Client, expect: int = 200, **fields: str) -> dict:  # type: ignore[type-arg]
    values = client.get(EDIT).form(EDIT).values | fields
    found: dict = client.post(CHECK, values, expect=expect).json  # type: ignore[type-arg]
    return found


def test_it_answers_pages_fill_lines_and_longest_sections(champion: Client) -> None:
    found = check(champion)
    assert (found["pages"], found["limit"], found["over_by_lines"]) == (1, 2, 0)
    assert 0 < found["fill"] < 0.5
    assert found["room_lines"] > 40
    assert {"key", "label", "lines"} == set(found["sections"][0])


def test_it_says_how_much_is_too_much_and_where(champion: Client) -> None:
    found = check(champion, outcome=TOO_LONG)
    assert found["pages"] > 2
    assert found["fill"] > 1
    assert found["over_by_lines"] > 0
    assert (found["sections"][0]["key"], found["room_lines"]) == ("outcome", 0)


def test_a_text_that_no_printer_takes_whole_is_at_least_as_long_as_its_beginning(champion: Client) -> None:
    longest = ("It waits for a stamp. " * 5_000)[: LONGEST - 1] + "."
    texts: dict[str, Any] = {"problem": longest, "risks": "Kept"}
    found = check(champion, **texts)
    said = f"Too long by at least {found['over_by_lines']} lines. Shorten What drives customers crazy."
    assert (found["pages"] > 2, found["fill"] > 1, found["sentence"]) == (True, True, said)
    page = champion.submit(EDIT, texts, to=EDIT, press="measure=1")
    assert said in page.text
    page = hand_in(champion, expect=422, **texts)
    assert said.removesuffix(".") in page.errors["problem"]
    values = page.form(EDIT).values
    assert (values["problem"], values["risks"]) == tuple(texts.values())


def test_of_texts_that_no_printer_takes_whole_the_longest_is_named(champion: Client) -> None:
    texts: dict[str, Any] = {"problem": "It waits for a stamp. " * 450, "risks": "A parent withdraws. " * 4_700}
    found = check(champion, **texts)
    assert "Shorten Risks" in found["sentence"]
    assert [section["key"] for section in found["sections"]][:2] == ["risks", "problem"]
    assert found["sections"][0]["lines"] > found["sections"][1]["lines"]
    assert "Shorten Risks" in hand_in(champion, expect=422, **texts).errors["risks"]


def test_it_saves_nothing(champion: Client) -> None:
    check(champion, title="Only looking")
    assert champion.get(EDIT).form(EDIT).values["title"] == WORDS["title"]
    assert db.session.scalar(select(func.count(Event.id))) == 0


def test_days_that_are_no_number_do_not_stop_it(champion: Client) -> None:
    assert check(champion)["left_out"] == ""
    found = check(champion, today_days="seven")
    assert (found["pages"], found["left_out"]) == (1, "Measured without what cannot be read: Days it takes now.")
    page = champion.submit(EDIT, {"today_days": "seven"}, to=EDIT, expect=422)
    assert "It fits, with room for about" in page.text
    assert "Measured without what cannot be read: Days it takes now." in page.text


def test_what_is_missing_follows_what_was_typed(champion: Client) -> None:
    assert "is empty; worth a line" not in check(champion)["lacks"]
    assert 'href="#part-risks"' in check(champion, risks="")["lacks"]


def test_milestones_past_the_eighth_are_counted_on_paper(cast: Cast, champion: Client) -> None:
    for month in range(1, 9):
        builders.milestone(cast.plan, due=date(2027, month, 1))
    without = check(champion)["fill"]
    for month in range(9, 13):
        builders.milestone(cast.plan, due=date(2027, month, 1))
    builders.milestone(cast.plan, due=date(2027, 12, 1), state=State.DROPPED)
    assert check(champion)["fill"] > without
    said = "and 4 more, in the plan’s milestones"
    assert said in champion.get("/plans/P-12/preview").text
    hand_in(champion)
    assert said in words_of(champion.get("/plans/P-12/versions/1.pdf").body)


def test_only_the_team_may_ask(cast: Cast, as_person: AsPerson) -> None:
    as_person(cast.program).post(CHECK, WORDS, expect=403)
    as_person(cast.colleague).post(CHECK, WORDS, expect=404)
    as_person(cast.champion).get(CHECK, expect=405)
    as_person(cast.champion).post(CHECK, WORDS, csrf=False, expect=400)


def test_a_busy_printer_is_said_so(champion: Client, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def busy(*_args: object, **_more: object) -> None:
        raise pdf.Busy("test")

    form = champion.get(EDIT).form(EDIT)
    monkeypatch.setattr(pdf, "measure", busy)
    answer = champion.post(CHECK, form.values | {"title": "Something new"}, expect=503)
    assert "Nothing is lost" in answer.json["error"]


def test_texts_that_cannot_fit_are_laid_out_one_at_a_time(champion: Client) -> None:
    """They take seconds each: who sends many at once keeps nobody else waiting."""
    form, long = champion.get(EDIT).form(EDIT), {"problem": "word " * 3_200}
    with measuring.LONG_ONES:  # another thread lays one out
        assert "Nothing is lost" in champion.post(CHECK, form.values | long, expect=503).json["error"]
        assert champion.post(CHECK, form.values | {"title": "Something short"}).json["pages"] == 1
    assert champion.post(CHECK, form.values | long).json["pages"] > 2


def test_the_edit_page_stands_without_a_measurement(champion: Client, monkeypatch) -> None:  # type: ignore[no-untyped-def]
    def busy(*_args: object, **_more: object) -> None:
        raise pdf.TooSlow("test")

    monkeypatch.setattr(pdf, "measure", busy)
    page = champion.submit(EDIT, {"title": "Never measured"}, to=EDIT, press="measure=1")
    assert "cannot be measured just now" in page.text
    assert page.form(EDIT).values["title"] == "Never measured"


@pytest.mark.once("postgresql")  # lines are counted by the printer
def test_meter_and_paper_agree_at_the_boundary(champion: Client) -> None:
    """The longest text that the meter lets through is accepted, and one line more is refused."""

    def text(lines: int) -> str:
        return "\n\n".join(f"Line {number} says what waits." for number in range(lines))

    fits, over = 1, 200
    while over - fits > 1:
        middle = (fits + over) // 2
        fits, over = (middle, over) if check(champion, risks=text(middle))["pages"] <= 2 else (fits, middle)
    assert check(champion, risks=text(over))["over_by_lines"] >= 1
    page = hand_in(champion, expect=422, risks=text(over))
    assert "Too long by" in page.text
    page = hand_in(champion, risks=text(fits))
    assert page.path == "/plans/P-12"
    assert "2 pages" in page.text
