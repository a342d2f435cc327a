"""The box "Office and below" of every list: what it finds by, and what it says where it finds none or several."""

import pytest

from app.accounts.models import Role
from app.offices import finding
from app.offices.models import Office
from tests.support import builders as make
from tests.support.client import AsPerson

LISTS = ("/pain-points", "/plans", "/measures", "/milestones", "/reports", "/calendar")


@pytest.fixture
def agency(app: object) -> Office:
    root = make.office("Department", slug="department")
    places = {"elan": "Élan Street", "annex": "Élan Street Annex", "hill": "Hill Road", "hill-2": "Hill Road"}
    for slug, name in places.items():
        make.office(name, parent=root, slug=slug)
    return root


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("hill-2", "hill-2"), ("elan street", "elan"), ("ÉLAN  STREET", "elan"), ("street annex", "annex"),
        ("depart", "department"),
    ],
)
def test_a_short_name_a_name_and_a_part_of_it_find_the_office(agency: Office, words: str, slug: str) -> None:
    found = finding.sought(words)
    assert (found.office.slug if found.office else "", found.trouble) == (slug, "")
    assert finding.sought(found.words).office == found.office


def test_the_box_finds_again_what_it_shows(agency: Office) -> None:
    """Names that differ only in accents, that are another's short name, or of which the fold leaves nothing."""
    names = {"elan-2": "Elan Street", "odd": "annex", "star": "★", "mark": "\u0301", "line": "North_East"}
    for slug, name in names.items():
        make.office(name, parent=agency, slug=slug)
    for slug in ("elan", "annex", "department", *names):
        found = finding.sought(slug)
        assert found.office, slug
        assert finding.sought(found.words).office == found.office
    assert (finding.sought("elan").words, finding.sought("star").words) == ("elan", "★")


@pytest.mark.parametrize("path", LISTS)
def test_every_list_says_beside_the_box_what_it_did_not_find(as_person: AsPerson, agency: Office, path: str) -> None:
    browser = as_person(make.with_role(Role.PROGRAM_OFFICE, agency))
    assert browser.get(f"{path}?office=nowhere").errors == {"office": "No office is called “nowhere”."}
    several = browser.get(f"{path}?office=hill+road").errors["office"]
    assert "Several offices fit “hill road”" in several
    assert "(hill)" in several
    found = browser.get(f"{path}?office=annex")
    assert found.errors == {}
    assert found.one("input[@name='office']").get("value") == "Élan Street Annex"


def test_a_large_tree_gives_no_list_to_choose_from(agency: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    assert ("elan", "Élan Street") in finding.sought("").suggestions
    monkeypatch.setattr(finding, "MOST_SUGGESTIONS", 4)
    make.office("One more", parent=agency)
    assert finding.sought("").suggestions == []
