"""Running numbers: each table counts its own, and two at once get two."""

from threading import Thread

from flask import Flask

from app.core.database import transaction
from app.core.numbering import next_number
from app.extensions import db
from app.funding.models import FundingRequest
from app.measures.models import Measure
from app.offices.models import Office
from app.plans.models import Plan
from tests.support import builders as make


def test_each_table_counts_its_own(app: Flask) -> None:
    office, person = make.office(), make.person()
    highest = make.measure(office, person, "Days").number
    with transaction():
        assert next_number(Measure.number) == highest + 1
        assert next_number(FundingRequest.number) == 1


def test_two_at_once_get_two_numbers(app: Flask) -> None:
    office, cycles = make.office(), [make.cycle(f"Year {number}") for number in range(4)]
    numbers: list[int] = []

    def take(office_id: int, cycle_id: int) -> None:
        with app.app_context(), transaction():
            number = next_number(Plan.number)
            root = db.session.get_one(Office, office_id)
            db.session.add(Plan(number=number, office_id=root.id, cycle_id=cycle_id, language="en", created_at=make.AT))
            numbers.append(number)

    at_once = [Thread(target=take, args=(office.id, cycle.id)) for cycle in cycles]
    db.session.commit()
    for thread in at_once:
        thread.start()
    for thread in at_once:
        thread.join(20)
    assert sorted(numbers) == [1, 2, 3, 4]
