"""What the log and histories say of an event beside its verb: words, names, amounts and dates; never raw fields."""

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from flask_babel import force_locale
from sqlalchemy import select

from app.audit import fields
from app.audit.labels import KINDS
from app.audit.lines import lines_of
from app.audit.verbs import VERBS
from app.core import events
from app.core.database import transaction
from app.core.events import Event, Subject
from app.extensions import db
from app.measures.models import Source
from app.offices.models import ChannelKind
from tests.funding import case as cases
from tests.support import builders
from tests.support.builders import AT
from tests.support.client import AsPerson

APP = Path(__file__).parents[2] / "app"
RECORDS = {"record", "_record", "_note", "note"}
NOT_DATA = {"by", "at", "office_id", "day_only"}


def told(verb: str, subject: Subject, **data: Any) -> str:
    with transaction():
        event = events.record(verb, subject, by=None, at=AT, **data)
    return lines_of([event])[0].details


@pytest.fixture
def spoken(app: Flask) -> Iterator[None]:
    with force_locale("en"):
        yield


def test_amounts_are_written_with_the_rounds_currency(spoken: None) -> None:
    case = cases.ready()
    request = cases.draft(case, positions=50)
    said = told("funding_request.saved", request, positions=50, money=0, round_id=case.round.id)
    assert said == f"Asked: 0.5 positions · Round: {case.round.name}"
    said = told("funding_round.open", case.round, positions=100, money=4_000_000, currency="USD")
    assert said == "In the round: 1 position and $40,000"
    signed = {"request_id": request.id, "outcome": "part", "positions": 0, "money": 600_000, "supersedes": 3}
    said = told("decision.signed", request, **signed, content_hash="ab" * 32)
    assert said == (
        "Given: $6,000 · Request: F-7 · Decision: Approved in part · Replaces an earlier decision: yes"
    )


def test_ids_are_names_and_days_and_numbers_are_written_as_people_write_them(spoken: None) -> None:
    office, dana, ali = builders.office(), builders.person("Dana Whitfield"), builders.person("Ali Demir")
    cycle = builders.cycle("2026/27")
    said = told("seat.given", office, champion_id=dana.id, deputy_id=None, cycle_id=cycle.id)
    assert said == "Champion: Dana Whitfield · Cycle: 2026/27"
    assert told("pain_point.reassigned", office, person_id=ali.id, before_id=dana.id) == (
        "Person: Ali Demir · Before: Dana Whitfield"
    )
    letters = builders.channel(office, ChannelKind.MAIL)
    assert told("channel_ownership.given", office, channel_id=letters.id) == "Channel: Letter"
    measure = builders.measure(office, dana)
    source = measure.sources[0] if measure.sources else builders.save(Source(measure_id=measure.id, name="Register"))
    said = told(
        "observation.corrected", measure, measure_id=measure.id, source_id=source.id, period_start="2026-08-01",
        value="1234.50", replaces_id=542,
    )  # fmt: skip
    assert said == (
        f"Measure: {measure.ref} · Source: {source.name} · First day: 1 August 2026 · Number: 1,234.5"
        " · Replaces an earlier number: yes"
    )
    with force_locale("ar"):
        said = told("milestone.completed", office, done_on="2026-10-08", days_late=12)
        assert "١٢" in said
        assert "٢٠٢٦" in said
        assert not set("0123456789") & set(said)


@pytest.mark.parametrize(
    ("verb", "data", "said"),
    [
        ("pain_point.sighted", {"frequency": "weekly", "customers": "more", "minutes": 45},
         "How often: Weekly · Customers: More · Minutes lost: 45"),
        ("measure.created", {"kind": "outcome", "unit": "days", "target_on": "2027-08-30"},
         "Kind: Outcome · Unit: Days · By when: 30 August 2027"),
        ("plan.saved", {"version": 1, "parts": {"title": "ab" * 32, "risks": "cd" * 32}},
         "Version: 1 · Parts: Title, Risks, and how we roll back"),
        ("office_rules.set", {"from_on": "2026-12-01", "stated": ["ack_days", "time_zone"]},
         "In use from: 1 December 2026 · Changed: Working days to acknowledge, Time zone"),
        ("plan.redacted", {"field": "decision:2", "ground": "Court order 2026-01-05", "printed_again": 1},
         "Text: Decision 2 · Legal ground: Court order 2026-01-05 · Papers printed again: 1"),
        ("measure.recounted", {"is_confirmed": False, "value": "3"}, "Agrees: no · Number: 3"),
        ("one_use_link.issued", {"kind": "invitation"}, "Kind: Invitation"),
        ("report.superseded", {"by_report": "R-6"}, "Corrected by: R-6"),
        ("later.added", {"unheard_of": "x"}, "unheard of: x"),
    ],
)  # fmt: skip
def test_codes_and_fields_are_words(spoken: None, verb: str, data: dict[str, Any], said: str) -> None:
    assert told(verb, builders.office(), **data) == said


def test_the_history_of_a_request_has_no_raw_fields(app: Flask, as_person: AsPerson) -> None:
    case = cases.ready()
    request = cases.submitted(case, positions=50)
    with transaction():
        events.record(
            "funding_request.submitted", request, by=case.champion, at=AT, office_id=case.office.id, positions=50,
            money=0, round_id=case.round.id,
        )  # fmt: skip
    page = as_person(case.leader).get("/funding/F-7").text
    assert "Asked: 0.5 positions" in page
    assert "round id" not in page
    assert "money: 0" not in page


def _calls() -> Iterator[ast.Call]:
    for path in APP.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in RECORDS:
                yield node


def test_every_field_that_is_recorded_has_words() -> None:
    recorded = {word.arg for call in _calls() for word in call.keywords if word.arg} - NOT_DATA
    digests = {"content_hash", "pdf_sha256", "archive_sha256", "digest", "words", "happening", "reason", "method"}
    amounts = {"positions", "money", "currency"}
    assert recorded - digests - amounts - {"evidence", "name"} - set(fields.LABELS) == set()


def test_every_verb_that_is_recorded_has_words() -> None:
    said = {call.args[0].value for call in _calls() if call.args and isinstance(call.args[0], ast.Constant)}
    verbs = {verb for verb in said if isinstance(verb, str) and "." in verb}
    assert len(verbs) > 40
    assert verbs - set(VERBS) == set()


def test_every_kind_of_thing_that_events_are_about_has_a_word() -> None:
    """What has no name of its own, such as a session, is called by its kind in the log."""
    assert {verb.partition(".")[0] for verb in VERBS} - set(KINDS) == set()


def test_a_page_of_the_log_asks_for_all_names_at_once(spoken: None, queries: Any) -> None:
    case = cases.ready()
    with transaction():
        for number in range(20):
            events.record(
                "funding_request.saved", case.round, by=None, at=AT, positions=number, money=0,
                round_id=case.round.id, person_id=case.champion.id,
            )  # fmt: skip
    made = db.session.scalars(select(Event)).all()
    with queries() as counted:
        lines_of(made)
    assert len(counted) <= 3
