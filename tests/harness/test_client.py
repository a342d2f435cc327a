"""The test harness itself: what every other test stands on."""

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest
from flask import Flask, Response
from sqlalchemy import text
from sqlalchemy.orm import Session

from app.accounts.models import Person
from app.web import access
from tests.support import builders
from tests.support.client import Client
from tests.support.html import UntidyHtml, read, text_of
from tests.support.queries import Counted

PAGE = '<!doctype html><html lang="en" dir="ltr"><head><title>T</title></head><body>{}</body></html>'


def page_saying(app: Flask, body: str) -> None:
    @access.public
    def view() -> str:
        return PAGE.format(body)

    app.add_url_rule("/made-for-the-test", view_func=view)


def test_each_test_has_a_migrated_database_of_its_own(client: Client) -> None:
    assert client.get("/readyz").html == "ready\n"
    builders.person()


def test_a_person_is_signed_in_without_the_form(app: Flask, as_person: Callable[[Person], Client]) -> None:
    app.add_url_rule("/made-for-the-test", view_func=_who)
    assert as_person(builders.person("Dana Whitfield")).get("/made-for-the-test").html == "Dana Whitfield"


def test_nothing_is_left_of_the_test_before(db_session: Session) -> None:
    assert db_session.execute(text("SELECT count(*) FROM person")).scalar_one() == 0


@pytest.mark.parametrize(
    ("body", "complaint"),
    [
        ("<p>no heading</p>", "0 h1"),
        ("<h1>a</h1><h1>b</h1>", "2 h1"),
        ("<h1></h1>", "h1 is empty"),
        ('<h1>a</h1><p id="x"></p><p id="x"></p>', "id 'x' stands 2 times"),
        ('<h1>a</h1><form><input name="q"></form>', "has no label"),
        ('<h1>a</h1><form method="post"></form>', "has no csrf_token"),
        ('<h1>a</h1><p style="color:red">x</p>', "inline style"),
        ("<h1>a</h1><script>1</script>", "inline script"),
        ('<h1>a</h1><p onclick="x()">x</p>', "inline handler"),
        ('<h1>a</h1><a href="/"></a>', "has no words"),
        ('<h1>a</h1><img src="/x.png">', "has no alt"),
        ('<h1>a</h1><label for="gone">a</label>', "not on the page"),
    ],
)
def test_a_page_with_a_defect_fails_its_test(app: Flask, client: Client, body: str, complaint: str) -> None:
    page_saying(app, body)
    with pytest.raises(AssertionError, match=complaint):
        client.get("/made-for-the-test")


def test_a_good_page_passes(app: Flask, client: Client) -> None:
    page_saying(app, '<h1>Plans</h1><form><label for="q">Words</label><input id="q" name="q"></form>')
    page = client.get("/made-for-the-test")
    assert (page.title, page.h1) == ("T", "Plans")


def test_elements_are_closed_in_order() -> None:
    with pytest.raises(UntidyHtml):
        read("<p><b>x</p></b>")
    assert text_of(read("<p>a <b>b</b>c</p><p>d</p>")) == "a bc d"


def test_an_error_nobody_expected_ends_the_test(app: Flask, client: Client) -> None:
    page_saying(app, "")
    app.view_functions["view"] = _broken
    with pytest.raises(ZeroDivisionError):
        client.get("/made-for-the-test")


def test_statements_are_counted(
    app: Flask, client: Client, queries: Callable[[], AbstractContextManager[Counted]]
) -> None:
    with queries() as counted:
        client.get("/readyz")
    assert len(counted) == 1


@access.signed_in
def _who() -> Response:
    return Response(access.viewer().name, mimetype="text/plain")


@access.public
def _broken() -> str:
    return str(1 / 0)
