"""One-use links: opened by anyone's mail scanner, spent once by a person."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import select

from app.accounts import passwords
from app.accounts.actions import links
from app.accounts.models import LinkKind, OneUseLink, Person, SignInSession
from app.core.database import transaction
from app.core.events import Event
from app.extensions import db
from app.notices.models import Mail
from tests.accounts.house import PASSWORD, House
from tests.support.builders import AT
from tests.support.client import Client

NEW = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def token(house: House, clock: time_machine.Traveller) -> str:
    with transaction():
        return links.issue(house.dana, LinkKind.INVITATION, by=house.admin, at=AT)


def test_choosing_a_password_spends_it(client: Client, house: House, token: str) -> None:
    page = client.submit(f"/links/{token}", NEW)
    assert "Your password is set" in page
    assert passwords.matches(PASSWORD, house.dana.password_hash)
    client.get(f"/links/{token}", expect=410)


def test_opening_changes_nothing(client: Client, token: str) -> None:
    for _ in range(3):
        client.get(f"/links/{token}")
    assert db.session.scalars(select(OneUseLink.used_at)).one() is None


def test_sending_twice_sets_it_once(client: Client, house: House, token: str) -> None:
    client.submit(f"/links/{token}", NEW)
    other = "another four brown words"
    client.post(f"/links/{token}", {"password": other, "again": other}, expect=410)
    assert passwords.matches(PASSWORD, house.dana.password_hash)


def test_it_runs_out(client: Client, token: str, clock: time_machine.Traveller) -> None:
    client.get(f"/links/{token}")
    clock.shift(timedelta(days=7))
    client.post(f"/links/{token}", NEW, expect=410)


@pytest.mark.parametrize(("wrong", "answer"), [("nope", 410), ("x" * 500, 410), ("%00", 404), ("..%2f", 404)])
def test_others_never_work(client: Client, token: str, wrong: str, answer: int) -> None:
    client.get(f"/links/{wrong}", expect=answer)


def test_the_address_is_told_to_nobody(client: Client, token: str) -> None:
    page = client.get(f"/links/{token}")
    assert page.response.headers["Referrer-Policy"] == "no-referrer"
    assert page.response.headers["Cache-Control"] == "no-store"


def test_only_the_hash_is_stored(token: str) -> None:
    assert token not in str([row.token_hash for row in db.session.scalars(select(OneUseLink))])
    assert token not in str([event.data for event in db.session.scalars(select(Event))])


def test_a_weak_password_is_refused_beside_its_field(client: Client, token: str) -> None:
    page = client.submit(f"/links/{token}", {"password": "short", "again": "short"}, expect=422)
    assert "at least 12 characters" in page.errors["password"]


def test_two_different_passwords_are_refused(client: Client, token: str) -> None:
    page = client.submit(f"/links/{token}", {"password": PASSWORD, "again": "something else"}, expect=422)
    assert "not the same" in page.errors["again"]


def test_a_newer_link_ends_the_one_before(client: Client, house: House, token: str) -> None:
    with transaction():
        links.issue(house.dana, LinkKind.INVITATION, by=house.admin, at=AT)
    client.get(f"/links/{token}", expect=410)


def test_a_new_password_signs_out_everywhere(
    client: Client, house: House, token: str, as_person: Callable[[Person], Client]
) -> None:
    as_person(house.dana)
    client.submit(f"/links/{token}", NEW)
    assert db.session.scalars(select(SignInSession.ended_at)).one() is not None


def test_who_has_no_access_cannot_spend_one(client: Client, house: House, token: str) -> None:
    house.dana.is_active = False
    db.session.commit()
    client.get(f"/links/{token}", expect=410)


def test_asking_for_a_new_password_mails_a_link(client: Client, house: House, clock: time_machine.Traveller) -> None:
    client.submit("/password-resets/new", {"email": house.dana.email})
    mail = db.session.scalars(select(Mail)).one()
    assert mail.recipient == house.dana.email
    token = mail.body.split("/links/")[1].split()[0]
    client.submit(f"/links/{token}", NEW)
    assert passwords.matches(PASSWORD, house.dana.password_hash)


def test_the_answer_is_the_same_for_unknown_addresses(
    client: Client, house: House, clock: time_machine.Traveller
) -> None:
    known = client.submit("/password-resets/new", {"email": house.dana.email}).text
    unknown = client.submit("/password-resets/new", {"email": "nobody@agency.example"}).text
    assert known == unknown
    assert len(db.session.scalars(select(Mail)).all()) == 1


def test_asking_often_does_not_flood(client: Client, house: House, clock: time_machine.Traveller) -> None:
    for _ in range(4):
        client.submit("/password-resets/new", {"email": house.dana.email})
    assert len(db.session.scalars(select(Mail)).all()) == 1
    clock.shift(timedelta(minutes=6))
    client.submit("/password-resets/new", {"email": house.dana.email})
    assert len(db.session.scalars(select(Mail)).all()) == 2


def test_a_forged_host_does_not_get_into_the_mail(client: Client, house: House) -> None:
    client.post("/password-resets", {"email": house.dana.email}, headers={"X-Forwarded-Host": "evil.example"})
    assert "evil" not in db.session.scalars(select(Mail.body)).one()


def test_what_is_no_address_is_said_beside_the_field(client: Client, house: House) -> None:
    page = client.submit("/password-resets/new", {"email": "dana"}, expect=422)
    assert "name@agency.example" in page.errors["email"]
