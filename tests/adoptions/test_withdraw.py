"""Taking an offer back that nobody has taken up."""

from collections.abc import Callable

import flask_migrate
import pytest
from sqlalchemy import select, text

from app.accounts.models import Person
from app.adoptions.models import Adoption, Refusal, State
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from tests.adoptions import given
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
HERE = "/adoptions/A-1"
WHY = {"why": "The new court rule makes it needless"}


def test_it_waits_nowhere_any_more_and_its_office_is_told(as_person: As) -> None:
    spread = given.spread()
    made = given.offered(spread)
    copier = as_person(spread.copier)
    assert "Adopt it?" in copier.get("/today").text
    page = as_person(spread.cast.deputy).submit(HERE, WHY, to=f"{HERE}/withdrawals")
    assert "This offer was withdrawn." in page.text
    assert WHY["why"] in page.text
    assert "withdrew the offer of a change" in page.text
    assert (made.state, made.due_on) == (State.WITHDRAWN, None)
    assert "Adopt it?" not in copier.get("/today").text
    assert "Waits for your office" not in copier.get("/adoptions").text
    assert "The offer A-1 was withdrawn." in copier.get("/notices").text
    assert set(db.session.scalars(select(Notice.person_id))) == {spread.copier.id, spread.cast.champion.id}
    assert "This offer was withdrawn." in copier.post(f"{HERE}/starts", {"measure_id": "0"}, expect=422).text


def test_others_do_not_withdraw_it(as_person: As) -> None:
    spread = given.spread()
    made = given.offered(spread)
    for person in (spread.copier, spread.cast.colleague, spread.cast.stranger, spread.cast.auditor):
        assert "Withdraw the offer" not in as_person(person).get(HERE).text
        as_person(person).post(f"{HERE}/withdrawals", WHY, expect=403)
    champion = as_person(spread.cast.champion)
    champion.get(f"{HERE}/withdrawals", expect=405)
    page = champion.post(f"{HERE}/withdrawals", {"why": "x" * 100_000}, expect=422)
    assert "5,000 characters" in page.errors["why"]
    assert made.state is State.OFFERED
    assert db.session.scalars(select(Event)).all() == []


def test_twice_is_once_and_a_copy_that_is_made_stays(as_person: As) -> None:
    spread = given.spread()
    made = given.offered(spread, state=State.DECLINED, refusal=Refusal.NOT_NOW, reason="After the summer")
    program = as_person(spread.cast.program)
    assert "Withdrawn" in program.post(f"{HERE}/withdrawals", {}).text
    assert "This offer was withdrawn." in program.post(f"{HERE}/withdrawals", {}, expect=422).text
    assert [event.verb for event in db.session.scalars(select(Event))] == ["adoption.withdrawn"]
    made.state = State.ADOPTING
    db.session.commit()
    assert "was answered already" in program.post(f"{HERE}/withdrawals", {}, expect=422).text
    assert made.state is State.ADOPTING


def test_what_was_withdrawn_stays_with_its_reason_beside_the_offer_that_is_made_again(as_person: As) -> None:
    spread = given.spread()
    made, champion = given.offered(spread), as_person(spread.cast.champion)
    champion.post(f"{HERE}/withdrawals", WHY)
    sent = given.SENT | {"change_id": str(spread.change.id), "offices": str(spread.like.id), "took": "One signature"}
    page = champion.post(spread.door, sent)
    for words in ("Withdrawn offers", WHY["why"], 'href="/adoptions/A-1"', 'href="/adoptions/A-2"'):
        assert words in page.html
    assert (made.state, made.outcome) == (State.WITHDRAWN, WHY["why"])
    copier = as_person(spread.copier)
    assert "It was offered again: A-2" in copier.get(HERE).text
    assert WHY["why"] in copier.get("/adoptions/A-2").text
    assert 'href="/adoptions/A-2"' in copier.get("/today").html
    champion.post("/adoptions/A-2/withdrawals", {})
    champion.post(spread.door, sent)
    assert "It was offered again: A-3" in copier.get(HERE).text


def test_a_database_that_goes_back_keeps_the_newest_of_several_offers() -> None:
    spread = given.spread()
    given.offered(spread, state=State.WITHDRAWN, outcome=WHY["why"])
    given.offered(spread)
    db.session.remove()
    flask_migrate.downgrade(revision="0016")
    with db.engine.connect() as connection:
        assert connection.execute(text("SELECT number FROM adoption")).scalars().all() == [2]
    flask_migrate.upgrade()
    assert db.session.scalars(select(Adoption.number)).all() == [2]
