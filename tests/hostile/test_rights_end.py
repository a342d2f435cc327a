"""What ends a right ends it at once, in a browser that is open already: seat, role, cycle, account, password."""

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.accounts.models import Person, Role, RoleGrant
from app.champions.models import Seat
from app.extensions import db
from app.notices.models import Mail
from tests.guards.acting import Stage, word_of
from tests.guards.test_access_matrix import EXPECTED, rules
from tests.hostile.raw import send
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import BROWSER, Client

PASSWORD = "four words in a row"
# Who wrote a draft still reads it, whoever a measure names as its owner enters its numbers, and what somebody took on
# in a huddle they see to the end; none of it is the seat's.
THEIR_OWN = {
    "huddles.create_outcome", "huddles.show_action",
    "reports.show", "measures.create_observation", "measures.create_correction", "measures.new_correction",
    "measures.create_import", "measures.new_import",
}  # fmt: skip
EVERYBODYS = {"pain_points.create_sighting", "champions.create_endorsement"}
GIVEN_BY_HAND = ("sponsor", "reviewer", "leader", "program office", "auditor", "administrator")


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


def browser(app: Flask, stage: Stage, role: str) -> Client:
    client = Client(app)
    client.sign_in(stage.world.people[role])
    return client


def open_to(role: str) -> list[str]:
    """What the table opens to this role and not to everybody."""
    rows = ((name, words) for name, words in EXPECTED.items() if name not in THEIR_OWN | EVERYBODYS)
    return [name for name, words in rows if words[role] == "yes" and words["reviewer" if role != "reviewer" else
            "frontline"] in ("no", "hidden")]  # fmt: skip


def still_open(client: Client, stage: Stage, names: list[str]) -> list[str]:
    found = []
    for name in names:
        rule = rules()[name]
        method = "GET" if "GET" in (rule.methods or ()) else "POST"
        page = client.ask(method, stage.world.path(name, rule.rule), stage.world.bodies.get(name))
        found += [name] if word_of(page) == "yes" else []
    return found


def seats() -> list[Seat]:
    found = list(db.session.scalars(select(Seat).where(Seat.to_on.is_(None)).order_by(Seat.id)))
    db.session.rollback()
    return found


def end_each(program: Client) -> None:
    for seat_id in [seat.id for seat in seats()]:
        program.post(f"/cycles/1/seats/{seat_id}/endings")


def hand_each_over(program: Client) -> None:
    for seat_id in [seat.id for seat in seats()]:
        fields = {"champion": "Reviewer", "deputy": ""}
        path = f"/cycles/1/seats/{seat_id}/handovers"
        program.submit(f"{path}/new", fields, to=path)


def close_the_cycle(program: Client) -> None:
    program.post("/cycles/1/closings")


@pytest.mark.parametrize("end", [end_each, hand_each_over, close_the_cycle])
@pytest.mark.parametrize("role", ["champion", "deputy"])
def test_the_rights_of_a_seat_end_with_it(stage: Stage, role: str, end: object) -> None:
    with stage.copy() as app:
        client, names = browser(app, stage, role), open_to(role)
        assert "plans.edit" in still_open(client, stage, ["plans.edit"])
        assert callable(end)
        end(browser(app, stage, "program office"))
        assert still_open(client, stage, names) == []


@pytest.mark.parametrize("role", GIVEN_BY_HAND)
def test_the_rights_of_a_role_end_with_it(stage: Stage, role: str) -> None:
    with stage.copy() as app:
        person, names = stage.world.people[role], open_to(role)
        root = db.session.scalars(select(RoleGrant).where(RoleGrant.role == Role.LEADER)).one().office
        builders.grant(builders.person("Next One"), Role.PROGRAM_OFFICE, root)
        other = builders.with_role(Role.ADMINISTRATOR, root)
        grant_id = db.session.scalars(select(RoleGrant.id).where(RoleGrant.person_id == person)).one()
        client, admin = browser(app, stage, role), Client(app)
        admin.sign_in(other.id)
        admin.post(f"/people/{person}/grants/{grant_id}/endings")
        assert still_open(client, stage, names) == []


def test_an_account_that_is_closed_is_signed_out_at_once(stage: Stage) -> None:
    with stage.copy() as app:
        client = browser(app, stage, "champion")
        browser(app, stage, "administrator").post(f"/people/{stage.world.people['champion']}/deactivations")
        assert client.get("/today", follow=False, expect=303).location.startswith("/sign-in")
        client.post("/plans/P-1/edit", {"title": "Still me"}, expect=401)


def test_a_page_left_open_writes_nothing_after_signing_out(stage: Stage) -> None:
    with stage.copy() as app:
        client = browser(app, stage, "champion")
        form = client.get("/plans/P-1/edit").form("/plans/P-1/edit")
        stolen = client.browser.get_cookie(app.config["SESSION_COOKIE_NAME"])
        assert stolen is not None
        client.post("/sign-out")
        headers = BROWSER | {"Cookie": f"{stolen.key}={stolen.value}"}
        for browser_ in (client.browser, app.test_client(use_cookies=False)):
            fields = form.values | {"title": "Still me"}
            answer = send(browser_, "/plans/P-1/edit", "POST", data=fields, headers=headers)
            assert answer.status_code in (400, 401), answer.status_code
        assert client.get("/plans/P-1/edit", follow=False, expect=303).location.startswith("/sign-in")
        assert "Still me" not in browser(app, stage, "champion").get("/plans/P-1/edit").html


def test_a_new_password_signs_out_every_other_browser_and_ends_open_links(stage: Stage) -> None:
    with stage.copy() as app:
        here, there = browser(app, stage, "frontline"), browser(app, stage, "frontline")
        person = stage.world.people["frontline"]
        admin = browser(app, stage, "administrator")
        admin.post(f"/people/{person}/links")
        first = link_in_mail(person)
        admin.post(f"/people/{person}/links")
        second = link_in_mail(person)
        here.get(f"/links/{first}", expect=410)
        given = {"password": PASSWORD, "again": PASSWORD}
        here.submit(f"/links/{second}", given, to=f"/links/{second}")
        here.get(f"/links/{second}", expect=410)
        here.post(f"/links/{second}", given, expect=410)
        assert there.get("/my-reports", follow=False, expect=303).location.startswith("/sign-in")


def link_in_mail(person_id: int) -> str:
    db.session.rollback()
    email = db.session.get_one(Person, person_id).email
    body = db.session.scalars(select(Mail.body).where(Mail.recipient == email).order_by(Mail.id.desc())).first() or ""
    db.session.rollback()
    return body.partition("/links/")[2].split()[0]
