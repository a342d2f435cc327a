"""What a plan changes: technology says which process is rethought with it and who its two owners are."""

from typing import Any

from sqlalchemy import select

from app.accounts.models import Role
from app.audit import redaction
from app.core import clock, storage
from app.core.database import transaction
from app.extensions import db
from app.plans import frozen
from app.plans.models import ChangeKind, Cost, PlanChange, PlanVersion, VersionState
from tests.plans.conftest import Cast
from tests.plans.writing import EDIT, hand_in, save, words_of
from tests.support import builders
from tests.support.client import AsPerson, Client

ASKED: dict[str, Any] = {
    "changes-0-process": "How a judge signs",
    "changes-0-service_owner": "Dana, Child Support",
    "changes-0-technology_owner": "Kim, court systems",
}


def draft() -> PlanVersion:
    return db.session.scalars(select(PlanVersion)).one()


def test_a_technology_change_keeps_its_process_and_both_owners(champion: Client) -> None:
    save(champion, changes_0_kind="technology", **ASKED)
    change = draft().changes[0]
    assert (change.process, change.service_owner, change.technology_owner) == tuple(ASKED.values())
    assert champion.get(EDIT).form(EDIT).values.items() >= ASKED.items()


def test_a_draft_may_still_lack_them(champion: Client) -> None:
    save(champion, changes_0_kind="technology")
    assert draft().changes[0].kind is ChangeKind.TECHNOLOGY


def test_technology_without_owners_is_not_handed_in_and_each_lack_stands_beside_its_field(champion: Client) -> None:
    page = hand_in(
        champion, expect=422, changes_0_what="", changes_2_what="A tablet", changes_2_kind="technology", risks="Kept"
    )
    assert "process is rethought" in page.errors["changes-2-process"]
    assert "in the service" in page.errors["changes-2-service_owner"]
    assert "#changes-2-technology_owner" in [href for words, href in page.links if "in technology" in words]
    assert page.form(EDIT).values["risks"] == "Kept"
    assert draft().state is VersionState.DRAFT


def test_with_them_it_is_handed_in_and_they_print(champion: Client) -> None:
    hand_in(champion, changes_0_kind="technology", **ASKED)
    text = words_of(storage.fetch(draft().pdf_sha256 or "") or b"")
    assert "Rethought with it: How a judge signs" in text
    assert "Owners: Dana, Child Support for the service, Kim, court systems for technology" in text
    assert "Kim, court systems" in champion.get("/plans/P-12").text


def test_other_kinds_are_not_asked_and_what_was_typed_for_technology_does_not_print(champion: Client) -> None:
    hand_in(champion, changes_0_kind="policy", **ASKED)
    assert draft().changes[0].process == "How a judge signs"
    assert "How a judge signs" not in words_of(storage.fetch(draft().pdf_sha256 or "") or b"")


def test_a_version_from_before_the_questions_stays_readable_and_decidable(
    cast: Cast, champion: Client, as_person: AsPerson
) -> None:
    hand_in(champion)
    version = draft()
    version.changes[0].kind = ChangeKind.TECHNOLOGY
    kept: dict[str, Any] = dict(version.frozen or {})
    old = ("kind", "what", "rule_owner", "cost")
    kept["changes"] = [{name: row[name] for name in old} for row in kept["changes"]]
    version.frozen = kept
    builders.save(version)
    assert frozen.from_json(kept).changes[0].process == ""
    program = as_person(cast.program)
    assert "One legal review" in program.get("/plans/P-12").text
    program.post("/plans/P-12/versions/1/acceptances")
    assert draft().state is VersionState.ACCEPTED


def test_two_who_change_the_owners_see_both(cast: Cast, champion: Client, as_person: AsPerson) -> None:
    mine = champion.get(EDIT).form(EDIT).values
    save(as_person(cast.deputy), changes_0_kind="technology", **ASKED)
    own = {"changes-0-kind": "technology", "changes-0-service_owner": "Sam himself"}
    page = champion.post(EDIT, mine | own, expect=409)
    assert "Dana, Child Support" in page.text
    assert "Sam himself" in page.text
    assert draft().changes[0].service_owner == "Dana, Child Support"


def test_a_new_version_begins_with_them(champion: Client, cast: Cast, as_person: AsPerson) -> None:
    hand_in(champion, changes_0_kind="technology", **ASKED)
    as_person(cast.program).post("/plans/P-12/versions/1/acceptances")
    champion.post("/plans/P-12/versions")
    assert champion.get(EDIT).form(EDIT).values.items() >= ASKED.items()


def test_an_owner_too_long_to_be_a_name_is_refused_beside_its_field(champion: Client) -> None:
    long: dict[str, Any] = {"changes-0-service_owner": "x" * 100_000}
    page = save(champion, expect=422, changes_0_kind="technology", risks="Kept", **long)
    assert "2,000" in page.errors["changes-0-service_owner"]
    assert page.form(EDIT).values.items() >= (long | {"risks": "Kept"}).items()
    assert draft().changes[0].service_owner == ""


def test_owners_can_be_redacted(champion: Client, cast: Cast) -> None:
    save(champion, changes_0_kind="technology", **ASKED)
    admin = builders.with_role(Role.ADMINISTRATOR, cast.agency, "Ada")
    with transaction():
        redaction.redact("P-12", "change:0", ground="GDPR 17", by=db.session.merge(admin), at=clock.now())
    assert "Kim" not in draft().changes[0].technology_owner


def test_costs_that_ask_for_nothing_new_are_free() -> None:
    assert [cost.is_free for cost in (Cost.NIL, Cost.WITHIN_RESOURCES, Cost.NEEDS_MONEY)] == [True, True, False]
    assert PlanChange.__table__.c.process.nullable is False
