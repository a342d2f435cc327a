"""docs/ACCESS.md is true: every endpoint stands in it, and every role gets the answer it says.

On the way: no page that is read changes anything or asks the database more than a dozen questions, and every page
passes the inspection as every role.
"""

from collections.abc import Iterator
from functools import cache

import pytest
import time_machine
from flask import Flask
from sqlalchemy import update
from werkzeug.routing import Rule

from app import create_app
from app.accounts.models import ChannelOwnership, RoleGrant
from app.champions.models import Seat
from app.extensions import db
from app.web import access
from tests.guards.access_table import PAGE, WORDS, pairs, rows
from tests.guards.acting import ANONYMOUS, Stage, act, fingerprint, method_of
from tests.support import builders
from tests.support.databases import in_turn, kind, settings_for

ROLES = (
    ANONYMOUS, "frontline", "champion", "deputy", "channel owner", "sponsor", "reviewer", "leader", "program office",
    "auditor", "administrator",
)  # fmt: skip
TWO_ROLES = (
    ("champion", "program office"), ("leader", "sponsor"), ("auditor", "channel owner"), ("reviewer", "deputy"),
)  # fmt: skip
MOST_QUESTIONS = 12


@cache
def rules() -> dict[str, Rule]:
    """Every endpoint's rule; the application that knows them is never asked anything."""
    app = create_app(settings_for("sqlite:///nowhere.db", PAGE.parent))
    return {rule.endpoint: rule for rule in app.url_map.iter_rules() if rule.endpoint != "static"}


READS = sorted(name for name, rule in rules().items() if method_of(rule) == "GET")
WRITES = sorted(name for name, rule in rules().items() if method_of(rule) == "POST")
EXPECTED = {row.endpoint: row.words for row in rows()}


def test_every_endpoint_states_its_access(app: Flask) -> None:
    silent = [name for name, view in app.view_functions.items() if access.statement(view) is None]
    assert silent == []


def test_the_table_holds_every_endpoint_once_and_nothing_else() -> None:
    named = [row.endpoint for row in rows()]
    assert sorted(named) == sorted(rules()), f"docs/ACCESS.md lacks or has too much: {set(named) ^ set(rules())}"


def test_the_table_says_a_known_word_for_every_role() -> None:
    for row in rows():
        assert tuple(row.words) == ROLES, row.endpoint
        assert set(row.words.values()) <= set(WORDS), row.endpoint


@pytest.fixture(scope="module")
def reading(stage: Stage) -> Iterator[Flask]:
    """One copy for all that is only read: it holds the same in the end."""
    with time_machine.travel(builders.AT, tick=False), stage.copy() as app:
        before = fingerprint()
        yield app
        assert fingerprint() == before


@pytest.fixture
def asking(request: pytest.FixtureRequest, endpoint: str) -> tuple[str, ...]:
    """Every role; beside the other database, the first of each answer: who may is decided in Python."""
    words = EXPECTED.get(endpoint, {})
    is_turn = sorted(rules()).index(endpoint) % 2 == (kind() == "sqlite")
    if is_turn or not words or request.config.getoption("--all"):
        return ROLES
    return tuple({words[role]: role for role in reversed(ROLES)}.values())


@pytest.mark.parametrize("endpoint", READS)
def test_reading(stage: Stage, reading: Flask, endpoint: str, asking: tuple[str, ...]) -> None:
    acted = {role: act(reading, stage.world, role, rules()[endpoint], is_warm=False) for role in asking}
    found = {role: one.word for role, one in acted.items()}
    assert {role: len(one.asked) for role, one in acted.items() if len(one.asked) > MOST_QUESTIONS} == {}
    assert {role: one.changes for role, one in acted.items() if one.changes} == {}
    assert found == _expected(endpoint, asking), _row(endpoint, found)


@pytest.mark.parametrize("endpoint", WRITES)
def test_writing(stage: Stage, endpoint: str, asking: tuple[str, ...]) -> None:
    """What a role wrote must not stand in the next one's way, so it acts on a copy of its own from then on."""
    found: dict[str, str] = {}
    with time_machine.travel(builders.AT, tick=False):
        while len(found) < len(asking):
            with stage.copy() as app:
                for role in asking[len(found) :]:
                    found[role], has_written, _asked = act(app, stage.world, role, rules()[endpoint])
                    if has_written:
                        break
    assert found == _expected(endpoint, asking), _row(endpoint, found)


@pytest.mark.parametrize("roles", in_turn(TWO_ROLES), ids=" and ".join)
def test_two_roles_give_what_either_gives(stage: Stage, roles: tuple[str, str]) -> None:
    expected = {name: _either(*(EXPECTED[name][role] for role in roles)) for name in rules()}
    expected |= {endpoint: word for endpoint, pair, word in pairs() if pair == roles}
    found: dict[str, str] = {}
    with time_machine.travel(builders.AT, tick=False):
        while len(found) < len(rules()):
            with stage.copy() as app:
                _give_both(stage, roles)
                for endpoint in [name for name in (*READS, *WRITES) if name not in found]:
                    found[endpoint], has_written, _asked = act(app, stage.world, "both", rules()[endpoint])
                    if has_written:
                        break
    assert {name: f"{word}, expected {expected[name]}" for name, word in found.items() if word != expected[name]} == {}


def _either(first: str, second: str) -> str:
    """The more generous of two answers; a refusal that shows the thing is more than one that hides it."""
    return next(word for word in ("yes", "no", "hidden", "sign in") if word in (first, second))


def _give_both(stage: Stage, roles: tuple[str, str]) -> None:
    """The holder of the first role takes over what the second one holds; a duty of one's own seat stays with it."""
    people, sessions = stage.world.people, stage.world.sessions
    held = RoleGrant.person_id == people[roles[1]]
    db.session.execute(update(RoleGrant).where(held).values(person_id=people[roles[0]]))
    owned = ChannelOwnership.person_id == people[roles[1]]
    db.session.execute(update(ChannelOwnership).where(owned).values(person_id=people[roles[0]]))
    seat = Seat.deputy_id == people[roles[1]]
    db.session.execute(update(Seat).where(seat).values(deputy_id=people[roles[0]]))
    db.session.commit()
    sessions["both"] = sessions[roles[0]]


def _expected(endpoint: str, roles: tuple[str, ...]) -> dict[str, str]:
    """What docs/ACCESS.md says of these roles; nothing where the endpoint is missing there."""
    return {role: word for role, word in EXPECTED.get(endpoint, {}).items() if role in roles}


def _row(endpoint: str, found: dict[str, str]) -> str:
    return f"found: | {endpoint} | {' | '.join(found.get(role, '…') for role in ROLES)} |"
