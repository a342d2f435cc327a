"""How many questions the page of a measure asks: as many for years of numbers as for a few."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal

import pytest

from app.accounts.models import Person
from app.core.database import transaction
from app.extensions import db
from app.measures import actions, queries
from app.measures.numbers import Figure
from tests.measures import given
from tests.support import builders as build
from tests.support.client import Client
from tests.support.queries import counting

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
MOST, MARCH = 11, date(2025, 3, 1)


@pytest.fixture
def cast(app: object) -> given.Cast:
    """A measure so sure that other offices are looked at too."""
    cast = given.cast(name="Days to a signed order")
    build.channel(cast.office)
    peers(cast, 1)
    given.months(cast.measure, [*given.BASE, *given.AFTER], cast.owner, first=MARCH)
    given.changed(cast.measure, date(2026, 2, 28))
    return cast


def test_it_asks_as_much_for_many_as_for_few(cast: given.Cast, as_person: As) -> None:
    few = asked(cast, as_person)
    peers(cast, 3)
    recounted(cast, 3)
    for row in queries.current([cast.measure.id])[:5]:
        build.observation(
            cast.measure, row.period_start, row.period_end, float(row.value) + 1, cast.deputy, replaces_id=row.id,
            reason="Two files were counted twice.",
        )  # fmt: skip
    for number in range(4):
        given.changed(cast.measure, date(2026, 3, 1) + timedelta(days=number), name=f"Step {number}")
    assert asked(cast, as_person) == few
    assert max(few.values()) <= MOST


def test_replaced_numbers_stand_below_what_replaced_them(cast: given.Cast) -> None:
    first = queries.current([cast.measure.id])[0]
    later = build.observation(
        cast.measure, first.period_start, first.period_end, 60, cast.deputy, replaces_id=first.id, reason="Typed wrong."
    )
    found = queries.entered(cast.measure)
    assert found.replaced == {later.id: first}
    assert later in found.current
    assert first not in found.current
    assert found.current == list(queries.current([cast.measure.id]))
    assert set(found.recorder_ids) == {cast.owner.id, cast.deputy.id}


def peers(cast: given.Cast, count: int) -> None:
    for _number in range(count):
        other = build.office("East", cast.agency)
        build.channel(other)
        peer = build.measure(other, build.person(at=other), name="Days to a signed order")
        given.months(peer, [*given.BASE, *given.BASE[: len(given.AFTER)]], peer.owner, first=MARCH)


def recounted(cast: given.Cast, count: int) -> None:
    newest = queries.numbers(cast.measure).observations[-1]
    for number in range(count):
        with transaction():
            actions.recount(
                cast.measure, newest, Figure(Decimal(number + 1)), "All files.", by=cast.auditor, at=build.AT
            )


def asked(cast: given.Cast, as_person: As) -> dict[str, int]:
    """Questions by reader, of a page that was opened before."""
    found = {}
    for reader in (cast.champion, cast.owner, cast.colleague, cast.stranger, cast.auditor):
        browser, address = as_person(reader), f"/measures/{cast.measure.ref}"
        browser.get(address)
        db.session.rollback()
        with counting() as counted:
            browser.get(address)
        found[reader.name] = len(counted)
    return found
