"""From a report to a funding decision: by keyboard only, and without any script."""

from collections.abc import Sequence

import pytest

from tests.browser.by_clicks import Clicks
from tests.browser.by_keys import Keys
from tests.browser.chain import Chain
from tests.browser.conftest import Room
from tests.browser.meter import the_meter_answers, the_meter_follows
from tests.browser.sight import faults
from tests.browser.walker import Walker

pytestmark = pytest.mark.browser


def test_the_whole_chain_is_walked_by_keyboard_only(room: Room) -> None:
    people = [room.sit(Keys) for _ in range(4)]
    introduce(room, people, "Child Support")
    chain = Chain("Child Support", room.site.agency.slugs["Child Support"], *people)
    chain.walk(the_meter_follows)
    assert "\n".join(sorted(wrong for person in people for wrong in person.wrong)) == ""
    assert chain.look(faults) == []


def test_the_whole_chain_is_walked_without_javascript(room: Room) -> None:
    people = [room.sit(Clicks, scripts=False) for _ in range(4)]
    introduce(room, people, "Records")
    Chain("Records", room.site.agency.slugs["Records"], *people).walk(the_meter_answers)


def introduce(room: Room, people: Sequence[Walker], office: str) -> None:
    """They sign in, in the order of the chain's people."""
    cast = (f"colleague of {office}", f"champion of {office}", "program", "leader")
    for person, who in zip(people, cast, strict=True):
        person.sign_in(room.site.agency.mails[who])
