"""The blank forms that all requests share: nothing of one person reaches another through them."""

from collections.abc import Callable

import pytest
from flask import Flask

from app.core.errors import NotNow
from app.pain_points.forms import LinkForm, ReplyForm, ReporterForm, SightingForm
from app.web.forms import Form
from tests.pain_points.conftest import World, world  # noqa: F401  # the fixture
from tests.support.client import Client

Browser = Callable[..., Client]
BAD = {"frequency": "never", "customers": "", "minutes_lost": "many", "words": "Only mine to read"}


def box_of(browser: Client, path: str) -> str:
    return browser.get(path).html.partition('id="happens-here-too"')[2].partition("</section>")[0]


def test_what_one_typed_wrongly_is_not_drawn_for_the_next(as_person: Browser, world: World) -> None:  # noqa: F811
    path = f"/pain-points/{world.report().ref}"
    one, other = as_person(world.stranger), as_person(world.leader)
    for before, after in ((one, other), (other, one)):
        refused = before.post(f"{path}/sightings", BAD, expect=422)
        assert "Only mine to read" in refused.html
        for browser in (before, after):
            assert "Only mine to read" not in box_of(browser, path)
            assert "error" not in box_of(browser, path)
    good = {"frequency": "weekly", "customers": "1-5", "minutes_lost": "30", "words": "Mine, and sent"}
    one.post(f"{path}/sightings", good)
    assert "Mine, and sent" in box_of(one, path)
    assert "Mine, and sent" not in box_of(other, path)
    assert "checked" not in box_of(other, path)


def test_each_token_is_its_own_and_each_language_too(as_person: Browser, world: World) -> None:  # noqa: F811
    path = f"/pain-points/{world.report().ref}"
    one, other = as_person(world.stranger), as_person(world.leader)
    english, arabic = box_of(one, path), box_of(other, f"{path}?lang=ar")
    assert "How often?" in english
    assert "How often?" not in arabic
    assert "How often?" in box_of(one, path)
    tokens = [browser.get(path).form(f"{path}/sightings").values["csrf_token"] for browser in (one, other)]
    assert tokens[0] != tokens[1]


@pytest.mark.parametrize("kind", [SightingForm, ReplyForm, ReporterForm, LinkForm])
def test_no_error_stays_on_the_blank_one(app: Flask, kind: type[Form]) -> None:
    with app.test_request_context():
        with pytest.raises(RuntimeError):
            kind.blank().refuse(NotNow())
        assert not kind.blank().errors
        assert "csrf_token" not in kind.blank()
