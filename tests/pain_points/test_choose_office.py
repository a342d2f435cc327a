"""Choosing the office that a report is about, and the way back from there."""

from collections.abc import Callable
from datetime import date

from app.extensions import db
from app.pain_points import offices
from tests.pain_points.conftest import World
from tests.support import builders
from tests.support.client import Client

Browser = Callable[..., Client]


def test_offices_stand_in_the_order_of_their_names_with_the_one_above(client: Client, world: World) -> None:
    builders.office("Émile Street", world.office, slug="emile")
    builders.office("adoption", world.other, slug="adoption")
    choices = offices.matching("")
    assert [one.name for one in choices] == ["adoption", "Child Support", "Émile Street", "Family Services", "Records"]
    assert [one.above for one in choices] == ["Records", "Family Services", "Child Support", "", "Family Services"]
    page = client.get("/report")
    links = [page.html.index(f'/report/{slug}"') for slug in ("adoption", "child-support", "emile", "records")]
    assert links == sorted(links)


def test_closed_offices_are_not_offered(client: Client, world: World) -> None:
    world.other.closed_on = date(2026, 11, 1)
    db.session.commit()
    assert "Records" not in client.get("/report").text


def test_a_long_list_is_cut_and_says_so(client: Client, world: World) -> None:
    for number in range(offices.MOST):
        builders.office(f"Job Centre {number:02}", world.agency, slug=f"job-{number}")
    page = client.get("/report")
    assert "These are the first 50." in page.text
    assert "Job Centre 49" not in page.text
    assert "Job Centre 49" in client.get("/report?q=49").text


def test_who_is_signed_in_finds_the_tabs_on_the_form_and_on_the_choice(as_person: Browser, world: World) -> None:
    for path in ("/report", "/report?choose=1", "/report/records"):
        assert "My reports" in as_person(world.colleague).get(path).text


def test_who_is_not_signed_in_finds_no_tabs(client: Client, world: World) -> None:
    for path in ("/report", "/report/records"):
        assert "My reports" not in client.get(path).text
