"""Every field of every form takes hostile text: stored and shown as text or refused beside the field, nothing lost."""

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from flask import Flask
from sqlalchemy import inspect, text

from app.extensions import db
from app.web.forms import clean
from tests.guards.acting import ANONYMOUS, Stage
from tests.hostile import strings
from tests.hostile.doors import DOORS, addresses
from tests.hostile.filling import fill, spoil
from tests.support.builders import AT
from tests.support.client import Client
from tests.support.pages import Page

BATCHES = strings.batches()
REFUSALS = (400, 403, 404, 409, 410, 422)
SPENT = ("/sign-in", "/password-resets", "/report/answer", "/account/passwords")  # nothing that is said is kept

UNUSED = (("acceptances", "office"), ("acceptances", "other"))  # they belong to other buttons of the same form


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


def browser(app: Flask, stage: Stage, role: str) -> Client:
    client = Client(app)
    if role != ANONYMOUS:
        client.sign_in(stage.world.people[role])
    return client


@pytest.mark.parametrize("role", DOORS)
def test_hostile_words_are_kept_or_refused_with_a_reason(stage: Stage, role: str) -> None:
    """Each field gets another batch, so that a run brings them all."""
    with stage.copy() as app:
        client = browser(app, stage, role)
        for turn, door in enumerate(DOORS[role]):
            write(client, *addresses(stage.world, door), BATCHES[turn % len(BATCHES)], turn)


@pytest.mark.long
@pytest.mark.skipif(not strings.is_here(), reason=strings.MISSING)
@pytest.mark.parametrize("batch", BATCHES[1:], ids=lambda batch: repr(batch[0][:12]))
@pytest.mark.parametrize("role", DOORS)
def test_every_batch_in_every_field(stage: Stage, role: str, batch: list[str]) -> None:
    with stage.copy() as app:
        client = browser(app, stage, role)
        for turn, door in enumerate(DOORS[role]):
            write(client, *addresses(stage.world, door), batch, turn)


@pytest.mark.parametrize("role", DOORS)
def test_hostile_choices_and_numbers_are_refused(stage: Stage, role: str) -> None:
    """Selects, dates, numbers, hidden fields and lock numbers hold text that no form of ours would send."""
    with stage.copy() as app:
        client = browser(app, stage, role)
        for turn, door in enumerate(DOORS[role]):
            path, action = addresses(stage.world, door)
            form = client.get(path).form(action)
            for hostile in ("٣" * 30, "\x00'\"<&\ud83d", "-99999999999999999999", "NaN", "1e999")[turn % 2 :: 2]:
                answer = client.ask("POST", action, encodable(spoil(form, hostile)))
                assert answer.status in (*REFUSALS, 200, 303), f"{action}: {answer.status}"


def test_a_message_that_quotes_a_person_stays_text(stage: Stage) -> None:
    """The library for late translation calls its texts safe HTML; ours may hold what a person typed."""
    path, action = "/offices/child-support/rules/new", "/offices/child-support/rules"
    with stage.copy() as app:
        client = browser(app, stage, "program office")
        answer = client.submit(path, {"holidays": "<img/src=x>"}, to=action, expect=422)
    assert "<img/src=x> is no date".replace(" is", "” is") in answer.text
    assert "<img" not in answer.html


def write(client: Client, path: str, action: str, batch: list[str], turn: int) -> None:
    """Fill and send one form, then ask whether all of it is there."""
    filled = fill(client.get(path).form(action), batch, turn)
    answer = client.ask("POST", action, encodable(filled.fields))
    kept_here = (words for name, words in filled.words.items() if (action[-11:], name) not in UNUSED)
    said = [clean(words.encode("utf-8", "replace").decode()) for words in kept_here]
    if answer.status in (409, 422):
        assert answer.errors or answer.with_class("gw-errors"), f"{action}: refused without a word"
        again = answer.form(action) if action != "/report/answer" else answer.form()
        shown = {clean(str(value)) for value in again.values.values()}
        lost = [words for words in said if words not in shown]
    else:
        assert answer.status in (200, 303), f"{action}: {answer.status}"
        kept = "\n".join((everything_stored(), *(values_of(answer) if answer.status == 200 else ())))
        lost = [words for words in said if words not in kept and action not in SPENT]
    assert lost == [], f"{action} ({answer.status}) lost {lost[0][:200]!r}"


def values_of(page: Page) -> list[str]:
    """What stands in all forms of a page: a preview says again what is to be kept."""
    return [clean(str(value)) for form in page.forms for value in form.values.values()]


def encodable(fields: dict[str, Any]) -> dict[str, Any]:
    """Half a character cannot travel in UTF-8; it becomes what a browser makes of it."""
    return {
        name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value
        for name, value in fields.items()
    }


def everything_stored() -> str:
    """All texts of the database."""
    found = []
    for name in inspect(db.session.connection()).get_table_names():
        for row in db.session.execute(text(f'SELECT * FROM "{name}"')):
            found += [value for value in row if isinstance(value, str)]
    db.session.rollback()
    return "\n".join(found)
