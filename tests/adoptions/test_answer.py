"""What the office that was offered a change answers, and what comes of it there."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.adoptions import queries
from app.adoptions.models import Adoption, Refusal, State
from app.core.events import Event
from app.extensions import db
from app.measures.models import Intervention, Measure, Signal
from app.notices.models import Notice
from tests.adoptions import given
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
HERE = "/adoptions/A-1"
TERMS = {"started_on": "2026-11-09", "differently": "We teach for two weeks only"}
NO = {"refusal": "not_for_us", "reason": "Our court has no template"}
END = {"how": "worked", "outcome": "Orders within three days"}


def under_way(spread: given.Spread, **fields: object) -> Adoption:
    """Begun on 9 November, with the office's own measure."""
    usual = {
        "state": State.ADOPTING, "measure_id": spread.theirs.id, "started_on": date(2026, 11, 9), "baseline": 72,
        "differently": "As there",
    }  # fmt: skip
    return given.offered(spread, **{**usual, **fields})


def show(measure: Measure, grade: int, signal: Signal, latest: int, end: date = date(2026, 11, 20)) -> None:
    """What the office's measure shows now."""
    measure.grade, measure.signal, measure.latest, measure.latest_end = grade, signal, Decimal(latest), end
    db.session.commit()


def test_the_seat_takes_it_up_with_its_own_measure(as_person: As) -> None:
    spread = given.spread()
    made = given.offered(spread)
    copier = as_person(spread.copier)
    page = copier.get(HERE)
    for words in ("One signature and six weeks", "Orders that the judge", "Same channels: Counter.", "72 days"):
        assert words in page.text
    page = copier.post(f"{HERE}/starts", TERMS | {"measure_id": str(spread.theirs.id)})
    assert (made.state, made.measure_id, made.baseline) == (State.ADOPTING, spread.theirs.id, Decimal(72))
    mark = db.session.scalars(select(Intervention)).one()
    assert (mark.measure_id, mark.happened_on) == (spread.theirs.id, date(2026, 11, 9))
    assert "took up a change from elsewhere" in page.text
    assert set(db.session.scalars(select(Notice.person_id))) == {spread.cast.champion.id, spread.cast.deputy.id}


def test_only_the_seat_of_that_office_answers(as_person: As) -> None:
    spread = given.spread()
    given.offered(spread)
    ways = {"starts": TERMS, "refusals": NO, "edit": TERMS, "outcomes": END}
    for person in (spread.cast.champion, spread.cast.colleague, spread.cast.program, spread.cast.auditor):
        as_person(person).get(HERE)
        for way, fields in ways.items():
            as_person(person).post(f"{HERE}/{way}", fields, expect=403)
    for way in ways:
        as_person(spread.copier).get(f"{HERE}/{way}", expect=405)
    as_person(spread.copier).get("/adoptions/A-99", expect=404)
    assert db.session.scalars(select(Event)).all() == []


def test_not_now_stays_open_and_not_for_us_is_the_end(as_person: As) -> None:
    spread = given.spread()
    made = given.offered(spread)
    copier = as_person(spread.copier)
    copier.post(f"{HERE}/refusals", NO | {"refusal": "not_now"})
    assert (made.state, made.refusal) == (State.DECLINED, Refusal.NOT_NOW)
    assert "Our court has no template" in as_person(spread.cast.stranger).get(spread.door).text
    copier.post(f"{HERE}/refusals", NO)
    for way, fields in (("starts", TERMS), ("refusals", NO)):
        page = copier.post(f"{HERE}/{way}", fields, expect=422)
        assert "This offer was answered already." in page.text
    assert (made.state, made.refusal) == (State.DECLINED, Refusal.NOT_FOR_US)


def test_not_now_can_be_taken_up_later_and_what_is_missing_is_asked_for(as_person: As) -> None:
    spread = given.spread()
    made = given.offered(spread, state=State.DECLINED, refusal=Refusal.NOT_NOW, reason="After the summer")
    copier = as_person(spread.copier)
    copier.post(f"{HERE}/starts", {"measure_id": "0", "started_on": "", "differently": ""})
    assert (made.state, made.refusal, made.baseline) == (State.ADOPTING, None, None)
    assert [row.number for row in queries.waiting_for(spread.copier, date(2026, 11, 23))] == [1]
    assert "Say first on which day you began." in copier.post(f"{HERE}/outcomes", END, expect=422).text
    sent = TERMS | {"measure_id": str(spread.theirs.id)}
    copier.post(f"{HERE}/edit", sent | {"lock": str(made.lock)})
    assert (made.baseline, made.due_on) == (Decimal(72), date(2027, 5, 10))
    page = copier.post(f"{HERE}/edit", sent | {"lock": str(made.lock), "started_on": "2026-11-02"}, expect=422)
    assert "its measure and its first day stand" in page.errors["measure_id"]


@pytest.mark.parametrize(
    ("way", "field", "value", "words"),
    [
        ("starts", "started_on", "2026-11-24", "still to come"), ("starts", "started_on", "soon", "year-month-day"),
        ("starts", "measure_id", "999999999999", "None yet"), ("starts", "differently", "x" * 100_000, "5,000"),
        ("refusals", "reason", " ", "Write the reason"), ("refusals", "refusal", "maybe", "Choose one"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_said_and_nothing_typed_is_lost(
    as_person: As, way: str, field: str, value: str, words: str
) -> None:
    spread = given.spread()
    made = given.offered(spread)
    sent = {"starts": TERMS, "refusals": NO}[way] | {field: value}
    is_none = field == "measure_id"  # a number that no row has is none
    page = as_person(spread.copier).post(f"{HERE}/{way}", sent, expect=200 if is_none else 422)
    assert words in (page.text if is_none else page.errors[field])
    if not is_none:
        typed = page.form(f"{HERE}/{way}").values
        assert all(typed[name].strip() == text.strip() for name, text in sent.items() if name != "refusal")
        assert made.state is State.OFFERED


def test_two_who_say_how_it_is_copied_see_both_texts(as_person: As) -> None:
    spread = given.spread()
    made = under_way(spread, started_on=None)
    seen, copier = str(made.lock), as_person(spread.copier)
    copier.post(f"{HERE}/edit", {"differently": "Two weeks", "lock": seen})
    page = copier.post(f"{HERE}/edit", {"differently": "Four weeks", "lock": seen}, expect=409)
    assert "Two weeks" in page.text
    assert page.form(f"{HERE}/edit").values["differently"].strip() == "Four weeks"
    copier.post(f"{HERE}/edit", page.form(f"{HERE}/edit").values)
    assert made.differently == "Four weeks"


def test_it_worked_where_its_own_numbers_say_so_and_the_first_plan_counts_it(as_person: As) -> None:
    spread = given.spread()
    made = under_way(spread)
    show(spread.theirs, 3, Signal.IMPROVING, 3)
    copier = as_person(spread.copier)
    page = copier.post(f"{HERE}/outcomes", END)
    assert "72 days to 3 days" in " ".join(page.text.split())
    assert (made.state, made.result_grade, made.result_signal) == (State.WORKED, 3, Signal.IMPROVING)
    assert "This copy is not under way." in copier.post(f"{HERE}/outcomes", END, expect=422).text
    show(spread.theirs, 1, Signal.WORSE, 90)
    assert "Worked in 2 offices" in as_person(spread.cast.colleague).get("/adoptions").text
    assert "Worked in 2 offices" in as_person(spread.cast.colleague).get(spread.door).text


def test_what_no_number_shows_is_written_and_not_counted(as_person: As) -> None:
    spread = given.spread()
    made = under_way(spread)
    show(spread.theirs, 3, Signal.IMPROVING, 3, end=date(2026, 10, 31))  # from before the copy began
    as_person(spread.copier).post(f"{HERE}/outcomes", END)
    assert (made.state, made.result_grade, made.result_signal) == (State.WORKED, 1, Signal.NONE)
    assert "Worked in 1 office." in as_person(spread.cast.colleague).get(spread.door).text


def test_nobody_says_that_it_worked_against_the_numbers_and_a_failure_stays_in_sight(as_person: As) -> None:
    spread = given.spread()
    made = under_way(spread)
    show(spread.theirs, 2, Signal.WORSE, 80)
    copier = as_person(spread.copier)
    page = copier.post(f"{HERE}/outcomes", END, expect=422)
    assert "got worse since" in page.errors["how"]
    assert page.form(f"{HERE}/outcomes").values["outcome"].strip() == END["outcome"]
    assert (made.state, made.result_grade) == (State.ADOPTING, None)
    copier.post(f"{HERE}/outcomes", {"how": "failed", "outcome": "Our judge reads every order twice"})
    page = as_person(spread.cast.stranger).get(spread.door)
    assert "Did not work here" in page.text
    assert "Our judge reads every order twice" in page.text
    assert "did not work in 1" in as_person(spread.cast.stranger).get("/adoptions").text
