"""/cycles/1/sections: what a cycle's sections are called, hint at and may hold; drafts follow, what is frozen stays."""

from typing import Any

import pytest
from sqlalchemy import select

from app.champions.models import Cycle, CycleState
from app.core import storage
from app.extensions import db
from app.plans import counting, frozen, sections
from app.plans.models import PlanVersion
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import EDIT, hand_in, save, words_of
from tests.support import builders
from tests.support.client import AsPerson, Client

EXAMPLE = "An example that was accepted in an earlier cycle."


def path(cast: Cast) -> str:
    return f"/cycles/{cast.cycle.id}/sections"


def rule(client: Client, cast: Cast, expect: int = 200, **fields: Any) -> Any:
    return client.submit(path(cast), fields, to=path(cast), expect=expect)


def test_a_draft_follows_names_hints_and_budgets(cast: Cast, champion: Client, program: Client) -> None:
    rule(program, cast, risks_name="What could go wrong", risks_hint="Be honest.", risks_budget="3")
    page = champion.get(EDIT)
    assert "What could go wrong" in page.text
    assert "Be honest." in page.text
    assert "7 words; about 3 fit" in page.text
    assert "What could go wrong" in champion.get("/plans/P-12/preview").text


def test_a_section_of_ones_own_is_written_printed_and_kept(cast: Cast, champion: Client, program: Client) -> None:
    assert "own1" not in champion.get(EDIT).form(EDIT).names
    rule(program, cast, own1_name="Accessibility", own1_hint="Who could be left out?")
    save(champion, own1="Blind parents get a call.")
    hand_in(champion)
    version = db.session.scalars(select(PlanVersion)).one()
    sheet = frozen.from_json(version.frozen or {})
    assert (sheet.own1, sheet.name("own1")) == ("Blind parents get a call.", "Accessibility")
    pdf = words_of(storage.fetch(version.pdf_sha256 or "") or b"")
    assert "Accessibility Blind parents get a call." in pdf


def test_what_was_handed_in_keeps_its_names(cast: Cast, champion: Client, program: Client) -> None:
    rule(program, cast, risks_name="Old name")
    hand_in(champion)
    rule(program, cast, risks_name="New name")
    text = champion.get("/plans/P-12/versions/1").text
    assert "Old name" in text
    assert "New name" not in text


def test_a_hidden_section_is_not_asked_for_and_does_not_print(cast: Cast, champion: Client, program: Client) -> None:
    save(champion, customers="")
    rule(program, cast, customers_hidden="y", people_hidden="y")
    page = champion.get(EDIT)
    assert "customers" not in page.form(EDIT).names
    assert page.form(EDIT).values["people"] == WORDS["people"]
    assert "no longer asked for" in page.text
    assert WORDS["people"] not in champion.get("/plans/P-12/preview").text
    save(champion, people="")
    assert "people" not in champion.get(EDIT).form(EDIT).names


def test_required_sections_cannot_be_hidden(cast: Cast, program: Client) -> None:
    assert "title_hidden" not in program.get(path(cast)).form(path(cast)).names
    values = program.get(path(cast)).form(path(cast)).values
    program.post(path(cast), values | {"title_hidden": "y", "problem_hidden": "y"})
    assert db.session.get_one(Cycle, cast.cycle.id).section_rules == {}


def test_words_in_other_languages_stay(cast: Cast, program: Client) -> None:
    rule(program, cast, risks_name="What could go wrong")
    arabic = f"{path(cast)}?words=ar"
    values = program.get(arabic).form(path(cast)).values
    assert values["risks_name"] == ""
    program.post(arabic, values | {"risks_name": "المخاطر"})
    kept = db.session.get_one(Cycle, cast.cycle.id).section_rules
    assert {language: words["name"] for language, words in kept["risks"]["words"].items()} == {
        "en": "What could go wrong", "ar": "المخاطر",
    }  # fmt: skip
    assert sections.ruled(kept, "ar")["risks"].name == "المخاطر"


def test_another_cycle_keeps_its_own(cast: Cast, champion: Client, program: Client) -> None:
    other = builders.cycle("Cycle 2027")
    program.submit(f"/cycles/{other.id}/sections", {"risks_name": "Elsewhere"}, to=f"/cycles/{other.id}/sections")
    assert "Elsewhere" not in champion.get(EDIT).text


@pytest.mark.parametrize(
    ("field", "value"),
    [("risks_name", "x" * 61), ("risks_hint", "x" * 301), ("risks_budget", "many"), ("risks_budget", "9" * 99)],
)
def test_bad_input_is_refused_beside_the_field(cast: Cast, program: Client, field: str, value: str) -> None:
    page = rule(program, cast, expect=422, **{field: value, "people_name": "Kept"})
    assert page.errors[field]
    assert page.form(path(cast)).values["people_name"] == "Kept"
    assert db.session.get_one(Cycle, cast.cycle.id).section_rules == {}


def test_an_error_names_its_section(cast: Cast, program: Client) -> None:
    page = rule(program, cast, expect=422, risks_budget="many")
    assert "Risks, and how we roll back: Words, about: Write a whole number from 1 to" in page.text


def test_two_at_once_see_both(cast: Cast, program: Client) -> None:
    stale = program.get(path(cast)).form(path(cast)).values
    rule(program, cast, risks_name="Theirs")
    page = program.post(path(cast), stale | {"risks_name": "Mine"}, expect=409)
    assert "Theirs" in page.text
    assert page.form(path(cast)).values["risks_name"] == "Mine"
    program.post(path(cast), page.form(path(cast)).values)
    assert db.session.get_one(Cycle, cast.cycle.id).section_rules["risks"]["words"]["en"]["name"] == "Mine"


def test_saving_the_same_again_says_nothing_new(cast: Cast, program: Client) -> None:
    for _ in range(2):
        rule(program, cast, risks_name="Once")
    assert db.session.get_one(Cycle, cast.cycle.id).lock == 2


def test_only_the_program_office_while_the_cycle_runs(cast: Cast, program: Client, as_person: AsPerson) -> None:
    for person in (cast.champion, cast.leader, cast.colleague):
        as_person(person).get(path(cast), expect=403)
        as_person(person).post(path(cast), {"risks_name": "Mine"}, expect=403)
    cast.cycle.state = CycleState.CLOSED
    builders.save(cast.cycle)
    program.post(path(cast), {"risks_name": "Late"}, expect=403)


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0), ("one two", 2), ("- one\n- two —", 2), ("两位审核员", 5), ("ขึ้นดอยเดือนละสองครั้ง", 5),
        ("Bring 3 forms", 3), ("a 你好 b", 4),
    ],
)  # fmt: skip
def test_words_are_counted_as_people_count_them(text: str, count: int) -> None:
    assert counting.words(text) == count
