"""Saving a map: works, is refused, harmless when repeated, says what is wrong; two at once lose nothing."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.maps import queries
from app.maps.models import SavedMap, SavedStep
from app.plans.models import Plan, PlanVersion, VersionState
from tests.maps.given import AFTER, DAY, STORY, TWO, rows, saved
from tests.milestones.given import Cast, accept, cast
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def door(the: Cast, which: str = "as-is") -> str:
    return f"/plans/{the.plan.ref}/maps/{which}/edit"


def steps_of(plan: Plan) -> list[str]:
    db.session.expire_all()
    return [step.name for one in queries.for_plan(plan.id).promised for step in one.steps]


@pytest.mark.parametrize("who", ["champion", "deputy"])
def test_the_team_writes_down_how_it_goes(as_person: As, who: str) -> None:
    the = cast()
    page = as_person(getattr(the, who)).submit(door(the), rows(*TWO))
    assert "2 steps saved." in page.text
    assert "6 of 10 days were ours to change." in page.text
    found = queries.for_plan(the.plan.id).promised[0].steps
    assert [(step.work, step.wait, step.right, step.rule) for step in found] == [
        (20, 6 * DAY, 92, "habit"), (10, 4 * DAY, 98, "law"),
    ]  # fmt: skip
    event = db.session.scalars(select(Event).where(Event.verb == "plan.saved")).one()
    assert list(event.data["parts"]) == ["as_is"]
    assert "application" not in str(event.data)


def test_others_do_not_write_for_an_office(as_person: As) -> None:
    the = cast()
    for person, status in ((the.stranger, 404), (the.colleague, 404), (the.program, 403), (the.auditor, 403)):
        as_person(person).post(door(the), rows(*TWO), expect=status)
        as_person(person).get(door(the), expect=status)
    as_person(the.champion).get(f"/plans/{the.plan.ref}/maps/moon/edit", expect=404)
    as_person(the.champion).get(f"/plans/{the.plan.ref}/maps/{9**30}/edit", expect=404)
    assert steps_of(the.plan) == []


def test_sent_twice_is_saved_once(as_person: As) -> None:
    the = cast()
    client = as_person(the.champion)
    fields = {**rows(*TWO), "lock": "0", "work_unit": "min", "wait_unit": "d"}
    client.post(door(the), fields)
    client.post(door(the), fields)
    assert db.session.scalar(select(func.count(SavedStep.id))) == 2
    assert db.session.scalar(select(func.count(Event.id)).where(Event.verb == "plan.saved")) == 1


def test_looking_and_getting_change_nothing(as_person: As) -> None:
    the = cast()
    saved(the.plan, the.champion)
    as_person(the.champion).get(f"{door(the)}?name-0=x&lock=1")
    assert as_person(the.champion).ask("GET", f"/plans/{the.plan.ref}/maps").status == 404
    assert steps_of(the.plan) == [step.name for step in STORY]


@pytest.mark.parametrize(
    ("cells", "field", "words"),
    [
        (("", "Judge", "10 min", "4 d"), "name-1", "Write what is done"),
        (("Sign", "", "10 min", "4 d"), "lane-1", "Write who does it"),
        (("Sign", "Judge", "0", "0"), "work-1", "neither"),
        (("Sign", "Judge", "soon", "4 d"), "work-1", "is not a time"),
        (("Sign", "Judge", "10 min", "9999999 d"), "wait-1", "at most 3,650 days"),
        (("Sign", "Judge", "10 min", "4 d", "200"), "right-1", "from 0 to 100"),
        (("x" * 100_000, "Judge", "10 min", "4 d"), "name-1", "100,000"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said_beside_its_cell(as_person: As, cells: tuple[str, ...], field: str, words: str) -> None:
    the = cast()
    sent = rows(TWO[0], cells)
    page = as_person(the.champion).post(door(the), sent, expect=422)
    assert words in page.errors[field]
    assert "1 thing to fix." in page.text
    assert page.form(door(the)).values[field] == sent[field]
    assert page.form(door(the)).values["name-0"] == TWO[0][0]
    assert steps_of(the.plan) == []


def test_201_steps_and_13_lanes_come_back_whole(as_person: As) -> None:
    the = cast()
    page = as_person(the.champion).post(door(the), rows(*[("a", "b", "1", "1")] * 201), expect=422)
    assert "at most 200 steps; these are 201" in page.text
    assert page.form(door(the)).values["name-200"] == "a"
    page = as_person(the.champion).post(door(the), rows(*[("a", f"lane {n}", "1", "1") for n in range(13)]), expect=422)
    assert "at most 12" in page.errors["lane-12"]
    assert steps_of(the.plan) == []


@pytest.mark.usefixtures("error_pages")
def test_hostile_cells_are_stored_as_text_or_refused(as_person: As) -> None:
    the = cast()
    client = as_person(the.champion)
    hostile = (
        "<script>alert(1)</script>\x00\x07",
        "\u202eegduJ' OR 1=1 --",
        "10 min",
        "4 d",
        "",
        "",
        "{{ 7*7 }}",
        "=1+1",
    )
    page = client.submit(door(the), rows(hostile))
    assert "<script>alert" not in page.html
    assert "{{ 7*7 }}" in page.text
    for number in ("9" * 99, "moon", "-5"):
        client.post(door(the), {"name-99999": "x", "name--1": "x", "lock": number, "rows": number, "more": "1"})
        client.post(door(the), {"name-0": "x", "lock": number, "work-0": number}, expect=422)


def test_more_rows_and_pasted_lines_save_nothing(as_person: As) -> None:
    the = cast()
    client = as_person(the.champion)
    page = client.submit(door(the), rows(TWO[0]), press="more=10")
    assert "name-17" in page.form(door(the)).names
    heading = "Step\tWho\tWork\tThen it waits\tKind of rule"
    sheet = f"{heading}\nFile\tClerk\t5 min\t2 d\tHabit of ours\nSign\tJudge\tsoon\t4 d\tlaw"
    page = client.submit(door(the), {**rows(TWO[0]), "pasted": sheet}, press="read=append", expect=422)
    form = page.form(door(the))
    assert [form.values[f"name-{n}"] for n in range(3)] == ["Take the application", "File", "Sign"]
    assert [form.values[f"rule-{n}"] for n in range(3)] == ["habit", "habit", "law"]
    assert "is not a time" in page.errors["work-2"]
    assert "Nothing is saved yet" in page.text
    page = client.submit(door(the), {**rows(TWO[0]), "pasted": " "}, press="read=replace", expect=422)
    assert page.form(door(the)).values["name-0"] == "Take the application"
    assert steps_of(the.plan) == []


def test_two_at_once_lose_nothing(as_person: As) -> None:
    the = cast()
    lock = saved(the.plan, the.champion, STORY[:1])
    first, second = as_person(the.champion), as_person(the.deputy)
    first.submit(door(the), {"name-0": "Theirs"})
    page = second.post(door(the), {**rows(TWO[0]), "name-0": "Mine", "lock": str(lock)}, expect=409)
    assert "Theirs" in page.text
    assert page.form(door(the)).values["name-0"] == "Mine"
    assert steps_of(the.plan) == ["Theirs"]
    second.post(door(the), page.form(door(the)).values)
    assert steps_of(the.plan) == ["Mine"]


def test_a_map_is_frozen_with_its_version(as_person: As) -> None:
    the = cast()
    saved(the.plan, the.champion)
    accept(the.plan)
    page = as_person(the.champion).post(door(the), rows(*TWO), expect=422)
    assert "Start a new version first" in page.text
    assert page.form(door(the)).values["name-0"] == TWO[0][0]
    assert "frozen with the version" in as_person(the.champion).get(door(the)).text
    assert steps_of(the.plan) == [step.name for step in STORY]


def test_writing_a_map_counts_as_writing_in_the_version(as_person: As) -> None:
    """So that nobody submits what was gathered before."""
    the = cast()
    before = the.plan.versions[0].lock
    as_person(the.deputy).submit(door(the), rows(*TWO))
    version = db.session.scalars(select(PlanVersion)).one()
    assert (version.lock, version.saved_by_id) == (before + 1, the.deputy.id)
    assert version.state is VersionState.DRAFT


def test_a_plan_begins_its_planned_map_with_the_steps_of_today(as_person: As) -> None:
    the = cast()
    saved(the.plan, the.champion)
    page = as_person(the.champion).get(f"{door(the, 'to-be')}?from=as-is")
    assert page.form(door(the, "to-be")).values["name-5"] == "Sign the order"
    as_person(the.champion).submit(door(the, "to-be"), rows(("Write it", "Desk", "60 min", "23 h")))
    assert steps_of(the.plan) == [*(step.name for step in STORY), "Write it"]


def test_an_emptied_map_is_gone_from_the_page(as_person: As) -> None:
    the = cast()
    lock = saved(the.plan, the.champion, AFTER)
    as_person(the.champion).post(door(the), {"lock": str(lock), "work_unit": "min", "wait_unit": "d"})
    assert steps_of(the.plan) == []
    assert db.session.scalar(select(func.count(SavedMap.id))) == 1
