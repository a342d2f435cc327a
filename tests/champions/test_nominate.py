"""Nominating a colleague: a draft, sent when it is ready; and who reads it when."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.champions.models import CycleState
from app.champions.nominations.models import Nomination, NominationState
from app.core.events import Event
from app.extensions import db
from tests.accounts.house import House
from tests.champions.selecting import GROUNDS, fresh, given, nominee, page_of
from tests.support import builders
from tests.support.builders import TODAY
from tests.support.client import Client

People = Callable[[Person], Client]
LONG = "word " * 20_000


def new_path(house: House) -> str:
    return f"/cycles/{house.cycle.id}/nominations/new"


def only() -> Nomination:
    return db.session.scalars(select(Nomination)).one()


def test_a_colleague_writes_a_draft_and_sends_it(house: House, as_person: People) -> None:
    hana, browser = nominee(house), as_person(house.colleague)
    page = browser.submit(new_path(house), GROUNDS | {"nominee": hana.email, "office": ""})
    assert page.h1 == "Hana Kim"
    assert (only().state, only().office_id) == (NominationState.DRAFT, house.hill.id)
    for _ in range(2):
        browser.post(f"{page_of(only())}/submissions")
    assert fresh(only()).state is NominationState.SUBMITTED
    events = db.session.scalars(select(Event).where(Event.subject_type == "nomination").order_by(Event.id)).all()
    assert [event.verb for event in events] == ["nomination.drafted", "nomination.submitted"]
    assert "law" not in str([event.data for event in events])


def test_a_draft_is_its_writers_alone(house: House, as_person: People) -> None:
    one = given(house, NominationState.DRAFT)
    for who in (house.program, house.auditor, house.dana, one.nominee):
        as_person(who).get(page_of(one), expect=404)
        as_person(who).post(f"{page_of(one)}/submissions", expect=404)
    assert "Only you see this draft" in as_person(house.colleague).get(page_of(one))


def test_the_draft_is_changed_until_it_is_sent(house: House, as_person: People) -> None:
    one, browser = given(house, NominationState.DRAFT), as_person(house.colleague)
    browser.submit(f"{page_of(one)}/edit", {"respected": "They follow her."})
    assert fresh(one).respected == "They follow her."
    browser.post(f"{page_of(one)}/submissions")
    browser.get(f"{page_of(one)}/edit", expect=409)
    browser.post(page_of(one), GROUNDS | {"nominee": one.nominee.email}, expect=409)


def test_two_windows_lose_nothing(house: House, as_person: People) -> None:
    one, browser = given(house, NominationState.DRAFT), as_person(house.colleague)
    old = browser.get(f"{page_of(one)}/edit").form(page_of(one)).values
    browser.submit(f"{page_of(one)}/edit", {"respected": "From the first window."})
    page = browser.post(page_of(one), old | {"respected": "From the second."}, expect=409)
    assert "From the first window." in page
    assert page.form(page_of(one)).values["respected"] == "From the second."
    assert fresh(one).respected == "From the first window."


@pytest.mark.parametrize(
    ("field", "value"),
    [("nominee", ""), ("nominee", "Nobody"), ("office", "Nowhere"), ("thinks_ahead", " "), ("respected", LONG),
     ("office", "child-support"), ("nominee", "kofi mensah")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field(house: House, as_person: People, field: str, value: str) -> None:
    good = GROUNDS | {"nominee": nominee(house).email, "office": "hill-road"}
    page = as_person(house.colleague).submit(new_path(house), good | {field: value}, expect=422)
    assert field in page.errors
    kept = page.form(f"/cycles/{house.cycle.id}/nominations").values
    assert kept[field] == value.strip()
    assert db.session.scalars(select(Nomination)).all() == []


def test_who_has_a_seat_is_not_nominated(house: House, as_person: People) -> None:
    wanted = GROUNDS | {"nominee": house.dana.email, "office": "hill-road"}
    page = as_person(house.colleague).submit(new_path(house), wanted, expect=422)
    assert "has a seat" in page.errors["nominee"]


def test_a_person_is_nominated_once_in_a_cycle(house: House, as_person: People) -> None:
    first = given(house)
    browser = as_person(house.ali)
    browser.submit(new_path(house), GROUNDS | {"nominee": first.nominee.email})
    mine = db.session.scalars(select(Nomination).where(Nomination.nominator_id == house.ali.id)).one()
    page = browser.post(f"{page_of(mine)}/submissions", expect=422)
    assert first.ref in page
    assert fresh(mine).state is NominationState.DRAFT


def test_after_the_last_day_a_draft_stays_a_draft(house: House, as_person: People) -> None:
    one = given(house, NominationState.DRAFT)
    house.cycle.nominate_until = TODAY - timedelta(days=1)
    db.session.commit()
    page = as_person(house.colleague).post(f"{page_of(one)}/submissions", expect=422)
    assert "have ended" in page
    assert fresh(one).state is NominationState.DRAFT


def test_nobody_nominates_in_a_closed_cycle_and_auditors_never(house: House, as_person: People) -> None:
    as_person(house.auditor).post(f"/cycles/{house.cycle.id}/nominations", expect=403)
    house.cycle.state = CycleState.CLOSED
    db.session.commit()
    as_person(house.colleague).get(new_path(house), expect=403)
    as_person(house.colleague).get("/cycles/2147483648/nominations", expect=404)
    as_person(house.colleague).get("/nominations/N-99999999999999999999", expect=404)


def test_the_nominee_reads_it_from_the_shortlist_on(house: House, as_person: People) -> None:
    one = given(house)
    browser, here = as_person(one.nominee), f"/cycles/{house.cycle.id}/nominations"
    browser.get(page_of(one), expect=404)
    assert one.ref not in browser.get(here)
    one.state, one.shortlisted_at = NominationState.SHORTLISTED, builders.AT
    db.session.commit()
    assert "Everyone asks her first." in browser.get(page_of(one))
    assert one.ref in browser.get(here)


def test_once_decided_only_who_took_part_reads_it(house: House, as_person: People) -> None:
    one = given(house)
    assert "Hana Kim" in as_person(house.ali).get(page_of(one))
    one.state = NominationState.NOT_SELECTED
    db.session.commit()
    as_person(house.ali).get(page_of(one), expect=404)
    as_person(one.nominee).get(page_of(one), expect=404)
    for who in (house.colleague, house.program, house.auditor):
        as_person(who).get(page_of(one))


def test_lists_show_ones_own_and_those_of_ones_office(house: House, as_person: People) -> None:
    one, here = given(house), f"/cycles/{house.cycle.id}/nominations"
    neighbour, far = builders.person("Nia", at=house.hill), builders.person("Far", at=house.elm)
    assert one.ref in as_person(neighbour).get(here)
    assert one.ref in as_person(house.colleague).get(here)
    assert one.ref not in as_person(far).get(here)
    assert one.ref in as_person(house.program).get(f"{here}?state=submitted")
    assert one.ref not in as_person(house.program).get(f"{here}?state=selected&after=x")
