"""Forgetting a person: name and e-mail are gone everywhere, and what they did stays."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.accounts.models import LinkKind, OneUseLink, Person, Role, SignInSession
from app.audit import forgetting, redaction
from app.core import events, storage
from app.core.database import transaction
from app.core.errors import NotAllowed
from app.extensions import db
from app.funding.models import Decision, FundingRequest
from app.milestones.models import Milestone
from app.notices.models import Mail, Notice
from app.plans.models import PlanVersion
from app.search import index, sources
from app.search.index import Kind
from tests.audit.test_redactable import admin, decided, print_again, text_of
from tests.funding.case import Case, ready
from tests.support import builders
from tests.support.builders import AT

NAME = "Ruth Adeyemi"


def closed(case: Case) -> Person:
    """The leader of the case, gone, with traces everywhere."""
    leader = case.leader
    leader.is_active = False
    builders.save(leader)
    later = AT + timedelta(days=1)
    builders.save(SignInSession(person_id=leader.id, token_hash="t", started_at=AT, seen_at=AT))
    builders.save(OneUseLink(person_id=leader.id, kind=LinkKind.INVITATION, token_hash="l", expires_at=later))
    builders.save(Notice(person_id=leader.id, kind="seat_given", facts={}, path="/", created_at=AT))
    builders.save(Mail(message_id="m", recipient=leader.email, subject="s", body=f"{NAME},", created_at=AT))
    builders.save(Mail(message_id="n", recipient="x@y.example", subject="s", body=f"Ask {NAME}.", created_at=AT))
    return leader


def forget(person: Person, by: Person) -> redaction.Outcome:
    with transaction():
        return forgetting.forget(db.session.merge(person), ground="GDPR Art. 17", by=db.session.merge(by), at=AT)


def test_name_and_e_mail_are_gone_and_the_deeds_stay(app: Flask) -> None:
    case, by = ready(), admin()
    leader = closed(case)
    email, number = leader.email, leader.id
    forget(leader, by)
    person = db.session.get_one(Person, number)
    assert (person.name, person.password_hash) == ("A former colleague", None)
    assert email not in person.email
    for table in (SignInSession, OneUseLink, Notice):
        assert db.session.scalar(select(func.count()).select_from(table).where(table.person_id == number)) == 0
    mails = db.session.scalars(select(Mail)).all()
    assert not any(NAME in mail.body or email in mail.recipient for mail in mails)
    assert [mail.body for mail in mails if mail.recipient] == ["Ask A former colleague."]
    assert list(events.broken_links()) == []


def test_a_letter_that_they_signed_is_printed_again_without_the_name(app: Flask) -> None:
    case, by = ready(), admin()
    decision, leader = decided(case), closed(case)
    outcome = forget(leader, by)
    assert ("decision", decision.id) in outcome.reissued
    print_again(outcome)
    paper = text_of(storage.fetch(db.session.get_one(Decision, decision.id).letter_sha256 or "") or b"")
    assert NAME not in paper
    assert "A former colleague" in paper
    assert db.session.get_one(Decision, decision.id).decided_by_id == leader.id


def test_texts_that_name_them_do_not_any_more_and_cannot_be_found_by_it(app: Flask) -> None:
    case, by = ready(), admin()
    leader = closed(case)
    milestone = builders.milestone(case.plan, f"{NAME} and {NAME}ov agree", owner=NAME)
    section = next(one for one in case.plan.versions[0].sections if one.key == "people")
    section.words = f"Ask {leader.email} or {NAME}."
    builders.save(section)
    with transaction():
        sources.refresh(Kind.PLAN, case.plan.id)
    forget(leader, by)
    milestone = db.session.get_one(Milestone, milestone.id)
    assert (milestone.name, milestone.owner) == (f"A former colleague and {NAME}ov agree", "A former colleague")
    words = db.session.get_one(PlanVersion, case.plan.versions[0].id).sections
    assert [one.words for one in words if one.key == "people"] == ["Ask A former colleague or A former colleague."]
    assert list(db.session.scalars(select(index.matching("adeyemi", Kind.PLAN).subquery()))) == []


def test_a_frozen_sheet_does_not_name_its_author(app: Flask) -> None:
    case, by = ready(), admin()
    request = decided(case).request
    case.champion.is_active = False
    champion = builders.save(case.champion)
    forget(champion, by)
    assert "Dana Whitfield" not in str(db.session.get_one(FundingRequest, request.id).frozen)


def test_a_repeat_is_harmless(app: Flask) -> None:
    case, by = ready(), admin()
    leader = closed(case)
    assert forget(leader, by).texts >= 2
    assert forget(leader, by).texts == 0


def test_an_open_account_is_not_forgotten(app: Flask) -> None:
    case, by = ready(), admin()
    with pytest.raises(forgetting.StillActive):
        forget(case.leader, by)


def test_of_two_with_one_name_neither_is_forgotten_by_guess(app: Flask) -> None:
    case, by = ready(), admin()
    leader = closed(case)
    builders.person(NAME)
    with pytest.raises(forgetting.SameName):
        forget(leader, by)
    assert db.session.get_one(Person, leader.id).name == NAME


@pytest.mark.parametrize("role", [Role.PROGRAM_OFFICE, Role.AUDITOR, Role.LEADER])
def test_only_an_administrator_may(app: Flask, role: Role) -> None:
    case = ready()
    leader = closed(case)
    with pytest.raises(NotAllowed):
        forget(leader, builders.with_role(role, case.agency))


def test_the_command_forgets_by_e_mail_and_says_what_remains(app: Flask) -> None:
    case, by = ready(), admin()
    email, administrator = closed(case).email, by.email
    db.session.rollback()
    asked = ["forget", email, "--ground", "GDPR Art. 17", "--by", administrator, "--yes"]
    result = app.test_cli_runner().invoke(args=asked)
    assert result.exit_code == 0, result.output
    assert "backups" in result.output
    assert app.test_cli_runner().invoke(args=asked).exit_code == 1
