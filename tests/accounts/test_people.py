"""Adding, finding, changing and moving people."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from app.accounts.models import Membership, OneUseLink, Person, Role
from app.extensions import db
from app.notices.models import Mail
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]
NEW = {"name": "Nora New", "email": "Nora@Agency.example", "office": "elm-street"}


def by_email(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email))


def test_a_new_person_gets_an_invitation(house: House, as_person: People) -> None:
    page = as_person(house.admin).submit("/people/new", NEW)
    nora = by_email("nora@agency.example")
    assert nora is not None
    assert page.h1 == "Nora New"
    assert nora.office == house.elm
    assert "/links/" in db.session.scalars(select(Mail.body).where(Mail.recipient == nora.email)).one()


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor"])
def test_others_add_nobody(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).post("/people", NEW, expect=403)
    assert by_email("nora@agency.example") is None


def test_an_administrator_of_another_office_adds_nobody_here(house: House, as_person: People) -> None:
    as_person(house.other_admin).post("/people", NEW | {"office": "hill-road", "language": "en"}, expect=403)
    assert by_email("nora@agency.example") is None


def test_an_address_is_given_once(house: House, as_person: People) -> None:
    page = as_person(house.admin).submit("/people/new", NEW | {"email": house.dana.email.upper()}, expect=422)
    assert "has this address" in page.errors["email"]
    assert page.form("/people").values["name"] == "Nora New"


@pytest.mark.parametrize(("field", "value"), [("name", " "), ("email", "nora"), ("email", ""), ("office", "nowhere")])
def test_what_is_wrong_stands_beside_its_field(house: House, as_person: People, field: str, value: str) -> None:
    page = as_person(house.admin).submit("/people/new", NEW | {field: value}, expect=422)
    assert field in page.errors


def test_an_office_that_several_fit_is_asked_back(house: House, as_person: People) -> None:
    builders.office("Elm Street", house.hill, slug="elm-2")
    page = as_person(house.admin).submit("/people/new", NEW | {"office": "Elm Street"}, expect=422)
    assert "elm-2" in page.errors["office"]


@pytest.mark.parametrize(
    "name", ["Ωρίων Παπαδόπουλος", "سلمى الحربي", "ณัฐพล ศรีสุข", "İpek Şahin", "王小明", "<b>&'\"%s{{7*7}}"]
)
def test_a_name_in_any_script_comes_out_as_it_went_in(house: House, as_person: People, name: str) -> None:
    page = as_person(house.admin).submit("/people/new", NEW | {"name": name})
    assert page.h1 == name
    assert name in as_person(house.admin).get("/people?words=" + name[:4].replace("&", "%26").replace("%s", "%25s"))


def test_filters_by_words_role_and_office(house: House, as_person: People) -> None:
    browser = as_person(house.auditor)
    assert "Dana Whitfield" in browser.get("/people?words=whit")
    assert "Dana Whitfield" not in browser.get("/people?words=kofi")
    assert "Dana Whitfield" in browser.get("/people?role=champion")
    assert "Kofi Mensah" not in browser.get("/people?role=champion")
    assert "Kofi Mensah" in browser.get("/people?office=child-support")
    assert "Kofi Mensah" not in browser.get("/people?office=hill-road")


@pytest.mark.parametrize(
    "query", ["role=nothing", "office=nowhere", "after=x", "after=999999999999999999999", "words=%25_%00"]
)
def test_odd_filters_do_no_harm(house: House, as_person: People, query: str) -> None:
    as_person(house.admin).get(f"/people?{query}")


def test_pages_go_through_everyone_once_and_back(house: House, as_person: People) -> None:
    for n in range(60):
        builders.person(f"Person {n:02}", at=house.elm)
    browser, seen, path = as_person(house.admin), [], "/people"
    while path:
        page = browser.get(path)
        seen += [href for _words, href in page.links if href.startswith("/people/") and href[8:].isdigit()]
        path = next((href for words, href in page.links if words == "Next"), "")
    assert len(seen) == len(set(seen)) == len(db.session.scalars(select(Person.id)).all())
    back = browser.get(next(href for words, href in page.links if words == "Previous"))
    assert [href for _w, href in back.links if href.startswith("/people/") and href[8:].isdigit()] == seen[25:50]


@pytest.mark.parametrize("who", ["colleague", "dana"])
def test_the_frontline_does_not_list_people(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).get("/people", expect=403)


def test_a_change_is_saved_and_the_old_address_told(house: House, as_person: People) -> None:
    before = house.dana.email
    as_person(house.admin).submit(f"/people/{house.dana.id}/edit", {"email": "dana.w@agency.example"})
    assert house.dana.email == "dana.w@agency.example"
    assert db.session.scalars(select(Mail.recipient)).one() == before


def test_an_administrator_cannot_take_over_wider_rights(house: House, as_person: People) -> None:
    """Whoever may change an address could sign in with it."""
    house.admin.office_id = house.support.id
    db.session.commit()
    as_person(house.other_admin).get(f"/people/{house.admin.id}/edit", expect=403)
    as_person(house.other_admin).post(f"/people/{house.admin.id}", {"email": "x@y.example"}, expect=403)
    as_person(house.other_admin).post(f"/people/{house.admin.id}/links", expect=403)


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    path = f"/people/{house.dana.id}"
    form = browser.get(f"{path}/edit").form(path).values
    browser.submit(f"{path}/edit", {"name": "First"})
    page = browser.post(path, form | {"name": "Second"}, expect=409)
    assert "First" in page
    assert page.form(path).values["name"] == "Second"
    assert house.dana.name == "First"


def test_a_move_ends_rights_elsewhere_and_keeps_the_history(house: House, as_person: People) -> None:
    builders.grant(house.dana, Role.SPONSOR, house.support)
    builders.grant(house.dana, Role.REVIEWER, house.agency)
    as_person(house.admin).submit(f"/people/{house.dana.id}/edit", {"office": "hill-road"})
    db.session.expire_all()
    assert house.dana.office == house.hill
    assert {grant.role for grant in house.dana.grants} == {Role.REVIEWER}
    assert house.seat.to_on is not None
    stays = db.session.scalars(select(Membership).where(Membership.person_id == house.dana.id)).all()
    assert [stay.office_id for stay in stays if stay.to_on is None] == [house.hill.id]


def test_a_move_within_the_subtree_keeps_rights(house: House, as_person: People) -> None:
    builders.grant(house.dana, Role.SPONSOR, house.support)
    as_person(house.admin).submit(f"/people/{house.dana.id}/edit", {"office": "elm-street"})
    db.session.expire_all()
    assert {grant.role for grant in house.dana.grants} == {Role.CHAMPION, Role.SPONSOR}
    assert house.seat.to_on is None


def test_a_new_link_goes_to_the_person_not_to_the_page(house: House, as_person: People) -> None:
    page = as_person(house.admin).submit(f"/people/{house.dana.id}", to=f"/people/{house.dana.id}/links")
    assert "/links/" not in page.html.replace(f"/people/{house.dana.id}/links", "")
    assert len(db.session.scalars(select(OneUseLink)).all()) == 1


def test_unknown_people_are_not_found(house: House, as_person: People) -> None:
    for number in (0, 999_999, 2**31, 2**70):
        as_person(house.admin).get(f"/people/{number}", expect=404)


def test_the_head_of_a_page_and_the_list_call_a_role_by_the_same_word(house: House, as_person: People) -> None:
    listed = as_person(house.auditor).get("/people").text
    deputy = builders.with_role(Role.DEPUTY, house.elm, "Della Deputy")
    assert "Deputy champion, " + house.elm.name in as_person(deputy).get("/account").text
    assert "Deputy champion" in as_person(house.auditor).get("/people?words=della").text
    assert "Frontline, " in as_person(house.colleague).get("/account").text
    assert "Frontline" in listed
