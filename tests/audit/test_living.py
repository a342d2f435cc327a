"""What is redacted or forgotten goes wherever it stands: in quotations, corrections, other versions, in files."""

from collections.abc import Callable

import pytest
from flask import Flask
from jinja2 import Environment
from sqlalchemy import func, select

from app.accounts.models import Person
from app.audit import forgetting, reissue
from app.core import storage
from app.core.database import transaction
from app.core.events import Event
from app.extensions import db
from app.funding import documents
from app.funding.models import Decision
from app.funding.sheet import Letter
from app.milestones.models import Milestone
from app.notices import sending
from app.notices.actions import send_mail
from app.pain_points.models import PainPoint, Reply, ReplyKind
from app.plans import document
from app.plans.models import ChangeKind, Cost, Plan, PlanChange, PlanVersion
from app.plans.sheet import PlanSheet
from app.reports import actions as reports
from app.reports.models import Report
from app.search import index, sources
from app.search.index import Kind
from tests.audit.test_redactable import SECRET, admin, decided, redact, text_of
from tests.audit.test_redaction import report, submitted
from tests.funding.case import ready
from tests.support import builders
from tests.support.builders import AT, TODAY


def test_a_reply_that_quotes_a_report_loses_the_quotation_only(app: Flask) -> None:
    office, by = builders.office(), admin()
    point = builders.pain_point(office, by, title=SECRET, happening=f"{SECRET} for hours.")
    reply = builders.save(
        Reply(
            pain_point_id=point.id, kind=ReplyKind.ACCEPTED, language="en", written_on=TODAY,
            words=f"You wrote: “{SECRET.upper()} for hours.” We look into it.",
        )
    )  # fmt: skip
    outcome = redact(point.ref, "happening", by)
    words = db.session.get_one(Reply, reply.id).words
    assert "ABERNATHY" not in words
    assert words.endswith("We look into it.")
    assert outcome.texts == 3


def test_a_second_report_of_the_same_words_loses_them_with_title_and_index(app: Flask) -> None:
    office, by = builders.office(), admin()
    first, second = (builders.pain_point(office, by, title=SECRET, happening=f"{SECRET} for hours.") for _ in range(2))
    with transaction():
        sources.refresh(Kind.PAIN_POINT, second.id)
    redact(first.ref, "happening", by)
    again = db.session.get_one(PainPoint, second.id)
    assert "Abernathy" not in again.title + again.happening
    assert list(db.session.scalars(index.matching("abernathy"))) == []


def test_a_correction_that_was_begun_holds_no_copy(app: Flask) -> None:
    case, by = ready(), admin()
    report = db.session.query(Report).order_by(Report.id).first()
    assert report is not None
    report.went_well = SECRET
    db.session.commit()
    with transaction():
        made = reports.correct(db.session.merge(report), "A typing error.", by=db.session.merge(case.champion), at=AT)
        number = made.id
    redact(report.ref, "went_well", by)
    assert "redacted" in db.session.get_one(Report, number).went_well


def test_a_change_goes_from_versions_where_it_stands_in_another_place(app: Flask) -> None:
    case, by = ready(), admin()
    plan = db.session.get_one(Plan, case.plan.id)
    later = builders.version(plan, case.champion, number=2)
    kind = next(iter(ChangeKind))
    later.changes = [
        PlanChange(position=position, what=words, kind=kind, cost=Cost.NIL, rule_owner="")
        for position, words in enumerate(("One form", SECRET))
    ]
    plan.versions[0].changes = [PlanChange(position=0, what=SECRET, kind=kind, cost=Cost.NIL, rule_owner="")]
    db.session.commit()
    redact(plan.ref, "change:0", by)
    assert not any("Abernathy" in change.what for change in db.session.query(PlanChange))


def test_a_very_long_text_is_looked_for_too(app: Flask) -> None:
    office, by = builders.office(), admin()
    words = f"{SECRET} " + "นานมาก" * 10_000
    first, second = (builders.pain_point(office, by, happening=words) for _ in range(2))
    redact(first.ref, "happening", by)
    assert "Abernathy" not in db.session.get_one(PainPoint, second.id).happening


@pytest.mark.parametrize("written", [str.upper, str.title, str.lower])
def test_a_forgotten_person_is_not_named_in_other_letters(app: Flask, written: Callable[[str], str]) -> None:
    case, by = ready(), admin()
    person = builders.person("Ruth Okonkwo", email="ruth.okonkwo@agency.example", is_active=False)
    named = builders.milestone(case.plan, f"Ask {written(person.email)} now", owner=written(person.name))
    with transaction():
        forgetting.forget(db.session.merge(person), ground="law", by=db.session.merge(by), at=AT)
    milestone = db.session.get_one(Milestone, named.id)
    assert (milestone.name, milestone.owner) == ("Ask A former colleague now", "A former colleague")


def mailed(recipient: str, body: str) -> None:
    with transaction():
        mail_id = send_mail(recipient=recipient, subject="News", body=body, at=AT).id
    sending.send({"mail_id": mail_id})


def test_mails_in_files_go_with_the_person_they_went_to_or_name(app: Flask) -> None:
    by = admin()
    person: Person = builders.person("Zoë Okonkwo", email="zoe@agency.example", is_active=False)
    mailed(person.email, "A seat for you.")
    mailed("older.zoe@agency.example", "Zoë Okonkwo, your address was replaced.")
    mailed("somebody@agency.example", "A seat for you.")
    command = ["forget", person.email, "--ground", "law", "--by", by.email, "--yes"]
    assert app.test_cli_runner().invoke(args=command).exit_code == 0
    left = [path.read_text() for path in (app.config["SETTINGS"].instance / "mail").iterdir()]
    assert len(left) == 1
    assert "somebody@agency.example" in left[0]


@pytest.mark.parametrize("name", ["problem", "change:0"])
def test_no_digest_in_the_log_says_what_stood_in_a_part_of_a_plan(app: Flask, name: str) -> None:
    case, by = ready(), admin()
    plan = db.session.get_one(Plan, case.plan.id)
    version = plan.versions[0]
    section = next(one for one in version.sections if one.key == "problem")
    section.words = SECRET
    kind = next(iter(ChangeKind))
    version.changes = [PlanChange(position=0, what=SECRET, kind=kind, cost=Cost.NIL, rule_owner="")]
    db.session.commit()
    before = version.salt
    redact(plan.ref, name, by)
    assert db.session.get_one(PlanVersion, version.id).salt != before


def test_what_is_redacted_while_it_is_printed_is_printed_once_more(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    case, by = ready(), admin()
    decision = decided(case)
    ref, job = decision.request.ref, {"table": "decision", "id": decision.id}
    decision.request.title = "Two positions for Eleanor Abernathy"
    db.session.commit()
    redact(ref, f"decision:{decision.id}", by)
    printed, others = documents.letter_pdf, iter([lambda: redact(ref, "title", by)])

    def beside_others(letter: Letter) -> bytes:
        next(others, lambda: None)()
        return printed(letter)

    monkeypatch.setattr(documents, "letter_pdf", beside_others)
    reissue.reissue(job)
    paper = text_of(storage.fetch(db.session.get_one(Decision, decision.id).letter_sha256 or "") or b"")
    assert "redacted" in paper
    assert "Abernathy" not in paper


def test_what_another_job_prints_meanwhile_is_printed_once(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """The job of a report prints the plans in its archive, while the plans' own jobs do."""
    point, by = report(), admin()
    version = submitted(point)
    outcome = redact(point.ref, "happening", by)
    (job,) = ({"table": table, "id": row_id} for table, row_id in outcome.reissued)
    printed, others = document.to_html, iter([lambda: reissue.reissue(job)])

    def beside_others(sheet: PlanSheet, env: Environment) -> str:
        next(others, lambda: None)()
        return printed(sheet, env)

    monkeypatch.setattr(document, "to_html", beside_others)
    reissue.reissue(job)
    assert db.session.scalar(select(func.count()).where(Event.verb == "plan.reissued")) == 1
    assert storage.fetch(db.session.get_one(PlanVersion, version.id).pdf_sha256 or "")
