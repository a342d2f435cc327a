"""No right reaches beyond its office: every address with a number, asked by those who hold the role elsewhere."""

from collections.abc import Iterator

import pytest
import time_machine
from flask import Flask

from app.extensions import db
from app.measures.models import Observation
from app.milestones.models import Milestone
from tests.guards.acting import Stage, act, fingerprint, method_of, word_of
from tests.guards.test_access_matrix import EXPECTED, ROLES, WRITES, rules
from tests.hostile import strangers
from tests.hostile.doors import overlong
from tests.support.builders import AT
from tests.support.client import Client, open_session
from tests.support.databases import in_turn

# "It happens here too" is for every colleague, a plan may take up what was reported elsewhere, and a number is counted
# again by somebody from outside.
EVERYBODYS = {
    "pain_points.create_sighting", "pain_points.create_link", "measures.create_recount",
    # Any colleague may propose any other, and put a word to it.
    "champions.create_endorsement", "champions.create_nomination", "champions.new_nomination",
}  # fmt: skip
# The list of people is the agency's, and so is the map of offices that have somebody.
READ_BY_ROLE = {"accounts.show_person", "champions.show_coverage"}
# What a team tells is for the champions of its cycle, who meet every two weeks and raise there what is stuck with them.
READ_IN_CYCLE = {
    "check_ins.index", "check_ins.show_blocker", "huddles.index", "huddles.show", "huddles.show_action",
    "huddles.new_blocker", "huddles.create_blocker",
}  # fmt: skip
# The number names a cycle or a person of the whole agency; the office that the form names decides what may be given.
OFFICE_IN_FORM = {"champions.new_seat", "champions.create_seat", "accounts.new_grant", "accounts.create_grant"}
NUMBERED = sorted(name for name, rule in rules().items() if rule.arguments - {"filename", "topic", "token"})
NOT_ASKED = EVERYBODYS | READ_BY_ROLE | READ_IN_CYCLE | OFFICE_IN_FORM
ASKED = [name for name in NUMBERED if name not in NOT_ASKED and {"no", "hidden"} & set(EXPECTED[name].values())]
REFUSED = ("no", "hidden")


@pytest.fixture(autouse=True)
def _clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture(scope="module")
def agency(stage: Stage) -> Iterator[tuple[Flask, dict[str, int]]]:
    """A copy with the strangers; what they try is refused and so changes nothing."""
    with time_machine.travel(AT, tick=False), stage.copy() as app:
        yield app, strangers.add()


def tried(client: Client, stage: Stage, endpoint: str) -> str:
    """The word that answers a form which could never be right."""
    body = overlong() | stage.world.bodies.get(endpoint, {}).copy()
    spoilt = {name: value if name in ("plan", "seat") else "x" * 9_000 for name, value in body.items()}
    return word_of(client.ask("POST", stage.world.path(endpoint, rules()[endpoint].rule), spoilt))


@pytest.mark.parametrize("role", in_turn(strangers.ROLES))
def test_a_role_held_elsewhere_opens_nothing_here(
    agency: tuple[Flask, dict[str, int]], stage: Stage, role: str
) -> None:
    app, people = agency
    stage.world.sessions[f"strange {role}"] = open_session(people[role])
    before = fingerprint()
    found = {name: act(app, stage.world, f"strange {role}", rules()[name]).word for name in ASKED}
    assert {name: word for name, word in found.items() if word not in REFUSED} == {}
    assert fingerprint() == before


@pytest.mark.parametrize("role", in_turn(strangers.ROLES))
def test_who_may_not_is_told_so_before_the_form_is_looked_at(
    agency: tuple[Flask, dict[str, int]], stage: Stage, role: str
) -> None:
    """A form that could never be right is no reason to show its page to who may not send it."""
    app, people = agency
    client = Client(app)
    client.sign_in(people[role])
    found = {name: tried(client, stage, name) for name in ASKED if name in WRITES}
    assert {name: word for name, word in found.items() if word not in REFUSED} == {}


@pytest.mark.parametrize("role", in_turn(role for role in ROLES if role != "anonymous"))
def test_the_matrix_holds_whatever_the_form_says(agency: tuple[Flask, dict[str, int]], stage: Stage, role: str) -> None:
    app, _people = agency
    client = Client(app)
    client.sign_in(stage.world.people[role])
    expected = {name: EXPECTED[name][role] for name in WRITES if EXPECTED[name][role] in REFUSED}
    found = {name: tried(client, stage, name) for name in expected}
    assert found == expected


def test_a_thing_of_one_is_not_found_below_the_number_of_another(
    agency: tuple[Flask, dict[str, int]], stage: Stage
) -> None:
    """One's own plan or measure in the address opens no part of somebody else's."""
    app, people = agency
    own = Client(app)
    own.sign_in(people["champion"])
    theirs = stage.world.places
    milestone = db.session.get_one(Milestone, int(theirs["milestone_id"])).id
    observation = db.session.get_one(Observation, int(theirs["observation_id"])).id
    db.session.rollback()
    plan, measure = f"/plans/P-{strangers.OWN_PLAN}", f"/measures/M-{strangers.OWN_MEASURE}"
    for path in (
        f"{plan}/milestones/{milestone}/edit", f"{plan}/milestones/{milestone}/removals",
        f"{plan}/milestones/{milestone}/completions", f"{plan}/measures/M-{theirs['M-number']}/removals",
        f"{plan}/measures/M-{theirs['M-number']}/up", f"{measure}/observations/{observation}/corrections",
        f"{measure}/interventions/{theirs['intervention_id']}/removals",
    ):  # fmt: skip
        before = fingerprint()
        page = own.ask("POST", path, {"reason": "x", "value": "1"})
        assert page.status in (404, 422) or fingerprint() == before, f"{path}: {page.status}"
        assert fingerprint() == before, path


def test_a_measure_or_plan_of_another_office_cannot_be_taken_in_by_naming_it(
    agency: tuple[Flask, dict[str, int]], stage: Stage
) -> None:
    app, people = agency
    own = Client(app)
    own.sign_in(people["champion"])
    point = stage.world.overrides["pain_points.create_link"]["PP-number"]
    before = fingerprint()
    plan = f"/plans/P-{strangers.OWN_PLAN}"
    theirs = {"measure": "1", "measure_id": "1", "number": "1", "plan": "P-1", "seat": "1", "scope": "plan"}
    for path in (f"{plan}/measures", f"/pain-points/PP-{point}/plan-links", "/plans", "/reports", "/funding/requests"):
        page = own.ask("POST", path, theirs | {"period": "cycle", "language": "en", "preset": "cycle"})
        assert page.status in (403, 404, 422), f"{path}: {page.status}"
    assert fingerprint() == before


def test_a_seat_or_role_in_another_office_is_not_given(agency: tuple[Flask, dict[str, int]], stage: Stage) -> None:
    app, people = agency
    before, person = fingerprint(), stage.world.people["frontline"]
    seat = {"office": "child-support", "champion": "Nadia Frontline", "deputy": ""}
    role = {"office": "child-support", "role": "administrator"}
    for who, path, fields in (
        ("program office", "/cycles/1/seats", seat), ("administrator", f"/people/{person}/grants", role),
        ("administrator", "/people", {"name": "Eve", "email": "eve@agency.example", "language": "en"}),
        ("administrator", "/offices", {"name": "Mine", "parent": "child-support", "language": "en"}),
        ("program office", "/funding/rounds", {"name": "Mine"}), ("program office", "/cycles", {"name": "Mine"}),
    ):  # fmt: skip
        client = Client(app)
        client.sign_in(people[who])
        page = client.ask("POST", path, {"office": "child-support"} | fields)
        assert page.status == 403, f"{who} {path}: {page.status}"
    assert fingerprint() == before


def test_every_write_that_takes_a_number_is_asked() -> None:
    assert {name for name in WRITES if name in NUMBERED} - set(ASKED) <= {
        *EVERYBODYS, *OFFICE_IN_FORM, "huddles.create_blocker", "accounts.end_session", "pain_points.create",
    }  # fmt: skip
    assert all(method_of(rules()[name]) in ("GET", "POST") for name in ASKED)
