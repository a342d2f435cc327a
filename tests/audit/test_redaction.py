"""Redaction: the text is gone from rows, versions, frozen copies, index and files; what happened stays in the log."""

from dataclasses import replace
from datetime import date

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.accounts.models import Person, Role
from app.audit import redaction, reissue
from app.audit.redaction import NothingToRedact
from app.core import events, storage
from app.core.database import transaction
from app.core.errors import NotAllowed
from app.core.events import Event
from app.extensions import db
from app.pain_points.models import PainPoint, Reply, ReplyKind
from app.plans import frozen
from app.plans.models import Plan, PlanVersion, VersionState
from app.plans.sheet import PainPoint as OnPaper
from app.plans.sheet import PlanSheet
from app.search import index
from tests.support import builders
from tests.support.builders import AT, TODAY
from tests.support.client import AsPerson

SECRET = "Mrs Eleanor Abernathy of 12 Elm Street waited"


def admin() -> Person:
    return builders.with_role(Role.ADMINISTRATOR, builders.office())


def report() -> PainPoint:
    office = builders.office()
    champion = builders.with_role(Role.CHAMPION, office)
    point = builders.pain_point(office, champion, champion, title=SECRET, happening=f"{SECRET} for hours. Every week.")
    with transaction():
        index.store(point.id, [point.title, point.happening])
    return point


def redact(ref: str, name: str, by: Person) -> redaction.Outcome:
    with transaction():
        return redaction.redact(ref, name, ground="GDPR Art. 17", by=db.session.merge(by), at=AT)


def found() -> list[int]:
    return list(db.session.scalars(select(index.matching("abernathy").subquery())))


def test_the_words_of_a_report_are_gone_with_title_and_index(app: Flask) -> None:
    point, by = report(), admin()
    salt = point.salt
    redact(point.ref, "happening", by)
    point = db.session.get_one(PainPoint, point.id)
    assert "Abernathy" not in point.title + point.happening
    assert "[redacted 2026-11-23]" in point.happening
    assert point.salt != salt
    assert found() == []


def test_the_log_says_who_and_why_and_the_chain_holds(app: Flask) -> None:
    point, by = report(), admin()
    redact(point.ref, "happening", by)
    event = db.session.scalars(select(Event).where(Event.verb == "pain_point.redacted")).one()
    assert (event.actor_id, event.data["ground"], event.data["field"]) == (by.id, "GDPR Art. 17", "happening")
    assert list(events.broken_links()) == []


def test_a_reply_is_redacted_only_through_its_own_report(app: Flask) -> None:
    point, other, by = report(), report(), admin()
    reply = builders.save(
        Reply(pain_point_id=point.id, kind=ReplyKind.ACCEPTED, words=SECRET, language="en", written_on=TODAY)
    )
    with pytest.raises(NothingToRedact):
        redact(other.ref, f"reply:{reply.id}", by)
    redact(point.ref, f"reply:{reply.id}", by)
    assert "Abernathy" not in db.session.get_one(Reply, reply.id).words


def test_a_repeat_has_nothing_left_to_do(app: Flask) -> None:
    point, by = report(), admin()
    redact(point.ref, "happening", by)
    with pytest.raises(NothingToRedact):
        redact(point.ref, "happening", by)


@pytest.mark.parametrize("name", ["", "nothing", "reply:x", "reply:", "id", "salt", "reply:9999999"])
def test_an_unknown_field_is_refused(app: Flask, name: str) -> None:
    point, by = report(), admin()
    with pytest.raises(NothingToRedact):
        redact(point.ref, name, by)


@pytest.mark.parametrize("role", [Role.PROGRAM_OFFICE, Role.AUDITOR, Role.LEADER])
def test_only_an_administrator_may(app: Flask, role: Role) -> None:
    point, by = report(), builders.with_role(role, builders.office())
    with pytest.raises(NotAllowed):
        redact(point.ref, "happening", by)


def submitted(point: PainPoint) -> PlanVersion:
    """A frozen version whose sheet quotes the report and its own problem section."""
    plan = builders.plan(builders.office(), builders.cycle(), builders.person(), words={"problem": SECRET})
    version = plan.versions[0]
    sheet = PlanSheet(
        ref=plan.ref, title="Orders", office="Child Support",
        cycle_start=date(2026, 10, 1), cycle_end=date(2027, 9, 30),
        problem=SECRET, pain_points=(OnPaper(point.ref, "Phone", SECRET, 1),),
    )  # fmt: skip
    sheet = frozen.sealed(sheet)
    with transaction():
        version = db.session.get_one(PlanVersion, version.id)
        version.state, version.frozen = VersionState.SUBMITTED, frozen.to_json(sheet)
        version.content_hash = frozen.content_hash(replace(sheet))
        version.pdf_sha256 = storage.keep(b"%PDF the old one", "application/pdf", at=AT).sha256
    return version


def test_a_plan_that_quotes_it_is_printed_again_and_keeps_the_old_hash(app: Flask) -> None:
    point, by = report(), admin()
    version = submitted(point)
    old = version.pdf_sha256 or ""
    outcome = redact(point.ref, "happening", by)
    assert outcome.reissued == [("plan_version", version.id)]
    assert storage.fetch(old) is None
    reissue.reissue({"table": "plan_version", "id": version.id})
    reissue.reissue({"table": "plan_version", "id": version.id})
    version = db.session.get_one(PlanVersion, version.id)
    assert "Abernathy" not in str(version.frozen)
    assert version.pdf_sha256 != old
    assert (storage.fetch(version.pdf_sha256 or "") or b"").startswith(b"%PDF")
    assert db.session.scalar(select(func.count()).where(storage.Artefact.sha256 == old)) == 1
    again = db.session.scalars(select(Event).where(Event.verb == "plan.reissued")).one()
    assert again.data["old_pdf_sha256"] == old


def test_what_was_emptied_is_served_to_nobody_who_read_it_before(app: Flask, as_person: AsPerson) -> None:
    """Neither from the memory of the process nor, by a 304, from that of the browser."""
    point, by = report(), admin()
    version, reader = submitted(point), as_person(builders.person("Somebody"))
    path = f"/plans/{version.plan.ref}/versions/1.pdf"
    tag = {"If-None-Match": reader.get(path).response.headers["ETag"]}
    reader.get(path, headers=tag, expect=304)
    redact(point.ref, "happening", by)
    reader.get(path, expect=404)
    reader.get(path, headers=tag, expect=404)
    reissue.reissue({"table": "plan_version", "id": version.id})
    assert reader.get(path, headers=tag).response.headers["ETag"] != tag["If-None-Match"]


def test_a_section_is_redacted_in_every_version(app: Flask) -> None:
    version, by = submitted(report()), admin()
    plan = db.session.get_one(Plan, version.plan_id)
    version.state = VersionState.ACCEPTED
    db.session.commit()
    builders.version(plan, builders.person(), number=2, words={"problem": f"{SECRET}, still"})
    outcome = redact(plan.ref, "problem", by)
    assert outcome.texts == 3  # with the report that says the same
    texts = [section.words for one in plan.versions for section in one.sections]
    assert not any("Abernathy" in words for words in texts)


def test_the_command_says_what_remains(app: Flask) -> None:
    point, by = report(), admin()
    ref, email = point.ref, by.email
    db.session.rollback()
    result = app.test_cli_runner().invoke(
        args=["redact", ref, "--field", "happening", "--ground", "GDPR Art. 17", "--by", email, "--yes"]
    )
    assert result.exit_code == 0, result.output
    assert "2 texts redacted" in result.output
    assert "backups" in result.output


def test_the_command_refuses_who_may_not(app: Flask) -> None:
    point, by = report(), builders.person()
    ref, email = point.ref, by.email
    db.session.rollback()
    result = app.test_cli_runner().invoke(
        args=["redact", ref, "--field", "happening", "--ground", "x", "--by", email, "--yes"]
    )
    assert result.exit_code == 1
    assert "Abernathy" in db.session.get_one(PainPoint, point.id).happening
