"""POST /plans/P-12/submissions: what was written is saved, measured, frozen and handed in."""

import hashlib
import json
from datetime import date
from typing import Any

import pytest
from sqlalchemy import func, select

from app.core import pdf, storage
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.plans import frozen, rendering
from app.plans.models import ChangeKind, PlanVersion, VersionMilestone, VersionState
from tests.plans.conftest import WORDS, Cast
from tests.plans.writing import EDIT, SUBMISSIONS, TOO_LONG, hand_in, words_of
from tests.support import builders
from tests.support.client import AsPerson, Client


def version() -> PlanVersion:
    return db.session.scalars(select(PlanVersion)).one()


def events(verb: str) -> list[Event]:
    return list(db.session.scalars(select(Event).where(Event.verb == verb)))


def test_submitting_freezes_text_paper_and_hashes(cast: Cast, champion: Client) -> None:
    page = hand_in(champion, title="Typed just now")
    assert page.path == "/plans/P-12"
    found = version()
    assert (found.state, found.submitted_by_id, found.pages) == (VersionState.SUBMITTED, cast.champion.id, 1)
    content = storage.fetch(found.pdf_sha256 or "")
    assert content is not None
    assert hashlib.sha256(content).hexdigest() == found.pdf_sha256
    assert "Typed just now" in words_of(content)
    assert found.frozen is not None
    assert (found.frozen["title"], found.frozen["today_days"]) == ("Typed just now", 72)
    assert found.fonts == {"fingerprint": pdf.fingerprint()}


def test_the_fingerprint_on_paper_is_that_of_the_frozen_content(champion: Client) -> None:
    champion.post(SUBMISSIONS)
    found = version()
    assert found.frozen is not None
    content_hash = found.content_hash or ""
    bare = json.dumps({**found.frozen, "fingerprint": ""}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(bare.encode()).hexdigest() == content_hash
    printed = content_hash[:4] + " " + content_hash[4:8] + " " + content_hash[8:12] + " " + content_hash[12:16]
    assert printed in words_of(storage.fetch(found.pdf_sha256 or "") or b"")
    assert frozen.content_hash(frozen.from_json(found.frozen)) == content_hash


def test_from_the_plans_page_it_needs_no_fields(champion: Client) -> None:
    champion.post(SUBMISSIONS)
    assert version().state is VersionState.SUBMITTED


def test_milestones_are_promised_with_the_version(cast: Cast, champion: Client) -> None:
    kept = builders.milestone(cast.plan, "First desk", date(2026, 12, 1))
    builders.milestone(cast.plan, "Dropped", date(2026, 12, 2), state="dropped")
    champion.post(SUBMISSIONS)
    promised = db.session.scalars(select(VersionMilestone)).all()
    assert [(row.milestone_id, row.due_on) for row in promised] == [(kept.id, date(2026, 12, 1))]


def test_the_program_office_hears_of_it(cast: Cast, champion: Client) -> None:
    champion.post(SUBMISSIONS)
    notice = db.session.scalars(select(Notice)).one()
    assert (notice.person_id, notice.kind, notice.path) == (cast.program.id, "plan_submitted", "/plans/P-12/versions/1")
    assert events("plan.submitted")[0].data["version"] == 1


def test_what_is_too_long_cannot_be_submitted_and_is_kept(champion: Client) -> None:
    page = hand_in(champion, expect=422, outcome=TOO_LONG, risks="Kept")
    assert "Too long by" in page.text
    assert "Shorten Outcome" in page.errors["outcome"]
    assert "#outcome" in [href for words, href in page.links if "Too long by" in words]
    values = page.form(EDIT).values
    assert (values["outcome"], values["risks"]) == (TOO_LONG.strip(), "Kept")
    assert version().state is VersionState.DRAFT
    assert champion.get(EDIT).form(EDIT).values["outcome"] == TOO_LONG.strip()


def test_what_was_refused_is_shortened_and_submitted_from_the_same_page(cast: Cast, champion: Client) -> None:
    values = hand_in(champion, expect=422, outcome=TOO_LONG).form(EDIT).values
    champion.post(SUBMISSIONS, values | {"outcome": "A signed order the same day."})
    assert version().state is VersionState.SUBMITTED


def test_too_long_has_no_other_door(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    champion.submit(EDIT, {"outcome": TOO_LONG}, to=EDIT)
    champion.post(SUBMISSIONS, expect=422)
    as_person(cast.deputy).post(SUBMISSIONS, expect=422)
    champion.post("/plans/P-12/versions/1/acceptances", expect=403)
    as_person(cast.program).post("/plans/P-12/versions/1/acceptances", expect=409)
    assert (version().state, version().pdf_sha256) == (VersionState.DRAFT, None)


def test_the_limit_is_the_cycles(cast: Cast, champion: Client) -> None:
    cast.cycle.page_limit = 1
    builders.save(cast.cycle)
    hand_in(champion, expect=422, risks="\n\n".join(["One line."] * 40))
    hand_in(champion, risks="One line.")
    assert version().pages == 1


@pytest.mark.parametrize("key", ["title", "outcome", "problem"])
def test_what_every_plan_needs_must_be_written(champion: Client, key: str) -> None:
    emptied: dict[str, Any] = {key: "  "}
    page = hand_in(champion, expect=422, mission="Kept", **emptied)
    assert "before you submit" in page.errors[key]
    assert page.form(EDIT).values["mission"] == "Kept"
    assert version().state is VersionState.DRAFT


def test_a_plan_changes_something(champion: Client) -> None:
    page = hand_in(champion, expect=422, changes_0_what="")
    assert "at least one thing" in page.errors["changes-0-what"]
    assert "#changes-0-what" in [href for words, href in page.links if "at least one thing" in words]


def test_too_long_a_change_leads_to_the_changes(champion: Client) -> None:
    page = hand_in(champion, expect=422, changes_0_what=TOO_LONG)
    assert "Shorten What we change" in page.errors["changes-0-what"]
    assert "#changes-0-what" in [href for words, href in page.links if "Too long by" in words]


def test_bad_input_is_refused_before_anything_is_saved(champion: Client) -> None:
    hand_in(champion, expect=422, today_days="seven", title="New")
    assert champion.get(EDIT).form(EDIT).values["title"] == WORDS["title"]


def test_only_the_team_submits(cast: Cast, as_person: AsPerson) -> None:
    for person in (cast.program, cast.sponsor, cast.auditor):
        as_person(person).post(SUBMISSIONS, expect=403)
    for person in (cast.colleague, cast.leader):
        as_person(person).post(SUBMISSIONS, expect=404)
    as_person(cast.champion).get(SUBMISSIONS, expect=405)
    as_person(cast.champion).post(SUBMISSIONS, csrf=False, expect=400)
    assert version().state is VersionState.DRAFT


def test_submitting_twice_is_harmless(champion: Client) -> None:
    champion.post(SUBMISSIONS)
    before = (version().pdf_sha256, version().submitted_at)
    champion.post(SUBMISSIONS, expect=409)
    assert (version().pdf_sha256, version().submitted_at) == before
    assert len(events("plan.submitted")) == 1


def test_what_somebody_saves_while_it_renders_is_not_submitted_unseen(
    cast: Cast, champion: Client, as_person: AsPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    render = rendering.finished
    deputy = as_person(cast.deputy)

    def slow(*args: Any) -> Any:
        monkeypatch.setattr(rendering, "finished", render)
        deputy.submit(EDIT, {"risks": "Saved while it rendered"}, to=EDIT)
        return render(*args)

    monkeypatch.setattr(rendering, "finished", slow)
    champion.post(SUBMISSIONS, expect=409)
    assert version().state is VersionState.DRAFT
    assert champion.get(EDIT).form(EDIT).values["risks"] == "Saved while it rendered"
    champion.post(SUBMISSIONS)
    assert version().frozen is not None


def test_two_who_submit_at_once_submit_once(
    cast: Cast, champion: Client, as_person: AsPerson, monkeypatch: pytest.MonkeyPatch
) -> None:
    render = rendering.finished
    deputy = as_person(cast.deputy)

    def slow(*args: Any) -> Any:
        monkeypatch.setattr(rendering, "finished", render)
        deputy.post(SUBMISSIONS)
        return render(*args)

    monkeypatch.setattr(rendering, "finished", slow)
    champion.post(SUBMISSIONS, expect=409)
    assert version().submitted_by_id == cast.deputy.id
    assert len(events("plan.submitted")) == 1


def test_a_busy_printer_loses_nothing(champion: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    def busy(*_args: object, **_more: object) -> None:
        raise pdf.Busy("test")

    with monkeypatch.context() as patched:
        patched.setattr(pdf, "render", busy)
        page = hand_in(champion, expect=503, title="Typed while it was busy")
    assert "Nothing was lost" in page.text
    assert champion.get(EDIT).form(EDIT).values["title"] == "Typed while it was busy"
    champion.post(SUBMISSIONS)
    assert (version().frozen or {})["title"] == "Typed while it was busy"


@pytest.mark.parametrize(("risks", "said"), [("Short", "just now"), ("A parent withdraws. " * 800, "take too long")])
def test_what_cannot_be_printed_is_refused_in_the_meters_words(
    champion: Client, monkeypatch: pytest.MonkeyPatch, risks: str, said: str
) -> None:
    def slow(*_args: object, **_more: object) -> None:
        raise pdf.TooSlow("test")

    monkeypatch.setattr(pdf, "render", slow)
    monkeypatch.setattr(pdf, "measure", slow)
    page = hand_in(champion, expect=422, title="Kept", risks=risks)
    assert page.text.count(said) > 1
    assert page.form(EDIT).values["title"] == "Kept"


def test_nothing_of_a_refused_submission_is_stored(champion: Client) -> None:
    hand_in(champion, expect=422, outcome=TOO_LONG)
    assert db.session.scalar(select(func.count(storage.Artefact.sha256))) == 0


def test_kinds_and_costs_print_in_words(champion: Client) -> None:
    names = ("process", "service_owner", "technology_owner")
    asked: dict[str, Any] = {f"changes-0-{name}": "Kim" for name in names}
    hand_in(champion, changes_0_kind="technology", changes_0_cost="needs_money", **asked)
    assert version().changes[0].kind is ChangeKind.TECHNOLOGY
    text = words_of(storage.fetch(version().pdf_sha256 or "") or b"")
    assert "Technology" in text
    assert "Needs money" in text
