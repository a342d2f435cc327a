"""Nothing heard: a reminder on the day, twice the deputy, three times the sponsor; heard again, it begins anew."""

from datetime import timedelta

from sqlalchemy import select

from app.champions.models import SeatState
from app.check_ins import actions
from app.check_ins.actions import Told
from app.check_ins.models import CheckInState
from app.core.database import transaction
from app.extensions import db
from app.notices.models import Notice
from app.plans.actions import endings
from app.plans.models import Plan
from tests.check_ins import given
from tests.check_ins.conftest import Office
from tests.check_ins.given import Case
from tests.support.builders import AT, TODAY

TWO_WEEKS = timedelta(days=14)
SILENT, ANSWERED = CheckInState.SILENT, CheckInState.ANSWERED


def told_silent(to: int) -> list[Notice]:
    db.session.rollback()
    return list(db.session.scalars(select(Notice).where(Notice.kind == "check_ins_silent", Notice.person_id == to)))


def tell(case: Case) -> None:
    db.session.rollback()
    with transaction():
        plan = db.session.get_one(Plan, case.plan.id)
        actions.tell(plan, Told("Two desks write orders.", "", ""), by=case.champion, at=AT + TWO_WEEKS)


def test_on_the_day_it_is_due_there_is_one_reminder(case: Case, office: Office) -> None:
    office.live(TODAY + timedelta(days=3))
    office.round()
    assert [mail.subject for mail in office.mails()] == [
        "Three questions about plan P-12", "Still open today: three questions about plan P-12",
    ]  # fmt: skip
    assert given.check_ins(case)[0].state is CheckInState.OPEN


def test_after_its_day_it_counts_as_not_heard_and_can_still_be_answered(case: Case, office: Office) -> None:
    office.live(TODAY + timedelta(days=4))
    assert [(one.state, one.silences) for one in given.check_ins(case)] == [(SILENT, 1)]
    with transaction():
        actions.tell(case.plan, Told("Late, but here.", "", ""), by=case.champion, at=AT + timedelta(days=4))
    assert [(one.state, one.silences) for one in given.check_ins(case)] == [(ANSWERED, 0)]


def test_twice_the_deputy_is_asked_three_times_the_sponsor_is_told(case: Case, office: Office) -> None:
    office.live(TODAY + TWO_WEEKS + timedelta(days=3))
    assert [mail for mail in office.mails() if mail.recipient == case.deputy.email] == []
    office.live(TODAY + TWO_WEEKS + timedelta(days=4))
    (mail,) = [mail for mail in office.mails() if mail.recipient == case.deputy.email]
    assert mail.subject == "Nothing heard twice: can you answer for plan P-12?"
    assert told_silent(case.sponsor.id) == []
    office.live(TODAY + 2 * TWO_WEEKS + timedelta(days=4))
    (notice,) = told_silent(case.sponsor.id)
    assert (notice.path, notice.facts["count"]) == ("/plans/P-12/check-ins", 3)
    assert told_silent(case.director.id) == []


def test_from_the_third_on_both_are_asked_and_nobody_is_told_every_time(case: Case, office: Office) -> None:
    office.live(TODAY + 3 * TWO_WEEKS + timedelta(days=4))
    third = [mail.recipient for mail in office.mails("Three questions")][2:4]
    assert third == [case.champion.email, case.deputy.email]
    assert len(told_silent(case.sponsor.id)) == 1


def test_heard_again_it_begins_anew(case: Case, office: Office) -> None:
    office.live(TODAY + TWO_WEEKS)
    tell(case)
    office.live(TODAY + 3 * TWO_WEEKS + timedelta(days=4))
    assert [(one.state, one.silences) for one in given.check_ins(case)] == [
        (SILENT, 1), (ANSWERED, 0), (SILENT, 1), (SILENT, 2),
    ]  # fmt: skip
    assert told_silent(case.sponsor.id) == []


def test_a_pause_between_is_no_silence_and_what_was_before_does_not_count_on(case: Case, office: Office) -> None:
    office.live(TODAY + TWO_WEEKS + timedelta(days=4))
    with transaction():
        until = TODAY + timedelta(days=90)
        endings.pause(case.plan, why="The hall is rebuilt.", until=until, by=case.champion, at=AT + TWO_WEEKS)
    office.live(TODAY + 4 * TWO_WEEKS)
    assert len(given.check_ins(case)) == 2
    with transaction():
        endings.resume(case.plan, by=case.champion, at=AT + 4 * TWO_WEEKS)
    office.live(TODAY + 5 * TWO_WEEKS + timedelta(days=4))
    assert [(one.state, one.silences) for one in given.check_ins(case)][2:] == [(SILENT, 1)]


def test_without_a_sponsor_the_program_office_is_told(case: Case, office: Office) -> None:
    for person in (case.sponsor, case.director):
        person.is_active = False
    db.session.commit()
    office.live(TODAY + 2 * TWO_WEEKS + timedelta(days=4))
    assert len(told_silent(case.program.id)) == 1


def test_a_leave_without_a_deputy_is_no_silence(case: Case, office: Office) -> None:
    office.round()
    case.seat.state, case.seat.deputy_id = SeatState.ON_LEAVE, None
    db.session.commit()
    office.live(TODAY + timedelta(days=10))
    assert [one.state for one in given.check_ins(case)] == [CheckInState.EXCUSED]
