"""Two people write at once: nothing is lost, and who comes second sees both texts and chooses."""

from typing import Any

import pytest
from sqlalchemy import select

from app.extensions import db
from app.plans.models import PlanVersion
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import EDIT, named
from tests.support.client import AsPerson, Client

Two = tuple[Client, Client]


@pytest.fixture
def two(cast: Cast, champion: Client, as_person: AsPerson) -> Two:
    """The champion and the deputy; both have the draft open before the first saves."""
    deputy = as_person(cast.deputy)
    for client in (champion, deputy):
        client.get(EDIT)
    return champion, deputy


def send(client: Client, expect: int = 200, **fields: Any) -> None:
    """Save what stands on the page that this browser shows."""
    assert client.last is not None
    client.post(EDIT, client.last.form(EDIT).values | named(fields), expect=expect)


def version() -> PlanVersion:
    return db.session.scalars(select(PlanVersion)).one()


def words(key: str) -> str:
    return next(section.words for section in version().sections if section.key == key)


def test_different_sections_are_both_saved(two: Two) -> None:
    first, second = two
    send(first, outcome="The first one's outcome")
    send(second, risks="The second one's risks")
    assert (words("outcome"), words("risks")) == ("The first one's outcome", "The second one's risks")


def test_the_second_sees_both_texts_and_nothing_is_overwritten(two: Two) -> None:
    first, second = two
    send(first, outcome="Theirs")
    send(second, outcome="Mine", risks="Mine too", expect=409)
    page = second.last
    assert page is not None
    assert "Theirs" in page.text
    assert page.form(EDIT).values["outcome"] == "Mine"
    assert "Dana Whitfield" in page.text
    assert (words("outcome"), words("risks")) == ("Theirs", "Mine too")


def test_without_a_choice_the_question_comes_again(two: Two) -> None:
    first, second = two
    send(first, outcome="Theirs")
    send(second, outcome="Mine", expect=409)
    send(second, expect=409)
    assert words("outcome") == "Theirs"


@pytest.mark.parametrize(("whose", "stays"), [("mine", "Mine"), ("theirs", "Theirs")])
def test_the_chosen_text_stays(two: Two, whose: str, stays: str) -> None:
    first, second = two
    send(first, outcome="Theirs")
    send(second, outcome="Mine", expect=409)
    choose(second, "outcome", whose)
    assert words("outcome") == stays


def test_a_choice_about_an_older_text_is_asked_again(two: Two) -> None:
    first, second = two
    send(first, outcome="Theirs")
    send(second, outcome="Mine", expect=409)
    send(first, outcome="Theirs, second thought")
    choose(second, "outcome", "mine", expect=409)
    assert words("outcome") == "Theirs, second thought"


def test_after_a_conflict_the_saved_parts_do_not_conflict_with_themselves(two: Two) -> None:
    first, second = two
    send(first, outcome="Theirs")
    send(second, outcome="Mine", risks="One", expect=409)
    choose(second, "outcome", "theirs", risks="Two")
    assert words("risks") == "Two"


def test_the_same_text_twice_is_no_conflict(two: Two) -> None:
    first, second = two
    for client in two:
        send(client, outcome="The same")
    assert words("outcome") == "The same"
    del first, second


def test_changes_days_and_channels_are_guarded_alike(cast: Cast, two: Two) -> None:
    first, second = two
    send(first, changes_0_what="Theirs", today_days="50", channels=str(cast.phone.id))
    send(second, changes_0_what="Mine", today_days="40", channels=str(cast.web.id), expect=409)
    page = second.last
    assert page is not None
    assert {name for name in page.form(EDIT).names if name.startswith("keep-")} == {
        "keep-changes", "keep-days", "keep-channels",
    }  # fmt: skip
    assert "50 days now" in page.text
    assert [change.what for change in version().changes] == ["Theirs"]
    others: dict[str, Any] = {
        "keep-days": f"theirs-{stamp(second, 'days')}",
        "keep-channels": f"mine-{stamp(second, 'channels')}",
    }
    choose(second, "changes", "mine", **others)
    assert [change.what for change in version().changes] == ["Mine"]
    assert (version().today_days, [channel.id for channel in version().channels]) == (50, [cast.web.id])


def test_submitting_over_a_conflict_submits_nothing(two: Two) -> None:
    first, second = two
    send(first, outcome="Theirs")
    assert second.last is not None
    values = second.last.form(EDIT).values | {"outcome": "Mine"}
    page = second.post("/plans/P-12/submissions", values, expect=409)
    assert page.form(EDIT).values["outcome"] == "Mine"
    assert (version().state, words("outcome")) == ("draft", "Theirs")


def test_clearing_a_text_that_somebody_wrote_meanwhile_is_a_conflict_too(two: Two) -> None:
    first, second = two
    send(first, outcome="Theirs, longer")
    send(second, outcome="", expect=409)
    assert words("outcome") == "Theirs, longer"
    assert WORDS["outcome"] != "Theirs, longer"


def test_a_program_that_knows_no_stamps_replaces_only_what_its_sender_wrote(two: Two) -> None:
    first, second = two
    first.post(EDIT, {"outcome": "Mine"}, expect=409)  # who wrote the text that stands there is not known
    first.get(EDIT)
    send(first, outcome="Mine", today_days="60")
    first.post(EDIT, {"outcome": "Mine again", "today_days": "50", "title": WORDS["title"]})
    assert (words("outcome"), version().today_days, version().after_days) == ("Mine again", 50, 1)
    second.post(EDIT, {"outcome": "Theirs", "today_days": "40"}, expect=409)
    second.post("/plans/P-12/submissions", {"title": WORDS["title"], "outcome": "Theirs"}, expect=409)
    assert (words("outcome"), version().today_days, version().state) == ("Mine again", 50, "draft")
    send(first, risks="Mine")
    second.get(EDIT)
    send(second, risks="Theirs now")
    first.post(EDIT, {"risks": "Mine once more"}, expect=409)
    assert words("risks") == "Theirs now"
    first.get(EDIT)
    send(first, risks="Theirs now, and mine")
    first.post(EDIT, {"risks": "Mine alone"}, expect=409)  # what two wrote is nobody's own
    assert words("risks") == "Theirs now, and mine"


def test_a_page_of_words_that_were_sent_blindly_does_not_say_that_those_beneath_were_seen(two: Two) -> None:
    first, second = two
    send(second, outcome="Theirs")
    first.post(EDIT, {"outcome": "Mine", "today_days": "x"}, expect=422)
    send(first, today_days="50", expect=409)
    assert words("outcome") == "Theirs"


def stamp(client: Client, key: str) -> str:
    assert client.last is not None
    found = client.last.one(f"input[@id='keep-{key}-mine']").get("value") or ""
    return found.removeprefix("mine-")


def choose(client: Client, key: str, whose: str, expect: int = 200, **fields: Any) -> None:
    chosen: dict[str, Any] = {f"keep-{key}": f"{whose}-{stamp(client, key)}"}
    send(client, expect, **chosen, **fields)
