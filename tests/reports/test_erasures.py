"""A text that is redacted while a report is being made is not in it."""

from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import undefer
from time_machine import Traveller

from app.accounts.models import Person, Role
from app.audit import redaction
from app.audit.verbs import VERBS
from app.core.database import transaction
from app.extensions import db
from app.reports import erasures, gather
from app.reports.models import Report, State
from tests.reports.given import World, world
from tests.support import builders as make
from tests.support.client import AsPerson

NAME = "Mrs Abernathy gets her answer"


@pytest.fixture
def given(app: Flask, clock: Traveller) -> World:
    return world()


@pytest.mark.parametrize("scope", ["plan", "office"])
def test_what_was_read_before_a_redaction_is_not_published_after_it(
    given: World, as_person: AsPerson, monkeypatch: pytest.MonkeyPatch, scope: str
) -> None:
    milestone = make.milestone(given.plan, NAME)
    admin = make.with_role(Role.ADMINISTRATOR, make.office("County hall"))
    writer = given.champion if scope == "plan" else make.with_role(Role.SPONSOR, given.plan.office)
    browser, ref, part, by = as_person(writer), given.plan.ref, f"milestone:{milestone.id}", admin.id
    about = {"plan": ref} if scope == "plan" else {"office": given.plan.office.slug}
    browser.submit("/reports/new", {"scope": scope, "period": "year", **about}, to="/reports")
    report = db.session.scalars(select(Report)).one()
    address, read = f"/reports/{report.ref}/publications", gather.gather

    def read_and_redact(*asked: Any) -> Any:
        facts = read(*asked)
        with transaction():
            redaction.redact(ref, part, ground="law", by=db.session.get_one(Person, by), at=make.AT)
        return facts

    monkeypatch.setattr(gather, "gather", read_and_redact)
    browser.post(address, expect=409)
    monkeypatch.undo()
    draft = db.session.get_one(Report, report.id, populate_existing=True)
    assert (draft.state, draft.progress) == (State.DRAFT, None)
    browser.post(address)
    found = db.session.scalar(select(Report).options(undefer("*")).execution_options(populate_existing=True))
    assert found is not None
    assert found.frozen
    assert NAME not in str(found.frozen)


def test_every_verb_by_which_a_text_goes_is_known(app: Flask) -> None:
    assert {verb for verb in VERBS if verb.endswith((".redacted", ".forgotten"))} == set(erasures.VERBS)
