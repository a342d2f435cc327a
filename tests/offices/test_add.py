"""Adding and changing offices."""

from collections.abc import Callable

import pytest
from sqlalchemy import insert, select

from app.accounts.models import Person
from app.core.events import Event
from app.extensions import db
from app.offices import queries
from app.offices.models import Office, OfficeParent
from tests.accounts.house import House
from tests.support import builders
from tests.support.client import Client

People = Callable[[Person], Client]
NEW = {"name": "River Desk", "parent": "elm-street"}


def test_it_hangs_where_it_was_put(house: House, as_person: People) -> None:
    page = as_person(house.admin).submit("/offices/new", NEW | {"staff_count": "12"})
    river = queries.get_by_slug("river-desk")
    assert river is not None
    assert page.h1 == "River Desk"
    assert river.path == f"{house.elm.path}{river.id}/"
    assert river.staff_count == 12
    stay = db.session.scalars(select(OfficeParent).where(OfficeParent.office_id == river.id)).one()
    assert (stay.parent_id, stay.to_on) == (house.elm.id, None)
    assert db.session.scalars(select(Event.subject_id).where(Event.verb == "office.added")).one() == river.id


@pytest.mark.parametrize("who", ["colleague", "dana", "program", "auditor"])
def test_others_add_none(house: House, as_person: People, who: str) -> None:
    as_person(getattr(house, who)).post("/offices", NEW, expect=403)
    assert queries.get_by_slug("river-desk") is None


def test_an_administrator_of_another_subtree_adds_none_here(house: House, as_person: People) -> None:
    as_person(house.other_admin).post("/offices", NEW | {"parent": "hill-road", "language": "en"}, expect=403)
    as_person(house.other_admin).submit("/offices/new", NEW)


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", "x" * 201), ("parent", "nowhere"), ("slug", "No Good"), ("slug", "elm-street"),
     ("slug", "new"), ("staff_count", "many"), ("staff_count", "-1"), ("staff_count", "99999999999999")],
)  # fmt: skip
def test_what_is_wrong_stands_beside_its_field(house: House, as_person: People, field: str, value: str) -> None:
    page = as_person(house.admin).submit("/offices/new", NEW | {field: value}, expect=422)
    assert field in page.errors
    assert page.form("/offices").values[field] == value


@pytest.mark.parametrize(
    "name", ["Γραφείο Εξυπηρέτησης", "مكتب", "สำนักงาน", "服务大厅", "Şube", "<script>alert(1)</script>"]
)
def test_names_in_any_script_get_a_short_name_in_ascii(house: House, as_person: People, name: str) -> None:
    page = as_person(house.admin).submit("/offices/new", NEW | {"name": name})
    office = db.session.scalars(select(Office).where(Office.name == name)).one()
    assert page.h1 == name
    assert office.slug.isascii()


def test_two_of_one_name_get_two_short_names(house: House, as_person: People) -> None:
    for _ in range(3):
        as_person(house.admin).submit("/offices/new", NEW)
    slugs = db.session.scalars(select(Office.slug).where(Office.name == "River Desk")).all()
    assert sorted(slugs) == ["river-desk", "river-desk-2", "river-desk-3"]


def test_a_change_is_saved_and_the_short_name_stays(house: House, as_person: People) -> None:
    as_person(house.admin).submit("/offices/elm-street/edit", {"name": "Elm Street counter"})
    assert (house.elm.name, house.elm.slug) == ("Elm Street counter", "elm-street")


def test_two_at_once_lose_nothing(house: House, as_person: People) -> None:
    browser = as_person(house.admin)
    form = browser.get("/offices/elm-street/edit").form("/offices/elm-street").values
    browser.submit("/offices/elm-street/edit", {"name": "First"})
    page = browser.post("/offices/elm-street", form | {"name": "Second"}, expect=409)
    assert "First" in page
    assert house.elm.name == "First"
    browser.post("/offices/elm-street", page.form("/offices/elm-street").values)
    assert house.elm.name == "Second"


def test_everyone_reads_the_tree_one_level_at_a_time(house: House, as_person: People) -> None:
    browser = as_person(house.colleague)
    page = browser.get("/offices")
    assert page.h1 == "Marlow County"
    assert "Child Support" in page
    assert "/offices/elm-street" not in [href for _words, href in page.links]
    assert "Elm Street" in browser.get("/offices/child-support")
    assert "Elm Street" in browser.get("/offices?words=ELM")


def test_unknown_offices_are_not_found(house: House, as_person: People) -> None:
    as_person(house.admin).get("/offices/nowhere", expect=404)


def test_five_thousand_offices_stay_quick(house: House, as_person: People, queries: Callable[..., object]) -> None:
    make_offices(house.hill, 5_000)
    browser = as_person(house.admin)
    with queries() as counted:  # type: ignore[attr-defined]
        page = browser.get("/offices/hill-road")
    assert "District 49" in page
    assert "99" in page  # each of the fifty has 99 below it
    assert len(counted) <= 22
    assert "datalist" not in browser.get("/offices/new").html


def make_offices(above: Office, count: int) -> None:
    """Fifty below `above`, the rest spread below those."""
    first = [builders.office(f"District {n}", above) for n in range(50)]
    numbers = range(1_000_000, 1_000_000 + count - 50)
    db.session.execute(
        insert(Office),
        [
            {"id": n, "slug": f"o{n}", "name": f"Office {n}", "parent_id": first[n % 50].id, "language": "en",
             "path": f"{first[n % 50].path}{n}/", "opened_on": builders.TODAY, "lock": 1}
            for n in numbers
        ],
    )  # fmt: skip
    db.session.commit()
