"""Requests: drafted by a plan's team, submitted with frozen evidence, withdrawn while they are drafts."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import delete

from app.accounts.models import Person
from app.core import events, frozen, jobs, storage
from app.core.database import LostUpdate
from app.core.errors import NotAllowed, NotNow
from app.core.locks import claim
from app.core.numbering import next_number
from app.extensions import db
from app.funding import policy, queries
from app.funding.errors import AnotherOpen, NoMeasureCited, NothingAsked, NothingCited, NotReady, RoundClosed
from app.funding.models import FundingRequest, FundingRound, RequestMeasure, RequestState
from app.funding.queries import Readiness
from app.funding.sheet import RequestSheet
from app.measures.models import Measure
from app.notices import actions as notices
from app.offices.days import agency_today
from app.plans.models import Plan
from app.reports.models import Report


@dataclass(frozen=True)
class Asked:
    """Positions in hundredths, money in minor units; the reports and measures that the request rests on."""

    title: str
    positions: int
    money: int
    for_what: str
    if_no: str
    reports: Sequence[Report] = ()
    measures: Sequence[Measure] = ()


def start_request(
    plan: Plan, found: FundingRound, asked: Asked, ready: Readiness, *, by: Person, at: datetime
) -> FundingRequest:
    """A draft. Raises NotAllowed, NotReady, RoundClosed, AnotherOpen."""
    if not policy.can_ask(by, plan):
        raise NotAllowed
    if not ready.is_ready:
        raise NotReady
    if not policy.takes_requests(found, agency_today(at)):
        raise RoundClosed
    number = next_number(FundingRequest.number)  # holds the queue, so that two at once see each other
    other = queries.open_in_round(plan.id, found.id)
    if other is not None:
        raise AnotherOpen(request=other.ref)
    made = FundingRequest(
        number=number, round_id=found.id, plan_id=plan.id, author_id=by.id, created_at=at,
        title=asked.title,
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    _write(made, asked)
    _record("funding_request.started", made, by, at)
    return made


def save_request(request: FundingRequest, asked: Asked, seen_lock: int, *, by: Person, at: datetime) -> None:
    """Keep a draft. Raises NotAllowed, NotNow (no draft any more), LostUpdate."""
    _open_to(request, by)
    claim(request, seen_lock)
    _write(request, asked)
    _record("funding_request.saved", request, by, at)


def withdraw_request(request: FundingRequest, *, by: Person, at: datetime) -> None:
    """Take a draft away; only its team still sees it. Raises NotAllowed, NotNow."""
    _open_to(request, by)
    request.state = RequestState.WITHDRAWN
    _record("funding_request.withdrawn", request, by, at)


def submit_request(
    request: FundingRequest, sheet: RequestSheet, pdf: bytes, rendered_hash: str, *, by: Person, at: datetime
) -> None:
    """Freeze what was rendered and hand it in. Raises NotAllowed, NotNow, RoundClosed, NothingAsked, NothingCited,
    NoMeasureCited, and LostUpdate where `sheet`, gathered in this transaction, is not what was rendered."""
    _open_to(request, by)
    refuse_unfinished(request, sheet, at)
    if frozen.content_hash(sheet) != rendered_hash:
        raise LostUpdate(request)
    artefact = storage.keep(pdf, "application/pdf", at=at)
    db.session.flush()
    request.frozen, request.content_hash = frozen.to_json(sheet), rendered_hash
    request.sheet_sha256 = artefact.sha256
    request.state, request.submitted_at = RequestState.SUBMITTED, at
    _record("funding_request.submitted", request, by, at, content_hash=rendered_hash)
    jobs.enqueue("search.refresh", {"kind": "funding_request", "id": request.id}, key=f"search request {request.id}")
    for leader_id in queries.leader_ids(request.plan.office):
        notices.notify(leader_id, "request_submitted", path=f"/funding/{request.ref}", at=at, request=request.ref)


def refuse_unfinished(request: FundingRequest, sheet: RequestSheet, at: datetime) -> None:
    """The rules of submission, also asked before anything is rendered."""
    if not policy.takes_requests(request.round, agency_today(at)):
        raise RoundClosed
    if not request.positions and not request.money:
        raise NothingAsked
    if not sheet.reports:
        raise NothingCited
    if not sheet.measures:
        raise NoMeasureCited


def _open_to(request: FundingRequest, by: Person) -> None:
    if request.state is not RequestState.DRAFT:
        raise NotNow
    if not policy.can_edit(by, request):
        raise NotAllowed


def _write(request: FundingRequest, asked: Asked) -> None:
    request.title, request.for_what, request.if_no = asked.title, asked.for_what, asked.if_no
    request.positions, request.money = asked.positions, asked.money
    request.reports = list(asked.reports)
    db.session.execute(delete(RequestMeasure).where(RequestMeasure.request_id == request.id))
    db.session.add_all(
        RequestMeasure(request_id=request.id, measure_id=measure.id, position=position)
        for position, measure in enumerate(asked.measures)
    )
    db.session.flush()


def _record(verb: str, request: FundingRequest, by: Person, at: datetime, **more: Any) -> None:
    events.record(
        verb, request, by=by, at=at, office_id=request.plan.office_id,
        positions=request.positions, money=request.money, round_id=request.round_id, **more,
    )  # fmt: skip
