"""What was sent in the evening was not sent tomorrow, wherever the servers stand: hours are those of the office."""

from datetime import date, timedelta

import pytest
from time_machine import Traveller

from app.accounts.models import Person, Role
from app.core import events
from app.core.database import transaction
from app.extensions import db
from app.funding.models import FundingRequest
from app.offices.models import Office, OfficeRules
from app.pain_points.models import State
from tests.funding import case as cases
from tests.support import builders as make
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson

EVENING = AT.replace(hour=2) + timedelta(days=1)
"""In New York it is nine in the evening of TODAY."""


@pytest.fixture
def office(app: object, clock: Traveller) -> Office:
    found = make.office()
    make.save(OfficeRules(office_id=found.id, from_on=date(2026, 1, 1), time_zone="America/New_York"))
    clock.move_to(EVENING)
    return found


@pytest.fixture
def reporter(office: Office) -> Person:
    return make.person("Ada", at=office)


def test_a_report_has_the_hour_of_its_office(office: Office, reporter: Person, as_person: AsPerson) -> None:
    point = make.pain_point(office, make.person(at=office), reporter, received_at=EVENING)
    make.commit()
    page = as_person(reporter).get(f"/pain-points/{point.ref}")
    assert "23 Nov 21:00" in page.text


def test_histories_have_the_readers_hour(office: Office, reporter: Person, as_person: AsPerson) -> None:
    far = make.person("Ben", at=make.office("Far away"))
    point = make.pain_point(office, far, reporter, received_at=EVENING)
    make.commit()
    with transaction():
        events.record("pain_point.accepted", point, by=far, at=EVENING)
    assert "23 November 2026, 21:00" in as_person(reporter).get(f"/pain-points/{point.ref}/history").text
    assert "24 November 2026, 02:00" in as_person(far).get(f"/pain-points/{point.ref}/history").text


def test_what_is_due_today_is_late_for_nobody_yet(office: Office, reporter: Person, as_person: AsPerson) -> None:
    champion = make.person(at=office)
    make.seat(office, champion, make.cycle())
    make.pain_point(office, champion, reporter, state=State.ACKNOWLEDGED, answer_due_on=TODAY)
    officer = make.with_role(Role.PROGRAM_OFFICE, office)
    make.commit()
    for person, path in ((champion, "/today"), (reporter, "/my-reports"), (officer, "/program")):
        assert "working day late" not in as_person(person).get(path).text, path


def test_a_round_is_open_until_the_agencys_midnight(app: object, as_person: AsPerson, clock: Traveller) -> None:
    case = cases.ready()
    make.save(OfficeRules(office_id=case.agency.id, from_on=date(2026, 1, 1), time_zone="America/New_York"))
    case.round.closes_on = TODAY
    request = cases.draft(case)
    make.commit()
    clock.move_to(EVENING)
    as_person(case.champion).post(f"/funding/{request.ref}/submissions")
    frozen = db.session.get_one(FundingRequest, request.id).frozen
    assert frozen is not None
    assert frozen["dated"] == TODAY.isoformat()
