"""Days by which somebody is asked to say something: a word on a version, how a plan goes."""

from collections.abc import Callable
from datetime import date

import pytest

from app.accounts.models import Person
from app.calendar.asked import _may_read
from app.check_ins.models import CheckIn, CheckInState
from app.check_ins.policy import can_read
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan, VersionState
from app.plans.policy import can_read_drafts
from app.plans.queries.readable import has_drafts_for
from app.sign_offs.models import SignOff, VersionSignOff
from tests.milestones import given
from tests.support import builders as build
from tests.support.builders import AT, TODAY
from tests.support.client import Client

pytestmark = pytest.mark.usefixtures("app", "clock")
As = Callable[[Person], Client]


def asked(cast: given.Cast, whom: Person) -> SignOff:
    """A word of the phone's owner, by the 26th, on a draft in consultation."""
    version, channel = cast.plan.versions[0], build.channel(cast.office, owner=whom)
    version.state = VersionState.IN_CONSULTATION
    made = build.save(
        SignOff(
            plan_id=cast.plan.id, channel_id=channel.id, version_id=version.id, asked_id=whom.id,
            asked_by_id=cast.champion.id, asked_at=AT, asked_on=TODAY, due_on=date(2026, 11, 26), parts={}, rests_on=[],
        )
    )  # fmt: skip
    build.save(VersionSignOff(version_id=version.id, channel_id=channel.id, sign_off_id=made.id))
    return made


def test_who_is_asked_and_who_reads_the_draft_sees_the_day(as_person: As) -> None:
    cast = given.cast()
    asked(cast, cast.colleague)
    for person, sees in ((cast.colleague, True), (cast.champion, True), (cast.program, True), (cast.stranger, False)):
        for show in ("mine", "all"):
            found = "Sign-off asked for" in as_person(person).get(f"/calendar?show={show}").text
            assert found is (sees and (show == "all" or person is not cast.program)), (person.name, show)


def test_a_word_that_was_given_is_asked_no_more(as_person: As) -> None:
    cast = given.cast()
    made = asked(cast, cast.colleague)
    cast.plan.versions[0].state = VersionState.RETURNED
    db.session.commit()
    assert "Sign-off" not in as_person(cast.colleague).get("/calendar?show=mine").text
    assert made.due_on == date(2026, 11, 26)


def test_a_check_in_that_waits_stands_on_its_day(as_person: As) -> None:
    cast = given.cast()
    given.accept(cast.plan)
    made = build.save(
        CheckIn(
            plan_id=cast.plan.id, asked_on=TODAY, due_on=date(2026, 11, 27), open_until=date(2026, 12, 6),
            state=CheckInState.OPEN,
        )
    )  # fmt: skip
    assert "Check-in due" in as_person(cast.champion).get("/calendar").text
    assert "Check-in due" not in as_person(cast.colleague).get("/calendar?show=all").text
    made.state = CheckInState.ANSWERED
    db.session.commit()
    assert "Check-in due" not in as_person(cast.champion).get("/calendar").text


def test_the_conditions_say_what_the_policies_say() -> None:
    cast = given.cast()
    people = (cast.champion, cast.deputy, cast.colleague, cast.stranger, cast.program, cast.auditor)
    found = db.session.query(Plan).join(Office, Office.id == Plan.office_id)
    for person in people:
        assert (found.filter(has_drafts_for(person)).count() == 1) is can_read_drafts(person, cast.plan), person.name
        assert (found.filter(_may_read(person)).count() == 1) is can_read(person, cast.plan), person.name
