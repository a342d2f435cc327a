"""What leaves as gzip, for whom, and that chance blurs its length."""

import gzip
from collections.abc import Iterator

import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.web import compressed

PAGE = "<p>Ένα γράμμα με λάθος αίθουσα.</p>" * 100


@pytest.fixture
def browser() -> FlaskClient:
    app = Flask(__name__)
    compressed.init_app(app)

    @app.get("/<kind>")
    def page(kind: str) -> Response:
        answers = {
            "page": lambda: Response(PAGE), "short": lambda: Response("<p>Yes.</p>"),
            "paper": lambda: Response(PAGE, mimetype="application/pdf"),
            "packed": lambda: Response(PAGE, headers={"Content-Encoding": "br"}),
            "table": lambda: Response(rows(), mimetype="text/csv"),
        }  # fmt: skip
        return answers[kind]()

    @app.get("/feed")
    def feed() -> Response:
        answer = Response(PAGE, mimetype="text/calendar")
        answer.set_etag("first")
        answer.make_conditional(request)
        return answer

    return app.test_client()


def rows() -> Iterator[str]:
    yield from (f"P-{number},Στο γκισέ\n" for number in range(200))


def ask(browser: FlaskClient, path: str, accepted: str = "gzip, deflate, br", method: str = "GET") -> TestResponse:
    return browser.open(path, method=method, headers={"Accept-Encoding": accepted})


def test_a_page_comes_back_whole_and_its_length_counts_what_is_sent(browser: FlaskClient) -> None:
    answer = ask(browser, "/page")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.data).decode() == PAGE
    assert answer.content_length == len(answer.data) < len(PAGE)
    assert "Accept-Encoding" in answer.vary


@pytest.mark.parametrize("accepted", ["", "br", "gzip;q=0", "gzip;q=0, *;q=1", "identity;q=1, gzip;q=0.5", "*;q=0"])
def test_who_does_not_take_it_gets_the_page_as_it_is(browser: FlaskClient, accepted: str) -> None:
    answer = ask(browser, "/page", accepted)
    assert "Content-Encoding" not in answer.headers
    assert answer.text == PAGE
    assert "Accept-Encoding" in answer.vary


def test_what_is_short_or_packed_already_or_no_text_stays_as_it_is(browser: FlaskClient) -> None:
    assert "Content-Encoding" not in ask(browser, "/short").headers
    assert "Content-Encoding" not in ask(browser, "/paper").headers
    assert ask(browser, "/packed").headers.getlist("Content-Encoding") == ["br"]


def test_a_table_is_packed_while_it_is_written(browser: FlaskClient) -> None:
    answer = ask(browser, "/table", "*")
    assert "Content-Length" not in answer.headers
    assert gzip.decompress(answer.data).decode() == "".join(rows())


def test_head_says_what_get_would(browser: FlaskClient) -> None:
    answer = ask(browser, "/page", method="HEAD")
    assert (answer.headers["Content-Encoding"], answer.data) == ("gzip", b"")


def test_a_packed_answer_is_the_same_by_meaning_only_and_still_known_again(browser: FlaskClient) -> None:
    assert ask(browser, "/feed").get_etag() == ("first", True)
    assert ask(browser, "/feed", "").get_etag() == ("first", False)
    again = browser.get("/feed", headers={"Accept-Encoding": "gzip", "If-None-Match": 'W/"first"'})
    assert (again.status_code, again.data) == (304, b"")
    assert "Accept-Encoding" in again.vary


def test_the_same_page_has_many_lengths(browser: FlaskClient) -> None:
    assert len({len(ask(browser, "/page").data) for _ in range(12)}) > 3


def test_the_app_s_own_pages_are_packed(app: Flask) -> None:
    answer = ask(app.test_client(), "/sign-in")
    assert "<form" in gzip.decompress(answer.data).decode()
    assert {"Accept-Encoding", "Cookie"} <= set(answer.vary)
