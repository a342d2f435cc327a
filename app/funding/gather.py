"""The sheet of a request: its words, what its cited reports froze, and what earlier grants came to. Reads only."""

from collections.abc import Collection, Sequence
from datetime import date

from flask_babel import force_locale

from app.core import frozen
from app.funding import queries
from app.funding.models import FundingRequest, Outcome
from app.funding.sheet import Cited, Kept, RequestSheet, Touched
from app.funding.verdicts import verdict
from app.plans import content as contents
from app.plans import queries as plans
from app.plans.content import Content
from app.plans.models import Cost, PlanVersion
from app.plans.queries import OwnedChannel, owned_channels
from app.plans.sheet import SignOff
from app.reports.facts import Facts, MeasureFact
from app.reports.models import Report
from app.sign_offs import standing


def sheet_of(request: FundingRequest, measure_refs: Collection[str], *, dated: date) -> RequestSheet:
    """Everything that leaders see of a request. Channels by kind and name; evidence from the newest cited report."""
    plan, version = request.plan, plans.in_force(request.plan)
    owned = owned_channels(version) if version else []  # first, since the channels of the version come along
    content = contents.of(version) if version else None
    words = content.words if content else {}
    facts = queries.frozen_facts(request.reports)
    return RequestSheet(
        ref=request.ref,
        title=request.title,
        office=plan.office.name,
        plan=plan.ref,
        plan_title=plan.title,
        version=version.number if version else 0,
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
        outcome=words.get("outcome", ""),
        mission=words.get("mission", ""),
        cost=_cost(version),
        measures=tuple(measure for measure in measures_in(facts) if measure.ref in measure_refs),
        reports=tuple(_cited(report) for report in request.reports),
        channels=_channels(content.channels if content else (), owned),
        earlier=tuple(_kept(request, measures_in(facts))),
        sign_offs=_sign_offs(version, content, dated),
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


def _channels(channel_ids: Collection[int], owned: Sequence[OwnedChannel]) -> tuple[Touched, ...]:
    return tuple(Touched(one.name or one.kind.value, one.owner) for one in owned if one.id in channel_ids)


def _sign_offs(version: PlanVersion | None, content: Content | None, dated: date) -> tuple[SignOff, ...]:
    """As the two pages print them: in the plan's language, on the day of the sheet."""
    if version is None or content is None:
        return ()
    with force_locale(version.plan.language):
        return standing.printed(version, content, dated)


def _cost(version: PlanVersion | None) -> str:
    """The dearest of the plan's changes so far, as its code."""
    costs = [change.cost for change in version.changes] if version else []
    dearest = [Cost.NEEDS_MONEY, Cost.WITHIN_RESOURCES, Cost.NIL]
    return next((cost.value for cost in dearest if cost in costs), "")


def _kept(request: FundingRequest, now: Sequence[MeasureFact]) -> list[Kept]:
    """What earlier granted requests of this office promised of each measure, against what it is now."""
    cited = {measure.ref: measure.after for measure in now if measure.after is not None}
    found = []
    for earlier in queries.earlier_grants(request):
        decision = queries.current_decision(earlier)
        if decision is None or decision.outcome not in (Outcome.APPROVED, Outcome.PART) or not earlier.frozen:
            continue
        promised = frozen.from_json(RequestSheet, earlier.frozen).measures
        newest = queries.newest_numbers(measure.ref for measure in promised) | cited
        for measure in promised:
            came = newest.get(measure.ref)
            found.append(
                Kept(
                    earlier.ref, earlier.round.name, measure.name, measure.unit.value, measure.before, measure.target,
                    came, verdict(measure.direction, measure.before, measure.target, came),
                    decision.positions, decision.money, earlier.round.currency,
                )
            )  # fmt: skip
    return found
