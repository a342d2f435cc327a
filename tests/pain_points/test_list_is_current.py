"""The list keeps its statements, never what they found: words and offices are looked at each time it is asked."""

from collections.abc import Callable

import pytest

from app.accounts.models import Role
from app.audit import redaction
from app.core.database import transaction
from app.extensions import db
from app.pain_points.models import PainPoint
from app.search import index
from tests.pain_points.conftest import World
from tests.support import builders
from tests.support.client import Client

Browser = Callable[..., Client]
ADDRESS = "/pain-points?words=zebra"


def indexed(world: World, words: str) -> PainPoint:
    point = world.report(world.colleague, title=words, happening=words)
    with transaction():
        index.store(point.id, [words])
    return db.session.get_one(PainPoint, point.id)


def test_a_report_that_came_after_the_first_look_is_found_by_its_words(as_person: Browser, world: World) -> None:
    browser = as_person(world.stranger)
    first = indexed(world, "The zebra crossing is worn off")
    assert first.ref in browser.get(ADDRESS).text
    assert indexed(world, "Another zebra crossing").ref in browser.get(ADDRESS).text


def test_a_redacted_report_cannot_be_asked_for_the_words_it_had(as_person: Browser, world: World) -> None:
    browser, point = as_person(world.stranger), indexed(world, "Mrs Zebra of Elm Street waited for hours")
    assert point.ref in browser.get(ADDRESS).text
    admin = builders.with_role(Role.ADMINISTRATOR, world.agency)
    with transaction():
        redaction.redact(point.ref, "happening", ground="law", by=db.session.merge(admin), at=builders.AT)
    assert point.ref not in browser.get(ADDRESS).text


@pytest.mark.parametrize("asked", ["", "&words=zebra"])
def test_an_office_that_was_added_below_is_in_its_office_s_list(as_person: Browser, world: World, asked: str) -> None:
    browser, address = as_person(world.stranger), f"/pain-points?office=child-support{asked}"
    browser.get(address)
    world.office = builders.office("Desk", db.session.merge(world.office), slug="desk")
    assert indexed(world, "A zebra at the desk").ref in browser.get(address).text
