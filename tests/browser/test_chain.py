"""From a report to a funding decision: by keyboard only, and without any script."""

import pytest

from tests.browser.by_clicks import Clicks
from tests.browser.by_keys import Keys
from tests.browser.chain import Chain
from tests.browser.conftest import Room
from tests.browser.meter import the_meter_answers, the_meter_follows
from tests.browser.sight import faults

pytestmark = pytest.mark.browser


def test_the_whole_chain_is_walked_by_keyboard_only(room: Room) -> None:
    people = [room.sit(Keys, who) for who in cast("Child Support")]
    chain = Chain("Child Support", room.site.agency.slugs["Child Support"], *people)
    chain.walk(the_meter_follows)
    assert "\n".join(sorted(wrong for person in people for wrong in person.wrong)) == ""
    assert chain.look(faults) == []


def test_the_whole_chain_is_walked_without_javascript(room: Room) -> None:
    people = [room.sit(Clicks, who, scripts=False) for who in cast("Records")]
    Chain("Records", room.site.agency.slugs["Records"], *people).walk(the_meter_answers)


def cast(office: str) -> tuple[str, str, str, str]:
    """Who walks, in the order of the chain's people."""
    return (f"colleague of {office}", f"champion of {office}", "program", "leader")
