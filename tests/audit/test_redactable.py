"""Every text that a person wrote can be redacted: in its row, in what was frozen of it, on paper and in the index."""

import subprocess
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import String, func, select

from app.accounts.models import Person, Role
from app.audit import redactable, redaction, reissue
from app.core import events, storage
from app.core.columns import Salted
from app.core.database import transaction
from app.core.events import Event
from app.extensions import Model, db
from app.funding.models import Decision, FundingRequest, Outcome
from app.measures.models import Intervention, Recount, Source
from app.milestones.models import Replanning
from app.notices.models import Mail
from app.reports import verification
from app.reports.models import Report
from app.search import index, sources
from app.search.index import Kind
from tests.funding.case import Case, ready, submitted
from tests.support import builders
from tests.support.builders import AT, TODAY

SECRET = "Mrs Eleanor Abernathy of 12 Elm Street waited"
NOT_WORDS = {"content_hash", "failure", "slug", "language", "key", "part", "point", "time_zone"}


def text_of(pdf: bytes) -> str:
    done = subprocess.run(["pdftotext", "-raw", "-", "-"], input=pdf, capture_output=True, check=True)
    return " ".join(done.stdout.decode().split())


def admin() -> Person:
    return builders.with_role(Role.ADMINISTRATOR, builders.office("County hall"))


def redact(ref: str, name: str, by: Person) -> redaction.Outcome:
    with transaction():
        return redaction.redact(ref, name, ground="GDPR Art. 17", by=db.session.merge(by), at=AT)


def print_again(outcome: redaction.Outcome) -> None:
    for table, row_id in outcome.reissued:
        reissue.reissue({"table": table, "id": row_id})
        reissue.reissue({"table": table, "id": row_id})


def test_the_table_holds_every_text_of_every_salted_row(app: Flask) -> None:
    known = redactable.columns()
    salted: set[Any] = {mapper.class_ for mapper in Model.registry.mappers if issubclass(mapper.class_, Salted)}
    missing = {
        f"{table.__name__}.{column.name}"
        for table in salted
        for column in table.__table__.columns
        if type(column.type) in (String, *String.__subclasses__()) and not hasattr(column.type, "enum_class")
        and not column.foreign_keys and column.name not in (*known.get(table, ()), *NOT_WORDS)
        and not column.name.endswith("_hash") and column.name not in ("submission_key", "page_html")
    }  # fmt: skip
    assert missing == set()


def told(where: str) -> str:
    return f"{SECRET} at the {where}"


def measured(case: Case) -> dict[str, Any]:
    """A row of every kind that hangs on a measure or a plan, with a secret of its own in it."""
    measure, plan = case.measure, case.plan
    source = builders.save(Source(measure_id=measure.id, name=told("source"), coverage=told("source"), from_on=TODAY))
    change = builders.save(Intervention(measure_id=measure.id, happened_on=TODAY, name=told("change")))
    number = builders.observation(measure, TODAY, TODAY, 3, case.champion, reason=told("number"))
    recount = builders.save(
        Recount(
            measure_id=measure.id, period_start=TODAY, period_end=TODAY, value=3, method=told("recount"),
            recorded_by_id=case.leader.id, recorded_on=TODAY, recorded_at=AT,
        )
    )  # fmt: skip
    milestone = builders.milestone(plan, told("milestone"))
    milestone.evidence = told("milestone")
    days = {"from_due_on": TODAY, "to_due_on": TODAY, "moved_on": TODAY}
    moved = Replanning(milestone_id=milestone.id, reason=told("date"), **days)
    measure.definition, measure.name = told("definition"), told("name")
    plan.versions[0].decision_reason = told("decision")
    builders.save(moved)
    m, p = measure.ref, plan.ref
    return {
        "name": (m, measure), "definition": (m, measure), f"source:{source.id}": (m, source),
        f"observation:{number.id}": (m, number), f"change:{change.id}": (m, change),
        f"recount:{recount.id}": (m, recount), f"milestone:{milestone.id}": (p, milestone),
        f"replanning:{moved.id}": (p, moved), "decision:1": (p, plan.versions[0]),
    }  # fmt: skip


def test_measures_and_milestones_are_redacted_row_by_row(app: Flask) -> None:
    given, by = measured(ready()), admin()
    for name, (ref, row) in given.items():
        redact(ref, name, by)
        db.session.refresh(row)
        words = [getattr(row, column) for column in redactable.columns()[type(row)]]
        assert name in ("name", "definition") or not any("Abernathy" in text for text in words), name
        with pytest.raises(redaction.NothingToRedact):
            redact(ref, name, by)
    assert "Abernathy" not in given["name"][1].name + given["definition"][1].definition
    assert list(events.broken_links()) == []


def report_with_words(case: Case) -> Report:
    """The published report, its words, page and paper as publishing left them."""
    report = case.report
    report.went_well = SECRET
    report.frozen = (report.frozen or {}) | {"went_well": SECRET}
    report.page_html = f"<p>{SECRET}</p>"
    return builders.save(report)


def test_a_report_s_words_are_gone_from_page_paper_and_index_and_it_is_printed_again(app: Flask) -> None:
    report, by = report_with_words(ready()), admin()
    with transaction():
        sources.refresh(Kind.REPORT, report.id)
    old_pdf, old_content = report.pdf_sha256 or "", report.content_hash or ""
    outcome = redact(report.ref, "went_well", by)
    assert ("report", report.id) in outcome.reissued
    assert "Abernathy" not in (db.session.get_one(Report, report.id).page_html or "")
    print_again(outcome)
    report = db.session.get_one(Report, report.id)
    assert "Abernathy" not in str(report.frozen) + str(report.page_html) + report.went_well
    assert "[redacted" in (report.page_html or "")
    paper = text_of(storage.fetch(report.pdf_sha256 or "") or b"")
    assert "Abernathy" not in paper
    assert "[redacted" in paper
    assert list(db.session.scalars(select(index.matching("abernathy", Kind.REPORT).subquery()))) == []
    assert (storage.fetch(old_pdf), report.content_hash == old_content) == (None, False)
    found = verification.find(old_content[:16], by) + verification.find(old_pdf, by)
    assert [(one.ref, one.is_current) for one in found] == [(report.ref, False)] * 2
    assert db.session.scalar(select(func.count()).where(Event.verb == "report.reissued")) == 1


def decided(case: Case) -> Decision:
    request = submitted(case)
    with transaction():
        letter, sheet = (storage.keep(b"%PDF " + one, "application/pdf", at=AT).sha256 for one in (b"letter", b"sheet"))
        db.session.flush()
        request = db.session.get_one(FundingRequest, request.id)
        request.sheet_sha256 = sheet
    return builders.save(
        Decision(
            request_id=request.id, outcome=Outcome.APPROVED, positions=200, money=0, reason=SECRET, conditions=SECRET,
            decided_by_id=case.leader.id, decided_at=AT, content_hash="0" * 64, letter_sha256=letter,
        )
    )  # fmt: skip


def test_a_decision_s_letter_is_written_again_without_the_words(app: Flask) -> None:
    decision, by = decided(ready()), admin()
    outcome = redact(decision.request.ref, f"decision:{decision.id}", by)
    assert outcome.reissued == [("decision", decision.id)]
    print_again(outcome)
    decision = db.session.get_one(Decision, decision.id)
    paper = text_of(storage.fetch(decision.letter_sha256 or "") or b"")
    assert "Abernathy" not in paper + decision.reason + decision.conditions
    assert "Ruth Adeyemi" in paper


def test_a_request_s_words_are_gone_from_its_sheet(app: Flask) -> None:
    decision, by = decided(ready()), admin()
    ref, number = decision.request.ref, decision.request_id
    outcome = redact(ref, "for_what", by)
    print_again(outcome)
    request = db.session.get_one(FundingRequest, number)
    paper = text_of(storage.fetch(request.sheet_sha256 or "") or b"")
    assert "Two caseworkers" not in str(request.frozen) + request.for_what + paper
    assert "[redacted" in paper
    letter = db.session.get_one(Decision, decision.id).letter_sha256
    assert storage.fetch(letter or "") is not None


def test_a_mail_that_waits_does_not_carry_it(app: Flask) -> None:
    case, by = ready(), admin()
    mail = builders.save(
        Mail(message_id="m", recipient="a@b.example", subject="s", body=f"Look: {SECRET}", created_at=AT)
    )
    report_with_words(case)
    redact(case.report.ref, "went_well", by)
    assert "Abernathy" not in db.session.get_one(Mail, mail.id).body


def test_an_unknown_field_is_answered_with_what_can_be_named(app: Flask) -> None:
    case, by = ready(), admin()
    with pytest.raises(redaction.NothingToRedact) as refused:
        redact(case.report.ref, "nonsense", by)
    assert "went_well" in refused.value.facts["fields"]
