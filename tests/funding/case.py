"""A plan that may ask: accepted, measured before and after its change, reported on. And the people around it."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.accounts import passwords
from app.accounts.models import Person, Role
from app.champions.models import Cycle
from app.core import frozen, storage
from app.extensions import db
from app.funding import gather
from app.funding.models import FundingRequest, FundingRound, RequestMeasure, RequestState, RoundState
from app.measures.models import Direction, Kind, Measure, Signal, Unit
from app.offices.models import Office
from app.plans.models import Plan, PlanState, VersionMeasure, VersionState
from app.reports.facts import Answers, Facts, MeasureFact, Reading, Totals
from app.reports.models import Report, Scope, State
from tests.support import builders as make
from tests.support.builders import AT, TODAY

PASSWORD = "four quiet words here"
HASH = passwords.hash_of(PASSWORD)


@dataclass
class Case:
    agency: Office
    office: Office
    champion: Person
    leader: Person
    program: Person
    plan: Plan
    measure: Measure
    report: Report
    round: FundingRound


def ready() -> Case:
    agency = make.office("Marlow County")
    office = make.office("Child Support", agency)
    champion = make.person("Dana Whitfield", at=office)
    cycle = make.cycle()
    make.seat(office, champion, cycle)
    leader = make.person("Ruth Adeyemi", at=agency, password_hash=HASH)
    make.grant(leader, Role.LEADER, agency)
    program = make.with_role(Role.PROGRAM_OFFICE, agency)
    plan = _active_plan(office, cycle, champion)
    measure = _proven_measure(office, champion, plan)
    report = published(plan, champion, measure)
    return Case(agency, office, champion, leader, program, plan, measure, report, a_round(agency))


def a_round(agency: Office, **fields: object) -> FundingRound:
    given: dict[str, Any] = {
        "number": 2, "name": "Round 2", "positions": 300, "money": 10_000_000, "currency": "USD",
        "opens_on": TODAY - timedelta(days=5), "closes_on": TODAY + timedelta(days=20),
        "decide_by_on": TODAY + timedelta(days=40), "state": RoundState.OPEN,
    }  # fmt: skip
    return make.save(FundingRound(office_id=agency.id, **{**given, **fields}))


def draft(case: Case, *, number: int = 7, positions: int = 200, money: int = 0) -> FundingRequest:
    made = FundingRequest(
        number=number, round_id=case.round.id, plan_id=case.plan.id, author_id=case.champion.id, created_at=AT,
        title="Bring one-day orders to East branch", positions=positions, money=money,
        for_what="Two caseworkers at East branch.", if_no="340 families keep waiting 58 days.",
    )  # fmt: skip
    made.reports = [case.report]
    make.save(made)
    make.save(RequestMeasure(request_id=made.id, measure_id=case.measure.id, position=0))
    return made


def submitted(case: Case, *, number: int = 7, positions: int = 200, money: int = 0) -> FundingRequest:
    """A request with its sheet frozen, as submitting leaves it."""
    made = draft(case, number=number, positions=positions, money=money)
    sheet = gather.sheet_of(made, dated=TODAY)
    made.frozen, made.content_hash = frozen.to_json(sheet), frozen.content_hash(sheet)
    made.state, made.submitted_at = RequestState.SUBMITTED, AT
    return make.save(made)


def signing(outcome: str = "approved", **fields: str) -> dict[str, str]:
    """What a leader sends."""
    return {"outcome": outcome, "reason": "It works and others can copy it.", "password": PASSWORD, **fields}


def _active_plan(office: Office, cycle: Cycle, champion: Person) -> Plan:
    words = {
        "title": "A child-support order in one day",
        "outcome": "A signed order the same day.",
        "mission": "Children eat.",
        "problem": "Ten weeks for a paper.",
    }
    plan = make.plan(office, cycle, champion, words=words, number=12)
    plan.state = PlanState.ACTIVE
    plan.versions[0].state = VersionState.ACCEPTED
    return make.save(plan)


def _proven_measure(office: Office, champion: Person, plan: Plan) -> Measure:
    measure = make.measure(
        office, champion, number=5, kind=Kind.OUTCOME, direction=Direction.DOWN, unit=Unit.DAYS, baseline=Decimal(72),
        baseline_start=date(2025, 1, 1), baseline_end=date(2025, 12, 31), target=Decimal(1),
        target_on=date(2027, 9, 30),
        grade=3, signal=Signal.IMPROVING, latest=Decimal(1), latest_end=date(2026, 10, 31),
        stale_after=TODAY + timedelta(days=30),
    )  # fmt: skip
    make.save(VersionMeasure(version_id=plan.versions[0].id, measure_id=measure.id, position=0))
    return measure


def published(plan: Plan, champion: Person, measure: Measure) -> Report:
    facts = Facts(
        ref="R-3", scope=Scope.PLAN, title="One-day orders, first year", office=plan.office.name,
        start=date(2026, 1, 1), end=date(2026, 10, 31), gathered_on=TODAY, language="en",
        paper="Letter", totals=Totals(), answers=Answers(5),
        measures=(
            MeasureFact(
                ref=measure.ref, plan=plan.ref, office=plan.office.name, name=measure.name, kind=measure.kind,
                unit=measure.unit, direction=measure.direction, before=72.0, after=1.0, target=1.0,
                signal=Signal.IMPROVING, grade=3, mean=72.0, lower=60.0, upper=84.0,
                readings=tuple(Reading(date(2026, month, 28), 72.0 if month < 6 else 1.0) for month in range(1, 11)),
            ),
        ),
    )  # fmt: skip
    pdf = storage.keep(b"%PDF-1.7 report", "application/pdf", at=AT)
    db.session.flush()
    return make.save(
        Report(
            number=3, scope=Scope.PLAN, plan_id=plan.id, office_id=plan.office_id, period_start=facts.start,
            period_end=facts.end, language="en", title=facts.title, state=State.PUBLISHED, author_id=champion.id,
            created_at=AT, published_at=AT, frozen=frozen.to_json(facts), content_hash=frozen.content_hash(facts),
            pdf_sha256=pdf.sha256,
        )
    )  # fmt: skip
