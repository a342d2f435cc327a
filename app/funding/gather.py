"""The sheet of a request: its words, what its cited reports froze, and what earlier grants came to. Reads only."""

from collections.abc import Mapping, Sequence
from datetime import date

from flask_babel import force_locale

from app.core import frozen
from app.funding import queries
from app.funding.models import FundingRequest
from app.funding.sheet import Cited, Kept, RequestSheet, Touched
from app.funding.verdicts import verdict
from app.plans.models import Cost
from app.plans.sheet import SignOff
from app.reports.facts import Facts, MeasureFact
from app.reports.models import Report
from app.sign_offs import queries as sign_offs
from app.sign_offs import standing
from app.sign_offs.queries import Stand

DEAREST = (Cost.NEEDS_MONEY, Cost.WITHIN_RESOURCES, Cost.NIL)
"""Of the plan's changes so far the dearest is told."""


def sheet_of(request: FundingRequest, *, dated: date) -> RequestSheet:
    """Everything that leaders see of a request; what it rests on as far as it is proven on the day `dated`. Four
    questions. Evidence from the newest cited report."""
    plan, behind = request.plan, queries.behind(request, dated)
    stands = sign_offs.for_version(behind.version_id) if behind.version_id else []
    reports = queries.cited(request)
    measures = measures_in(queries.frozen_facts(reports))
    return RequestSheet(
        ref=request.ref,
        title=request.title,
        office=plan.office.name,
        plan=plan.ref,
        plan_title=plan.title,
        version=behind.version_number,
        round=request.round.name,
        decide_by=request.round.decide_by_on,
        positions=request.positions,
        money=request.money,
        currency=request.round.currency,
        language=plan.language,
        paper=plan.cycle.paper.value,
        dated=dated,
        author=request.author.name,
        for_what=request.for_what,
        if_no=request.if_no,
        outcome=behind.words.get("outcome", ""),
        mission=behind.words.get("mission", ""),
        cost=next((cost.value for cost in DEAREST if cost in behind.costs), ""),
        measures=tuple(measure for measure in measures if measure.ref in behind.proven),
        reports=tuple(map(_cited, reports)),
        channels=tuple(Touched(one.channel.name or one.channel.kind.value, one.owner) for one in stands),
        earlier=tuple(_kept(request, measures, behind.newest)),
        sign_offs=_sign_offs(stands, plan.language, dated),
    )


def measures_in(facts: Sequence[Facts]) -> list[MeasureFact]:
    """Each measure once, from the report whose period ends last."""
    newest = sorted(facts, key=lambda found: found.end, reverse=True)
    found: dict[str, MeasureFact] = {}
    for one in newest:
        for measure in one.measures:
            found.setdefault(measure.ref, measure)
    return list(found.values())


def _cited(report: Report) -> Cited:
    return Cited(
        report.ref, report.title, report.period_start, report.period_end,
        report.content_hash or "", report.pdf_sha256 or "",
    )  # fmt: skip


def _sign_offs(stands: Sequence[Stand], language: str, dated: date) -> tuple[SignOff, ...]:
    """As the two pages print them: in the plan's language, on the day of the sheet."""
    with force_locale(language):
        return standing.on_paper((one for one in stands if one.sign_off), dated)


def _kept(request: FundingRequest, now: Sequence[MeasureFact], newest: Mapping[str, float]) -> list[Kept]:
    """What earlier granted requests of this office promised of each measure, against what it is now."""
    today = {**newest, **{measure.ref: measure.after for measure in now if measure.after is not None}}
    found = []
    for earlier in queries.earlier_grants(request):
        decision = queries.current_decision(earlier)
        if decision is None or not earlier.frozen:
            continue
        for measure in frozen.from_json(RequestSheet, earlier.frozen).measures:
            came = today.get(measure.ref)
            found.append(
                Kept(
                    earlier.ref, earlier.round.name, measure.name, measure.unit.value, measure.before, measure.target,
                    came, verdict(measure.direction, measure.before, measure.target, came),
                    decision.positions, decision.money, earlier.round.currency,
                )
            )  # fmt: skip
    return found
