"""Recording one number."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.accounts.models import Person
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.core.events import Event
from app.extensions import db
from app.measures import actions
from app.measures.models import Measure, Observation
from app.measures.numbers import Figure
from app.measures.periods import Period
from tests.measures import given
from tests.support import builders as build
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]
OCTOBER = {"period": "2026-10-01/2026-10-31", "value": "4,2"}


def path(measure: Measure) -> str:
    return f"/measures/{measure.ref}"


def values(measure: Measure) -> list[Decimal]:
    return list(db.session.scalars(select(Observation.value).where(Observation.measure_id == measure.id)))


def test_the_owner_records_a_number(as_person: As) -> None:
    cast = given.cast()
    page = as_person(cast.owner).submit(path(cast.measure), OCTOBER, to=f"{path(cast.measure)}/observations")
    assert "Oct 2026, 4.2 days" in page.text
    db.session.expire_all()
    assert (cast.measure.latest, cast.measure.latest_end) == (Decimal("4.2"), date(2026, 10, 31))
    assert cast.measure.stale_after == date(2026, 12, 15)
    assert db.session.scalar(select(Event.data).where(Event.verb == "observation.recorded"))


def test_a_number_that_may_mean_two_is_asked_back(as_person: As) -> None:
    cast = given.cast()
    door = f"{path(cast.measure)}/observations"
    page = as_person(cast.owner).submit(path(cast.measure), {**OCTOBER, "value": "41.000"}, to=door, expect=422)
    assert "“41.000” can be read in two ways. Write 41000 or 41." in page.text
    assert 'value="41.000"' in page.html
    assert values(cast.measure) == []


@pytest.mark.parametrize("who", ["champion", "deputy"])
def test_champion_and_deputy_record_too(as_person: As, who: str) -> None:
    cast = given.cast()
    as_person(getattr(cast, who)).post(f"{path(cast.measure)}/observations", OCTOBER)
    assert values(cast.measure) == [Decimal("4.2")]


@pytest.mark.parametrize("who", ["colleague", "stranger", "auditor"])
def test_others_read_and_do_not_record(as_person: As, who: str) -> None:
    cast = given.cast()
    browser = as_person(getattr(cast, who))
    assert "Enter a number" not in browser.get(path(cast.measure)).text
    browser.post(f"{path(cast.measure)}/observations", OCTOBER, expect=403)
    assert values(cast.measure) == []


def test_a_get_records_nothing_and_a_stranger_to_the_house_signs_in(as_person: As, client: Client) -> None:
    cast = given.cast()
    as_person(cast.owner).get(f"{path(cast.measure)}/observations", expect=405)
    client.post(f"{path(cast.measure)}/observations", OCTOBER, expect=401)


def test_sending_it_twice_keeps_one_number_and_says_so(as_person: As) -> None:
    cast = given.cast()
    browser = as_person(cast.owner)
    browser.post(f"{path(cast.measure)}/observations", OCTOBER)
    page = browser.post(f"{path(cast.measure)}/observations", OCTOBER, expect=422)
    assert "This period has a number already: 4.2" in page.text
    assert len(values(cast.measure)) == 1


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        ({"value": "many"}, "is not a number"), ({"value": "NaN"}, "is not a number"),
        ({"value": "1e400"}, "is not a number"),
        ({"value": "-4"}, "cannot be below 0"), ({"value": ""}, "Write the number"), ({"value": "9" * 30}, "too large"),
        ({"period": ""}, "is not a period"), ({"period": "2026-11-01/2026-11-30"}, "not over yet"),
        ({"period_start": "2026-10-31", "period_end": "2026-10-01"}, "lies before the first"),
        ({"period_start": "x", "period_end": "2026-10-01"}, "Write the day as year-month-day"),
        ({"value": "", "numerator": "3", "denominator": "0"}, "Write both"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_said_beside_the_field_and_stays_typed(
    as_person: As, sent: dict[str, str], words: str
) -> None:
    cast = given.cast()
    fields = {**OCTOBER, "numerator": "", "denominator": "", "period_start": "", "period_end": "", **sent}
    page = as_person(cast.owner).post(f"{path(cast.measure)}/observations", fields, expect=422)
    assert words in page.text
    form = page.form(f"{path(cast.measure)}/observations")
    assert form.values["value"] == fields["value"]
    assert form.values["period_start"] == fields["period_start"]
    assert values(cast.measure) == []


def test_periods_of_one_source_do_not_overlap(as_person: As) -> None:
    cast = given.cast()
    given.months(cast.measure, [4], cast.owner, first=date(2026, 10, 1))
    odd = {"period_start": "2026-09-20", "period_end": "2026-10-05", "value": "3"}
    page = as_person(cast.owner).post(f"{path(cast.measure)}/observations", odd, expect=422)
    assert "overlaps another one" in page.text


def test_digits_of_other_scripts_and_counts_are_read(as_person: As) -> None:
    cast = given.cast()
    as_person(cast.owner).post(f"{path(cast.measure)}/observations", {**OCTOBER, "value": "٤٫٢"})
    counts = {"period": "2026-09-01/2026-09-30", "value": "", "numerator": "42", "denominator": "10"}
    as_person(cast.owner).post(f"{path(cast.measure)}/observations", counts)
    assert values(cast.measure) == [Decimal("4.2"), Decimal("4.2")]


def test_a_number_from_the_first_page_leads_back_there(as_person: As) -> None:
    cast = given.cast()
    fields = {**OCTOBER, "back": "today"}
    page = as_person(cast.owner).post(f"{path(cast.measure)}/observations", fields, follow=False, expect=303)
    assert page.location == "/today"


def test_two_first_rows_for_a_period_cannot_be_stored() -> None:
    cast = given.cast()
    given.months(cast.measure, [4], cast.owner, first=date(2026, 10, 1))
    with pytest.raises(IntegrityError):
        build.observation(cast.measure, date(2026, 10, 1), date(2026, 10, 31), 5, cast.owner)
    db.session.rollback()


def test_a_refused_number_leaves_no_trace() -> None:
    cast = given.cast()
    period, figure = Period(date(2027, 1, 1), date(2027, 1, 31)), Figure(Decimal(1))
    with pytest.raises(BrokenRule), transaction():
        actions.record(cast.measure, cast.measure.sources[0], period, figure, by=cast.owner, at=clock.now())
    assert values(cast.measure) == []
    assert db.session.scalar(select(Event.id)) is None
