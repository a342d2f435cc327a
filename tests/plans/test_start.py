"""POST /plans: a seat's office gets its plan."""

from sqlalchemy import select

from app.accounts.models import Role
from app.core.events import Event
from app.extensions import db
from app.plans.models import Plan
from tests.plans.conftest import Cast
from tests.support import builders
from tests.support.client import Client


def another_seat(cast: Cast) -> int:
    office = builders.office("Parking", parent=cast.agency)
    return builders.seat(office, cast.champion, cast.cycle).id


def plans() -> list[Plan]:
    return list(db.session.scalars(select(Plan).order_by(Plan.number)))


def test_a_champion_starts_the_plan_of_the_seat(cast: Cast, champion: Client) -> None:
    seat = another_seat(cast)
    page = champion.submit("/plans", {"seat": str(seat)}, to="/plans")
    assert page.path == "/plans/P-13/edit"
    assert [event.verb for event in db.session.scalars(select(Event))] == ["plan.started"]


def test_starting_again_leads_to_the_same_plan(cast: Cast, champion: Client) -> None:
    seat = another_seat(cast)
    for _ in range(2):
        assert champion.post("/plans", {"seat": seat}).path == "/plans/P-13/edit"
    assert len(plans()) == 2


def test_the_deputy_may_start_it_too(cast: Cast, as_person) -> None:  # type: ignore[no-untyped-def]
    office = builders.office("Parking", parent=cast.agency)
    seat = builders.seat(office, cast.champion, cast.cycle, cast.deputy)
    assert as_person(cast.deputy).post("/plans", {"seat": seat.id}).path == "/plans/P-13/edit"


def test_nobody_starts_the_plan_of_another_seat(cast: Cast, as_person) -> None:  # type: ignore[no-untyped-def]
    seat = another_seat(cast)
    for person in (cast.colleague, cast.program, cast.auditor, cast.leader):
        as_person(person).post("/plans", {"seat": seat}, expect=403)
    other = builders.person("Tom Fell")
    builders.seat(builders.office("Museums", parent=cast.agency), other, cast.cycle)
    as_person(other).post("/plans", {"seat": seat}, expect=403)
    assert len(plans()) == 1


def test_a_seat_that_has_ended_starts_nothing(cast: Cast, champion: Client) -> None:
    seat = another_seat(cast)
    ended = db.session.get_one(type(cast.seat), seat)
    ended.to_on = builders.TODAY
    builders.save(ended)
    champion.post("/plans", {"seat": seat}, expect=409)
    assert len(plans()) == 1


def test_an_unknown_seat_is_not_found(champion: Client) -> None:
    for seat in ("0", "99999", "-1", "x", "", "١٢"):
        champion.post("/plans", {"seat": seat}, expect=404)


def test_the_list_offers_to_start_only_what_is_missing(cast: Cast, champion: Client, as_person) -> None:  # type: ignore[no-untyped-def]
    assert "Start the plan" not in champion.get("/plans").text
    another_seat(cast)
    assert "Start the plan of Parking" in champion.get("/plans").text
    assert "Start the plan" not in as_person(cast.colleague).get("/plans").text


def test_a_role_without_the_seat_is_not_enough(cast: Cast, as_person) -> None:  # type: ignore[no-untyped-def]
    seat = another_seat(cast)
    impostor = builders.person("Impostor")
    builders.grant(impostor, Role.CHAMPION, cast.agency)
    as_person(impostor).post("/plans", {"seat": seat}, expect=403)
