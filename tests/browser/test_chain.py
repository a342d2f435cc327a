"""From a report to a funding decision: by keyboard only, and without any script."""

import pytest

from tests.browser.by_clicks import Clicks
from tests.browser.by_keys import Keys
from tests.browser.chain import Chain, the_meter_answers, the_meter_follows
from tests.browser.conftest import Room

pytestmark = pytest.mark.browser


def test_the_whole_chain_is_walked_by_keyboard_only(room: Room) -> None:
    walkers = {
        part: room.sit(Keys, who)
        for part, who in {
            "colleague": "colleague of Child Support", "champion": "champion of Child Support",
            "program": "program", "leader": "leader",
        }.items()
    }  # fmt: skip
    Chain("Child Support", room.site.agency.slugs["Child Support"], **walkers).walk(the_meter_follows)
    assert sorted(wrong for walker in walkers.values() for wrong in walker.wrong) == []


def test_the_whole_chain_is_walked_without_javascript(room: Room) -> None:
    walkers = {
        part: room.sit(Clicks, who, scripts=False)
        for part, who in {
            "colleague": "colleague of Records", "champion": "champion of Records", "program": "program",
            "leader": "leader",
        }.items()
    }  # fmt: skip
    Chain("Records", room.site.agency.slugs["Records"], **walkers).walk(the_meter_answers)
