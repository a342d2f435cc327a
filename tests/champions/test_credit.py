"""Good work is told with a name where the person said yes, and anonymous reporters are never named."""

from collections.abc import Callable
from datetime import date

import pytest

from app.accounts.models import Credit, Person
from app.extensions import db
from app.pain_points.models import PainPoint, Reply, ReplyKind, State
from tests.accounts.house import House
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import Client

People = Callable[[Person], Client]


def fixed(house: House, reporter: Person | None) -> PainPoint:
    """Dana says that it is fixed."""
    point = builders.pain_point(house.elm, house.dana, reporter, state=State.FIXED, fixed_on=date(2026, 11, 20))
    builders.save(
        Reply(
            pain_point_id=point.id, kind=ReplyKind.FIXED, author_id=house.dana.id, words="The number is right now.",
            language="en", written_at=AT, written_on=AT.date(),
        )
    )  # fmt: skip
    return point


def pages(house: House, point: PainPoint) -> list[str]:
    return [f"/pain-points/{point.ref}", "/fixed", f"/cycles/{house.cycle.id}/cohort"]


def test_the_account_takes_the_choice_and_leaves_it_when_nothing_is_chosen(house: House, as_person: People) -> None:
    browser = as_person(house.colleague)
    browser.submit("/account", {"name": "Kofi M."})
    found = [house.colleague.credit]
    for choice in ("by_name", "whatever", "no_name"):
        browser.submit("/account", {"credit": choice})
        found.append(house.colleague.credit)
    assert found == [Credit.UNSET, Credit.BY_NAME, Credit.BY_NAME, Credit.NO_NAME]


def test_a_reporter_is_named_after_a_yes_and_no_longer_after_a_no(house: House, as_person: People) -> None:
    point, reader = fixed(house, house.colleague), as_person(builders.person("Rita Reader", at=house.elm))
    for credit, is_named in ((Credit.UNSET, False), (Credit.BY_NAME, True), (Credit.NO_NAME, False)):
        house.colleague.credit = credit
        db.session.commit()
        for path in pages(house, point):
            assert ("Kofi Mensah" in reader.get(path)) is is_named, path


def test_whoever_fixed_it_is_named_after_a_yes(house: House, as_person: People) -> None:
    point, reader = fixed(house, None), as_person(house.colleague)
    assert "Fixed by" not in reader.get("/fixed")
    house.dana.credit = Credit.BY_NAME
    db.session.commit()
    for path in pages(house, point)[:2]:
        assert "Fixed by Dana Whitfield." in " ".join(reader.get(path).text.split())


def test_anonymous_stays_anonymous(house: House, as_person: People) -> None:
    """Also where a row said by mistake who it was."""
    point = fixed(house, None)
    house.colleague.credit, point.reporter_id = Credit.BY_NAME, house.colleague.id
    db.session.commit()
    for path in pages(house, point):
        assert "Kofi Mensah" not in as_person(house.auditor).get(path), path


def test_what_is_not_fixed_credits_nobody(house: House, as_person: People) -> None:
    point = builders.pain_point(house.elm, house.dana, house.colleague)
    house.colleague.credit = Credit.BY_NAME
    db.session.commit()
    assert "Reported by" not in as_person(house.auditor).get(f"/pain-points/{point.ref}")


@pytest.mark.parametrize(
    ("credit", "is_named"), [(Credit.UNSET, True), (Credit.BY_NAME, True), (Credit.NO_NAME, False)]
)
def test_a_seat_is_public_until_its_holder_says_no(
    house: House, as_person: People, credit: Credit, is_named: bool
) -> None:
    house.dana.credit = credit
    db.session.commit()
    page = as_person(house.colleague).get(f"/cycles/{house.cycle.id}/cohort")
    assert ("Dana Whitfield" in page) is is_named
    assert "Child Support" in page
