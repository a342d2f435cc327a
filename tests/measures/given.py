"""What tests of measures begin with: an office with its cast, a measure, months of numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.accounts.models import Person, Role
from app.core.database import transaction
from app.extensions import db
from app.measures.actions import rebuild
from app.measures.models import Intervention, Measure
from app.measures.periods import containing
from app.offices.models import Office
from app.plans.models import Plan
from tests.support import builders as build

BASE = (71, 74, 70, 72, 75, 73, 69, 72, 74, 71, 73, 72)
AFTER = (40, 22, 6, 3, 2, 2, 1, 1)


@dataclass
class Cast:
    """One agency with an office, its people, its plan and one measure."""

    agency: Office
    office: Office
    champion: Person
    deputy: Person
    owner: Person
    colleague: Person
    stranger: Person
    auditor: Person
    plan: Plan
    measure: Measure


def cast(**fields: Any) -> Cast:
    """The cast; `fields` are of the measure."""
    agency = build.office("Family Services")
    office, elsewhere = build.office("Child Support", agency), build.office("Housing", agency)
    cycle = build.cycle()
    champion, deputy = build.person("Dana Whitfield", at=office), build.person("Sam Oyelaran", at=office)
    owner, colleague = build.person("Priya Nair", at=office), build.person("Tom Fell", at=office)
    stranger, auditor = build.person("Marcus Bell", at=elsewhere), build.with_role(Role.AUDITOR, agency)
    build.seat(office, champion, cycle, deputy)
    build.seat(elsewhere, stranger, cycle)
    plan = build.plan(office, cycle, champion, words={"title": "Orders on the day both parents agree"})
    measure = build.measure(office, owner, **fields)
    return Cast(agency, office, champion, deputy, owner, colleague, stranger, auditor, plan, measure)


def months(measure: Measure, values: Sequence[float], by: Person, first: date = date(2025, 1, 1)) -> None:
    """One number per month from the month of `first` on, and what follows from them."""
    start = first
    for value in values:
        period = containing(start, measure.cadence)
        build.observation(measure, *period, value, by)
        start = containing(date.fromordinal(period.end.toordinal() + 1), measure.cadence).start
    stored()


def changed(measure: Measure, on: date, name: str = "Policy 14 changed") -> Intervention:
    made = build.save(Intervention(measure_id=measure.id, happened_on=on, name=name))
    stored()
    return made


def stored() -> None:
    """Store what follows from the numbers, as every action does."""
    with transaction():
        rebuild()
    db.session.expire_all()
