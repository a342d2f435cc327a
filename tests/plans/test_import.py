"""/plans/P-12/import: choosing a Word document, looking at what would come in, saving what was chosen."""

from io import BytesIO
from typing import Any

import pytest
from sqlalchemy import func, select

from app.core.events import Event
from app.core.storage import Artefact
from app.extensions import db
from app.plans.content import LONGEST
from app.plans.models import PlanVersion
from tests.plans.conftest import WORDS, Cast
from tests.plans.documents import bent, word
from tests.plans.writing import EDIT, save
from tests.support.client import AsPerson, Client
from tests.support.pages import Page

IMPORT, IMPORTS = "/plans/P-12/import", "/plans/P-12/imports"
PLAN = (
    ("Heading 1", "Problem"), ("Normal", "Ten weeks for a paper."), ("Heading 1", "Risks"), ("Normal", WORDS["risks"]),
    ("Heading 1", "What we change"), ("List Bullet", "Sign at the counter"), ("List Bullet", "A tablet"),
    ("Heading 1", "Annex"), ("Normal", "Letters from parents."),
)  # fmt: skip


def draft() -> PlanVersion:
    return db.session.scalars(select(PlanVersion)).one()


def words(key: str) -> str:
    return next(section.words for section in draft().sections if section.key == key)


def look(client: Client, data: bytes | None = None, expect: int = 200, name: str = "plan.docx") -> Page:
    """Send a document and see the preview."""
    return client.post(IMPORT, {"file": (BytesIO(word(*PLAN) if data is None else data), name)}, expect=expect)


def choose(client: Client, page: Page, expect: int = 200, **choices: Any) -> Page:
    return client.post(
        IMPORTS, page.form(IMPORTS).values | {k.replace("_", "-"): v for k, v in choices.items()}, expect=expect
    )


def test_looking_saves_nothing_and_keeps_no_file(champion: Client) -> None:
    before = draft().saved_at
    page = look(champion)
    assert "3 sections were found." in page.text
    assert "Nothing is saved yet." in page.text
    assert (draft().saved_at, words("problem")) == (before, WORDS["problem"])
    assert db.session.scalar(select(func.count(Artefact.sha256))) == 0


def test_what_the_draft_has_stays_unless_something_else_is_chosen(champion: Client) -> None:
    page = look(champion)
    assert page.form(IMPORTS).values["take-problem"] == "keep"
    assert "The draft says the same." in page.text
    assert "Nothing was chosen" in choose(champion, page).text
    assert words("problem") == WORDS["problem"]


def test_what_is_empty_is_filled(champion: Client) -> None:
    save(champion, problem="")
    page = choose(champion, look(champion))
    assert (page.path, words("problem")) == (EDIT, "Ten weeks for a paper.")
    assert "1 section came in from Word." in page.text


def test_each_section_is_taken_put_below_or_kept(champion: Client) -> None:
    choose(champion, look(champion), take_problem="append", take_changes="append")
    assert words("problem") == f"{WORDS['problem']}\n\nTen weeks for a paper."
    assert [change.what for change in draft().changes] == [
        "One legal review instead of two", "Sign at the counter", "A tablet",
    ]  # fmt: skip
    choose(champion, look(champion), take_problem="take", take_changes="take")
    assert words("problem") == "Ten weeks for a paper."
    assert [change.what for change in draft().changes] == ["Sign at the counter", "A tablet"]


def test_what_fits_nowhere_is_listed_and_can_be_given_a_place(champion: Client) -> None:
    page = look(champion)
    values = page.form(IMPORTS).values
    assert values["left-0"] == "**Annex**\n\nLetters from parents."
    assert values["to-0"] == ""
    choose(champion, page, to_0="people")
    assert words("people") == f"{WORDS['people']}\n\n**Annex**\n\nLetters from parents."


def test_a_text_can_be_changed_before_it_is_saved(champion: Client) -> None:
    choose(champion, look(champion), take_problem="take", text_problem="Nine weeks.")
    assert words("problem") == "Nine weeks."


def test_it_is_saved_as_the_drafts_own_page_saves_it(champion: Client, cast: Cast) -> None:
    choose(champion, look(champion), take_problem="take")
    event = db.session.scalars(select(Event).where(Event.verb == "plan.saved")).one()
    assert list(event.data["parts"]) == ["problem"]
    assert "weeks" not in str(event.data)
    assert draft().saved_by_id == cast.champion.id


def test_what_somebody_saved_meanwhile_is_shown_and_asked_again(
    cast: Cast, champion: Client, as_person: AsPerson
) -> None:
    page = look(champion)
    save(as_person(cast.deputy), problem="The deputy wrote this.")
    again = choose(champion, page, expect=409, take_problem="take", take_changes="take")
    assert "The deputy wrote this." in again.text
    assert words("problem") == "The deputy wrote this."
    assert [change.what for change in draft().changes] == ["Sign at the counter", "A tablet"]
    values = again.form(IMPORTS).values
    assert (values["take-problem"], values["text-problem"]) == ("take", "Ten weeks for a paper.")
    choose(champion, again)
    assert words("problem") == "Ten weeks for a paper."


def test_saving_twice_adds_nothing_twice(champion: Client) -> None:
    page = look(champion)
    choose(champion, page, take_problem="append")
    choose(champion, page, expect=409, take_problem="append")
    assert words("problem").count("Ten weeks") == 1


@pytest.mark.parametrize(
    ("data", "name", "said"),
    [
        (b"", "empty.docx", "Choose a Word document"),
        (b"hello", "plan.docx", "not a Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "plan.doc", "old Word document"),
        (bent(word(("Normal", "x")), {"word/vbaProject.bin": b"x"}), "plan.docm", "macros"),
        (bent(word(("Normal", "x")), {"word/a.bin": bytes(20_000_000)}), "plan.docx", "far larger than a plan"),
        (b"PK" + bytes(5 * 1024 * 1024), "plan.docx", "larger than 5 MB"),
    ],
    ids=["empty", "text", "old", "macros", "bomb", "large"],
)
def test_a_file_that_cannot_be_taken_is_refused_beside_it(champion: Client, data: bytes, name: str, said: str) -> None:
    page = look(champion, data, expect=422, name=name)
    assert said in page.errors["file"]
    assert words("problem") == WORDS["problem"]


def test_without_a_file_it_says_what_to_choose(champion: Client) -> None:
    assert "Choose a Word document" in champion.post(IMPORT, expect=422).errors["file"]


def test_too_much_is_refused_beside_its_text_and_nothing_is_lost(champion: Client) -> None:
    long = "a" * LONGEST + "b"
    lines = "\n".join(f"Change {number}" for number in range(9))
    choices = {"take_problem": "take", "text_problem": long, "take_changes": "take", "text_changes": lines}
    page = choose(champion, look(champion), expect=422, **choices)
    assert "100,001" in page.text
    assert "at most 8 changes; these are 9" in page.text
    assert page.form(IMPORTS).values.items() >= {"text-problem": long, "text-changes": lines}.items()
    assert words("problem") == WORDS["problem"]


def test_damaged_fields_change_nothing_that_was_not_seen(champion: Client) -> None:
    champion.post(IMPORTS, {"take-problem": "steal", "text-problem": "Mine", "to-0": "nowhere", "left-0": "x"})
    champion.post(IMPORTS, {"take-problem": "take", "text-problem": "Mine", "lock-problem": "damaged"}, expect=409)
    champion.post(IMPORTS, {"take-problem": "take", "text-problem": "Mine"}, expect=409)
    assert words("problem") == WORDS["problem"]


def test_markup_from_word_is_text(champion: Client) -> None:
    page = look(champion, word(("Heading 1", "Problem"), ("Normal", "<script>alert(1)</script> \u202e {{ 7*7 }}")))
    choose(champion, page, take_problem="take")
    assert words("problem").startswith("<script>alert(1)</script>")
    assert champion.get(EDIT).status == 200


def test_others_may_not_bring_anything_in(cast: Cast, as_person: AsPerson) -> None:
    for person, refused in ((cast.program, 403), (cast.auditor, 403), (cast.colleague, 404), (cast.leader, 404)):
        client = as_person(person)
        client.get(IMPORT, expect=refused)
        look(client, expect=refused)
        client.post(IMPORTS, {"take-title": "take", "text-title": "Mine"}, expect=refused)
    as_person(cast.champion).get(IMPORTS, expect=405)
    as_person(cast.champion).post(IMPORTS, {"text-title": "Mine"}, csrf=False, expect=400)
    assert words("title") == WORDS["title"]


def test_a_submitted_version_takes_nothing_more(champion: Client) -> None:
    page = look(champion)
    champion.post("/plans/P-12/submissions")
    assert champion.get(IMPORT).path == "/plans/P-12"
    look(champion, expect=409)
    choose(champion, page, expect=409, take_problem="take")
    assert words("problem") == WORDS["problem"]
