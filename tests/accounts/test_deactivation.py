"""Ending someone's access, and giving it back."""

from collections.abc import Callable

import pytest

from app.accounts.models import Person, Role
from app.champions.models import SeatState
from app.extensions import db
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]


def end_access(browser: Client, person: Person, expect: int = 200) -> None:
    browser.post(f"/people/{person.id}/deactivations", expect=expect)


def test_it_signs_out_at_once(house: House, as_person: People) -> None:
    theirs = as_person(house.colleague)
    path = f"/people/{house.colleague.id}/deactivations"
    as_person(house.admin).submit(f"{path}/new", to=path)
    assert not house.colleague.is_active
    assert theirs.get("/account", follow=False, expect=303).location.startswith("/sign-in")


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor", "other_admin"])
def test_others_cannot(house: House, as_person: People, who: str) -> None:
    target = house.admin if who == "other_admin" else house.ali
    end_access(as_person(getattr(house, who)), target, expect=403)
    assert target.is_active


def test_nobody_ends_their_own(house: House, as_person: People) -> None:
    end_access(as_person(house.admin), house.admin, expect=403)
    assert house.admin.is_active


def test_reading_the_address_ends_nothing(house: House, as_person: People) -> None:
    as_person(house.admin).get(f"/people/{house.ali.id}/deactivations", expect=405)
    as_person(house.admin).get(f"/people/{house.ali.id}/deactivations/new")
    assert house.ali.is_active


def test_it_is_harmless_to_repeat(house: House, as_person: People) -> None:
    for _ in range(2):
        end_access(as_person(house.admin), house.ali)
    assert not house.ali.is_active


def test_the_last_of_the_program_office_stays(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    end_access(browser, house.program)
    assert "last person" in (browser.last or pytest.fail("no page"))
    assert house.program.is_active


def test_with_a_second_one_the_first_may_go(house: House, as_person: People) -> None:
    builders.with_role(Role.PROGRAM_OFFICE, house.agency)
    end_access(as_person(house.admin), house.program)
    assert not house.program.is_active


def test_the_deputy_acts_and_answers_from_then_on(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.colleague)
    end_access(as_person(house.admin), house.dana)
    db.session.expire_all()
    assert house.seat.state is SeatState.ON_LEAVE
    assert point.responsible_id == house.ali.id


def test_access_given_back_works_again(house: House, as_person: People) -> None:
    end_access(as_person(house.admin), house.ali)
    as_person(house.admin).submit(f"/people/{house.ali.id}", to=f"/people/{house.ali.id}/reactivations")
    assert house.ali.is_active
