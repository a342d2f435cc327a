"""Hostile words in the boxes that narrow lists, in the reason of a withdrawal, and where a draft is only measured."""

from collections.abc import Callable

import pytest

from app.accounts.models import Person
from app.adoptions.models import State
from app.extensions import db
from app.web.forms import clean
from tests.adoptions import given
from tests.hostile.strings import OWN
from tests.plans.conftest import Cast, cast, champion  # noqa: F401  # the fixtures
from tests.plans.writing import EDIT
from tests.support.client import BROWSER, Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
LISTS = ("/pain-points", "/plans", "/measures", "/milestones", "/reports", "/calendar")
TAGS = ("<script>alert", "<img src=x", 'href="javascript:')


def is_text_only(html: str) -> bool:
    return not any(tag in html for tag in TAGS)


@pytest.mark.parametrize(("path", "box"), [*((path, "office") for path in LISTS), ("/calendar", "plan")])
def test_no_words_break_a_list(as_person: As, path: str, box: str) -> None:
    browser = as_person(given.spread().cast.program).browser
    for text in OWN:
        answer = browser.get(path, query_string={box: text})
        assert answer.status_code == 200, text
        assert is_text_only(answer.text), text


def test_an_offer_is_withdrawn_in_any_words(as_person: As) -> None:
    spread = given.spread()
    made, program = given.offered(spread), as_person(spread.cast.program)
    for text in OWN:
        page = program.post("/adoptions/A-1/withdrawals", {"why": text})
        db.session.expire_all()
        assert (made.state, made.outcome) == (State.WITHDRAWN, clean(text))
        assert is_text_only(page.html), text
        made.state = State.OFFERED
        db.session.commit()


def test_any_words_are_measured(cast: Cast, champion: Client) -> None:  # noqa: F811
    values, token = champion.get(EDIT).form(EDIT).values, champion.csrf_token()
    for name in ("title", "risks", "today_days", "channels"):
        for text in OWN[::6]:
            sent = values | {"csrf_token": token, name: text}
            answer = champion.browser.post(f"/plans/{cast.plan.ref}/length-check", data=sent, headers=BROWSER)
            assert answer.status_code == 200, (name, text)
            assert is_text_only((answer.json or {})["lacks"])
