"""The same report sent again: by the same form, by a page that was gone back to, with a name and without."""

from collections.abc import Callable
from datetime import timedelta

from time_machine import Traveller

from tests.pain_points.conftest import World
from tests.pain_points.test_report import GIVEN, four_words, how_many, newest
from tests.support.client import Client

Browser = Callable[..., Client]


def test_sending_again_makes_no_second_report_and_cannot_show_the_words(client: Client, world: World) -> None:
    sent = GIVEN | {"submission_key": "the-same-key"}
    first = client.post("/report/child-support", sent, csrf=False)
    second = client.post("/report/child-support", sent, csrf=False)
    assert how_many() == 1
    assert len(four_words(first.text)) >= 4
    assert "cannot show them again" in second.text


def test_going_back_and_sending_again_leads_to_the_first_report(as_person: Browser, world: World) -> None:
    browser, sent = as_person(world.colleague), GIVEN | {"who": "name"}
    first = browser.submit("/report", sent, to="/report/child-support")
    second = browser.submit("/report", sent | {"frequency": "weekly"}, to="/report/child-support")
    assert how_many() == 1
    assert second.path == first.path == f"/pain-points/{newest().ref}"
    assert "You had already sent this today." in second.text
    assert "Your report is in." not in second.text


def test_other_words_another_sender_and_another_day_make_another_report(
    as_person: Browser, world: World, clock: Traveller
) -> None:
    sent = GIVEN | {"who": "name"}
    browser = as_person(world.colleague)
    browser.submit("/report", sent, to="/report/child-support")
    browser.submit("/report", sent | {"suggestion": "Answer the phone."}, to="/report/child-support")
    browser.submit("/report", sent | {"happening": "Nobody answers."}, to="/report/child-support")
    assert how_many() == 3
    as_person(world.champion).submit("/report/child-support", sent, to="/report/child-support")
    assert how_many() == 4
    clock.shift(timedelta(days=1))
    as_person(world.colleague).submit("/report", sent, to="/report/child-support")
    assert how_many() == 5


def test_the_same_words_without_a_name_tell_nothing_and_make_another_report(
    client: Client, as_person: Browser, world: World
) -> None:
    named = as_person(world.colleague)
    named.submit("/report", GIVEN | {"who": "name"}, to="/report/child-support")
    for browser, who in ((client, {}), (client, {}), (named, {"who": "nobody"})):
        page = browser.submit("/report/child-support", GIVEN | who, to="/report/child-support")
        assert len(four_words(page.text)) >= 4
        assert "already" not in page.text
    assert how_many() == 4
    named.submit("/report", GIVEN | {"who": "name", "suggestion": ""}, to="/report/child-support")
    assert how_many() == 5
