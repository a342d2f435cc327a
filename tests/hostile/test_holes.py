"""Holes that were found by attack, each shut by what its test says."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import text

from app.accounts.models import Person, Role
from app.core import pdf
from app.core.database import transaction
from app.extensions import db
from app.pain_points import receipt
from app.plans.content import TECHNOLOGY
from tests.guards.acting import Stage
from tests.hostile.raw import send
from tests.pain_points.conftest import World, world
from tests.support.client import BROWSER, Client

__all__ = ["world"]
Browser = Callable[..., Client]


def browser(app: Flask, stage: Stage, role: str) -> Client:
    client = Client(app)
    client.sign_in(stage.world.people[role])
    return client


def test_of_texts_past_all_measure_only_their_beginning_reaches_the_printers(
    stage: Stage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A few of them at once would keep the printers busy for minutes, for everybody."""

    asked = []

    def printing(document: str, **_more: object) -> None:
        asked.append(len(document))
        raise pdf.TooSlow("test")

    with stage.copy() as app:
        client = browser(app, stage, "champion")
        form = client.get("/plans/P-1/edit").form("/plans/P-1/edit")
        monkeypatch.setattr(pdf, "measure", printing)
        spread = {"outcome": "a b " * 24_000, "risks": "c d " * 24_000}
        fields = [f"changes-{row}-{name}" for row in range(8) for name in ("what", "rule_owner", *TECHNOLOGY)]
        owners = dict.fromkeys(fields, "e f " * 500) | {f"changes-{row}-kind": "technology" for row in range(8)}
        for texts in ({"outcome": "a b " * 900_000}, spread, owners | {"outcome": "a b " * 10_000}):
            client.post("/plans/P-1/length-check", form.values | texts, expect=422)
            client.post("/plans/P-1/edit", form.values | texts | {"measure": "1"})
    assert max(asked) < 50_000


def test_a_browser_left_open_is_no_place_to_guess_the_password(stage: Stage) -> None:
    with stage.copy() as app:
        client, new = browser(app, stage, "leader"), "four other words here"
        for turn in range(10):
            client.post("/account/passwords", {"current": f"wrong {turn}", "password": new, "again": new}, expect=422)
        page = client.post("/account/passwords", {"current": "wrong", "password": new, "again": new}, expect=422)
        assert "too many tries" in page.text


def test_four_words_open_no_words_of_colleagues(client: Client, as_person: Browser, world: World) -> None:
    """An outsider reads what is answered to the report that theirs was merged into, not what its reporter wrote."""
    words = ("apple", "river", "stone", "cloud")
    hashed = receipt.hash_of(words, client.app.config["SECRET_KEY"])
    point, other = world.report(receipt_hash=hashed), world.report(world.stranger, title="Only colleagues read this")
    as_person(world.champion).post(f"/pain-points/{point.ref}/merges", {"words": "One story.", "other": other.ref})
    page = client.post("/report/answer", {"four_words": " ".join(words)}, csrf=False)
    assert other.ref in page.text
    assert other.title not in page.text


def test_who_was_deactivated_while_a_request_ran_has_no_right_in_its_transaction(stage: Stage) -> None:
    with stage.copy():
        person = db.session.get_one(Person, stage.world.people["leader"])
        assert person.has_role(Role.LEADER)
        with db.engine.begin() as elsewhere:
            db.session.rollback()
            elsewhere.execute(text("UPDATE person SET is_active = false WHERE id = :id"), {"id": person_id(stage)})
        with transaction():
            assert not person.has_role(Role.LEADER)


def person_id(stage: Stage) -> int:
    return stage.world.people["leader"]


def test_paper_that_few_may_read_stays_in_no_browser(stage: Stage) -> None:
    with stage.copy() as app:
        client = browser(app, stage, "leader")
        number = db.session.execute(text("SELECT number FROM funding_request WHERE sheet_sha256 IS NOT NULL")).scalar()
        answer = send(client.browser, f"/funding/F-{number}.pdf", "GET", headers=BROWSER)
        assert (answer.status_code, answer.headers["Cache-Control"]) == (200, "private, no-store")
