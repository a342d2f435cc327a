"""Who is asked, when, and once: also with two workers, and never somebody who is away or whose plan rests."""

import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import timedelta

import pytest
import time_machine
from flask import Flask
from sqlalchemy import select

from app.champions.models import CycleState, SeatState
from app.check_ins import rounds
from app.check_ins.models import CheckIn, CheckInLink, CheckInState
from app.core import clock as our_clock
from app.core.events import Event
from app.extensions import db
from app.offices.models import OfficeRules
from app.plans.models import PlanState
from tests.check_ins import given
from tests.check_ins.conftest import Office
from tests.check_ins.given import Case
from tests.support import builders
from tests.support.builders import AT, TODAY


def test_two_weeks_after_the_plan_came_into_force_its_champion_is_asked_by_mail(case: Case, office: Office) -> None:
    office.round()
    (found,) = given.check_ins(case)
    assert (found.asked_on, found.due_on) == (TODAY, TODAY + timedelta(days=3))
    (mail,) = office.mails()
    assert (mail.recipient, mail.subject) == (case.champion.email, "Three questions about plan P-12")
    assert "From 72 days" not in mail.subject + mail.body
    assert db.session.scalar(select(Event.verb).order_by(Event.id.desc())) == "check_in.asked"


def test_of_the_link_only_its_hash_is_kept(case: Case, office: Office) -> None:
    office.round()
    token = office.link().rpartition("/")[2]
    (link,) = db.session.scalars(select(CheckInLink))
    assert token not in repr(vars(link))
    assert len(token) >= 40


def test_asking_again_asks_nobody_twice(case: Case, office: Office) -> None:
    for _ in range(3):
        office.round()
    assert len(given.check_ins(case)) == len(office.mails()) == 1


def test_a_mail_job_that_runs_twice_puts_out_one_mail(case: Case, office: Office) -> None:
    with_mail = given.asked(case)
    db.session.rollback()
    payload = {"check_in_id": with_mail.id, "person_id": case.champion.id, "kind": "asked"}
    office.asked += [("check_ins.mail", payload)] * 2
    office.round()
    assert len(office.mails("Three questions")) == 1


def test_two_workers_at_once_ask_once(case: Case, app: Flask) -> None:
    db.session.rollback()

    def work() -> None:
        with app.app_context():
            rounds.ask(AT)
            db.session.remove()

    workers = [threading.Thread(target=work) for _ in range(3)]
    for one in workers:
        one.start()
    for one in workers:
        one.join()
    assert len(given.check_ins(case)) == 1


def test_nobody_is_asked_before_the_offices_morning(case: Case, office: Office, clock: time_machine.Traveller) -> None:
    builders.save(
        OfficeRules(office_id=case.agency.id, from_on=TODAY - timedelta(days=90), time_zone="America/Chicago")
    )
    office.round()  # nine in London, three at night in Chicago
    assert given.check_ins(case) == []
    clock.move_to(AT + timedelta(hours=6))
    office.round()
    assert len(given.check_ins(case)) == 1


def test_while_the_champion_is_on_leave_the_deputy_is_asked(case: Case, office: Office) -> None:
    case.seat.state = SeatState.ON_LEAVE
    db.session.commit()
    office.round()
    assert [mail.recipient for mail in office.mails()] == [case.deputy.email]


def test_who_goes_on_leave_after_being_asked_hands_the_question_to_the_deputy(case: Case, office: Office) -> None:
    office.round()
    case.seat.state = SeatState.ON_LEAVE
    db.session.commit()
    office.live(TODAY + timedelta(days=1))
    assert [mail.recipient for mail in office.mails("Three questions")] == [case.champion.email, case.deputy.email]


@pytest.mark.parametrize("rests", ["paused", "no deputy", "seat ended", "cycle closed", "too early"])
def test_nobody_is_asked_wrongly(case: Case, office: Office, rests: str) -> None:
    if rests == "paused":
        case.plan.state = PlanState.PAUSED
    elif rests == "no deputy":
        case.seat.state, case.seat.deputy_id = SeatState.ON_LEAVE, None
    elif rests == "seat ended":
        case.seat.state, case.seat.to_on = SeatState.ENDED, TODAY
    elif rests == "cycle closed":
        case.cycle.state = CycleState.CLOSED
    else:
        case.plan.versions[0].decided_at = AT - timedelta(days=13)
    db.session.commit()
    office.round()
    assert given.check_ins(case) == []
    assert office.mails() == []


def test_a_question_to_a_plan_that_was_paused_is_taken_back(case: Case, office: Office) -> None:
    office.round()
    case.plan.state = PlanState.PAUSED
    db.session.commit()
    office.live(TODAY + timedelta(days=5))
    assert [one.state for one in given.check_ins(case)] == [CheckInState.EXCUSED]
    assert len(office.mails()) == 1


def test_a_round_asks_few_questions_whatever_the_number_of_plans(
    case: Case, office: Office, queries: Callable[[], AbstractContextManager[list[str]]]
) -> None:
    office.round()
    given.case(number=13)
    db.session.rollback()
    with queries() as counted:
        list(rounds.due(our_clock.now()))
    assert len(counted) <= 4


def test_a_check_in_knows_its_row(case: Case) -> None:
    """The model's unique rule: one for each plan and day."""
    given.asked(case)
    with pytest.raises(Exception, match=r"(?i)unique"):
        builders.save(CheckIn(plan_id=case.plan.id, asked_on=TODAY, due_on=TODAY, open_until=TODAY))
    db.session.rollback()
