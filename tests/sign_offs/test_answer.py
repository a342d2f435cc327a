"""POST .../words: agree, agree if, cannot; and whether a condition is met, as the team and the owner say."""

import pytest

from app.core.events import Event
from app.extensions import db
from app.plans.models import VersionState
from app.sign_offs.models import State, Word
from tests.sign_offs.conftest import PAGE, Cast, ask, of, say, take_back, told, version
from tests.support.client import AsPerson, Client

WORDS = "The form keeps what people typed for 24 hours."


@pytest.fixture
def one(cast: Cast) -> str:
    """The page of the phone's sign-off."""
    ask(cast)
    return f"{PAGE}/{of(cast.phone).id}"


def test_an_owner_agrees_and_the_team_hears(cast: Cast, one: str, marcus: Client) -> None:
    marcus.submit(one, {"word": "agree"}, to=f"{one}/words")
    assert (of(cast.phone).word, of(cast.phone).state) == (Word.AGREE, State.GIVEN)
    assert told(cast.champion) == ["sign_off_given"]
    event = db.session.query(Event).filter_by(verb="sign_off.given").one()
    assert event.data["word"] == "agree"


def test_a_condition_and_a_refusal_need_words_and_nothing_is_lost(cast: Cast, one: str, marcus: Client) -> None:
    page = marcus.submit(one, {"word": "agree_if", "rests_on": ["changes"]}, to=f"{one}/words", expect=422)
    assert "Write your condition or your reason" in page.text
    assert page.form(f"{one}/words").values["word"] == "agree_if"
    page = marcus.post(f"{one}/words", {"words": WORDS}, expect=422)
    assert "Choose your word." in page.text
    assert WORDS in page.text
    page = marcus.post(f"{one}/words", {"word": "agree", "lock": of(cast.phone).lock}, expect=422)
    assert "Choose at least one part" in page.text
    assert of(cast.phone).word is None


def test_others_are_refused(cast: Cast, one: str, marcus: Client, champion: Client, as_person: AsPerson) -> None:
    for person, status in ((cast.gerd, 403), (cast.head, 403), (cast.champion, 403), (cast.stranger, 404)):
        as_person(person).post(f"{one}/words", {"word": "agree"}, expect=status)
    marcus.get(f"{one}/words", expect=405)
    assert of(cast.phone).word is None


def test_a_word_from_an_old_page_shows_what_is_there_and_keeps_what_was_typed(
    cast: Cast, one: str, marcus: Client
) -> None:
    body = {"word": "cannot", "words": WORDS, "rests_on": ["changes"], "lock": of(cast.phone).lock}
    say(cast.phone, Word.AGREE, cast.marcus)
    page = marcus.post(f"{one}/words", body, expect=409)
    assert "This was changed in the meantime" in page.text
    assert WORDS in page.text
    assert of(cast.phone).word is Word.AGREE
    page.form(f"{one}/words")
    take_back(cast)
    marcus.post(f"{one}/words", body, expect=404)


def test_after_the_decision_a_late_word_still_counts_but_not_once_it_is_returned(
    cast: Cast, one: str, marcus: Client
) -> None:
    found = version()
    found.state = VersionState.ACCEPTED
    db.session.commit()
    marcus.submit(one, {"word": "agree"}, to=f"{one}/words")
    found = version()
    found.state = VersionState.WITHDRAWN
    db.session.commit()
    marcus.get(one, expect=404)


def test_a_condition_is_met_when_its_owner_says_so(cast: Cast, one: str, marcus: Client, champion: Client) -> None:
    say(cast.phone, Word.AGREE_IF, cast.marcus, WORDS)
    assert "not met yet" in champion.get(PAGE).text
    champion.submit(one, {"claim": "It keeps it since Monday."}, to=f"{one}/claims")
    champion.post(f"{one}/claims", {"claim": "Again", "lock": of(cast.phone).lock}, expect=409)
    assert told(cast.marcus)[-1] == "sign_off_met"
    assert "Say whether your condition is met" in marcus.get("/today").text
    page = marcus.submit(one, {"is_met": "no"}, to=f"{one}/confirmations", expect=422)
    assert "Say what is still missing." in page.text
    marcus.submit(one, {"is_met": "no", "answer": "Not on phones."}, to=f"{one}/confirmations")
    page = champion.get(one)
    assert "It keeps it since Monday." in page.text
    assert "Not on phones." in page.text
    champion.submit(one, {"claim": "On phones too."}, to=f"{one}/claims")
    marcus.submit(one, {"is_met": "yes"}, to=f"{one}/confirmations")
    assert of(cast.phone).is_met
    assert "not met yet" not in champion.get(PAGE).text
    assert told(cast.champion) == ["sign_off_given", "sign_off_met_answered", "sign_off_met_answered"]


def test_only_the_team_claims_and_only_the_owner_confirms(
    cast: Cast, one: str, marcus: Client, champion: Client
) -> None:
    say(cast.phone, Word.AGREE_IF, cast.marcus, WORDS)
    marcus.post(f"{one}/claims", {"claim": "x"}, expect=403)
    champion.submit(one, {"claim": "Done."}, to=f"{one}/claims")
    champion.post(f"{one}/confirmations", {"is_met": "yes"}, expect=403)
    assert of(cast.phone).is_met is None


def test_hostile_words_are_stored_as_text_or_refused(cast: Cast, one: str, marcus: Client, champion: Client) -> None:
    body = {"word": "cannot", "rests_on": ["changes", "nonsense"], "lock": of(cast.phone).lock}
    page = marcus.post(f"{one}/words", {**body, "words": "x" * 100_000}, expect=422)
    assert "Shorten this to 5,000 characters." in page.text
    marcus.post(f"{one}/words", {**body, "words": "\u202e<script>alert(1)</script>\x00 {{ 7*7 }}"})
    assert of(cast.phone).rests_on == ["changes"]
    assert "<script>alert" not in champion.get(one).html
    champion.get(f"{PAGE}/999999999", expect=404)
    champion.get(f"{PAGE}?version=99999999999999999999", expect=404)
