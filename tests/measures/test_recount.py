"""A number counted again from outside: what raises E4 to E5, for how long, and who may do it."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest
from sqlalchemy import func, select

from app.accounts.models import Person, Role
from app.core import clock
from app.core.database import transaction
from app.core.errors import NotAllowed
from app.core.events import Event
from app.extensions import db
from app.measures import actions, queries
from app.measures.models import Observation, Recount
from app.measures.numbers import Figure
from app.measures.queries import numbers
from app.measures.recounts import confirms, holds_until, recounted_on
from app.notices.models import Notice
from tests.measures import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
TODAY, MARCH = date(2026, 11, 23), date(2025, 3, 1)


@pytest.fixture
def cast(app: object) -> given.Cast:
    """A measure at E4: sustained, and three offices alike without it."""
    cast = given.cast(name="Days to a signed order")
    build.channel(cast.office)
    for name in ("East", "West", "South"):
        other = build.office(name, cast.agency)
        build.channel(other)
        peer = build.measure(other, build.person(at=other), name="Days to a signed order")
        given.months(peer, [*given.BASE, *given.BASE[: len(given.AFTER)]], peer.owner, first=MARCH)
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner, first=MARCH)
    given.changed(cast.measure, date(2026, 2, 28))
    return cast


def newest(cast: given.Cast) -> Observation:
    return numbers(cast.measure).observations[-1]


def door(cast: given.Cast) -> str:
    return f"/measures/{cast.measure.ref}/recounts"


def fields(cast: given.Cast, **more: str) -> dict[str, str]:
    return {"observation_id": str(newest(cast).id), "value": "1", "method": "All 48 files of the month.", **more}


def count() -> int:
    return db.session.scalar(select(func.count(Recount.id))) or 0


def grade(cast: given.Cast, on: date) -> int:
    db.session.expire_all()
    return cast.measure.grade_on(on)


def test_a_recount_that_confirms_makes_it_the_highest_grade_for_twelve_months(cast: given.Cast, as_person: As) -> None:
    today = clock.now().date()
    assert grade(cast, today) == 4
    page = as_person(cast.auditor).submit(f"/measures/{cast.measure.ref}", fields(cast), to=door(cast))
    assert "E5 checked" in page.text
    assert "Counted again from outside on" in page.text
    assert "All 48 files of the month." in page.text
    assert cast.measure.checked_until == holds_until(today)
    cast.measure.stale_after = None
    assert cast.measure.grade_on(today + timedelta(days=364)) == 5
    assert cast.measure.grade_on(today + timedelta(days=365)) == 4


def test_a_recount_that_differs_changes_no_grade_and_is_shown(cast: given.Cast, as_person: As) -> None:
    page = as_person(cast.auditor).submit(f"/measures/{cast.measure.ref}", fields(cast, value="9"), to=door(cast))
    assert "Not confirmed" in page.text
    assert "counted 9 days, recorded 1 day" in page.text
    assert grade(cast, clock.now().date()) == 4


def test_a_later_recount_that_differs_takes_the_grade_back(cast: given.Cast, as_person: As) -> None:
    as_person(cast.auditor).post(door(cast), fields(cast))
    as_person(cast.auditor).post(door(cast), fields(cast, value="9"))
    assert grade(cast, clock.now().date()) == 4
    assert count() == 2


def test_a_correction_that_a_recount_called_for_earns_the_grade(cast: given.Cast, as_person: As) -> None:
    as_person(cast.auditor).post(door(cast), fields(cast, value="2"))
    with transaction():
        actions.correct(
            newest(cast), cast.measure, Figure(Decimal(2)), "The recount found one more.", by=cast.owner, at=clock.now()
        )
    assert grade(cast, clock.now().date()) == 5


def test_the_owner_is_told_and_the_log_holds_no_words(cast: given.Cast, as_person: As) -> None:
    as_person(cast.auditor).post(door(cast), fields(cast))
    told = db.session.scalars(select(Notice).where(Notice.kind == "measure_recounted")).one()
    assert told.person_id == cast.owner.id
    data = db.session.scalars(select(Event.data).where(Event.verb == "measure.recounted")).one()
    assert data["is_confirmed"] is True
    assert "48 files" not in str(data["method"])


@pytest.mark.parametrize("who", ["owner", "champion", "deputy", "colleague"])
def test_nobody_of_the_office_counts_again(cast: given.Cast, as_person: As, who: str) -> None:
    browser = as_person(getattr(cast, who))
    assert "Count one again" not in browser.get(f"/measures/{cast.measure.ref}").text
    browser.post(door(cast), fields(cast), expect=403)
    browser.post(door(cast), {}, expect=403)
    assert count() == 0


def test_a_champion_from_elsewhere_may_and_others_with_no_such_role_may_not(cast: given.Cast, as_person: As) -> None:
    elsewhere = cast.stranger.office
    as_person(build.person(at=elsewhere)).post(door(cast), fields(cast), expect=403)
    as_person(cast.stranger).post(door(cast), fields(cast))
    assert count() == 1


def test_who_heads_the_office_or_entered_a_number_may_not_whatever_else_they_are(
    cast: given.Cast, as_person: As
) -> None:
    head = build.with_role(Role.AUDITOR, cast.agency)
    build.grant(head, Role.SPONSOR, cast.office)
    as_person(head).post(door(cast), fields(cast), expect=403)
    build.observation(cast.measure, date(2024, 12, 1), date(2024, 12, 31), 70, cast.auditor)
    as_person(cast.auditor).post(door(cast), fields(cast), expect=403)
    with pytest.raises(NotAllowed), transaction():
        actions.recount(cast.measure, newest(cast), Figure(Decimal(1)), "x", by=cast.auditor, at=clock.now())


def test_a_stranger_is_asked_to_sign_in_and_get_is_refused(cast: given.Cast, client: Client, as_person: As) -> None:
    client.post(door(cast), fields(cast), expect=401)
    as_person(cast.auditor).get(door(cast), expect=405)


def test_the_same_once_more_changes_nothing(cast: given.Cast, as_person: As) -> None:
    browser = as_person(cast.auditor)
    browser.post(door(cast), fields(cast))
    browser.post(door(cast), fields(cast))
    assert count() == 1


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"value": "many"}, "is not a number"), ({"value": ""}, "Write the number"),
        ({"method": ""}, "Write how you counted"), ({"observation_id": "999999"}, "Choose the period"),
        ({"observation_id": "x"}, "Choose the period"), ({"value": "-1"}, "cannot be below 0"),
    ],
)  # fmt: skip
def test_bad_input_is_told_beside_its_field_and_nothing_is_lost(
    cast: given.Cast, as_person: As, more: dict[str, str], message: str
) -> None:
    page = as_person(cast.auditor).post(door(cast), fields(cast, **{"method": "Forty files", **more}), expect=422)
    assert message in page.text
    assert "method" in more or "Forty files" in page.html
    assert count() == 0


def test_a_number_from_before_the_change_says_nothing(cast: given.Cast, as_person: As) -> None:
    first = queries.current([cast.measure.id])[0]
    page = as_person(cast.auditor).post(door(cast), fields(cast, observation_id=str(first.id)), expect=422)
    assert "Choose a number from after the change" in page.text


def test_a_recount_lies_within_a_twentieth_and_holds_for_under_a_year() -> None:
    assert confirms(Decimal(95), Decimal(100))
    assert not confirms(Decimal("94.9"), Decimal(100))
    assert confirms(Decimal(0), Decimal(0))
    assert not confirms(Decimal(1), Decimal(0))
    assert holds_until(date(2024, 2, 29)) < date(2025, 2, 28)
    assert recounted_on(holds_until(TODAY)) == TODAY
