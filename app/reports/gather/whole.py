"""The whole of a report, put together from its parts. A plan's report holds all, the others totals and exceptions."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from itertools import chain
from typing import Any

from app.champions.models import Paper
from app.core import clock
from app.measures.models import Kind, Signal
from app.offices.queries import rules_for
from app.reports.errors import NothingInForce
from app.reports.facts import Answers, Facts, MeasureFact, Outcome, PlanLine, Promise, Totals
from app.reports.gather import answers, maps, measures, plans, promises, saved
from app.reports.gather.plans import Covered
from app.reports.models import Report, Scope

MOST_PROMISES = 40
MOST_MEASURES = 12
BAD = (Outcome.LATE, Outcome.DROPPED, Outcome.MOVED, Outcome.DONE_LATE)
"""What a report on many plans names one by one."""


def gather(report: Report, at: datetime) -> Facts:
    """All that the report says, as things stand at `at`. Raises NothingInForce for a plan without such a version."""
    start, end = report.period_start, report.period_end
    offices = plans.offices_of(report)
    covered = plans.covered(report, offices)
    if report.scope is Scope.PLAN and not covered:
        raise NothingInForce
    promised = promises.of_plans([one.plan.id for one in covered], start, end)
    moved = measures.of_plans(covered, start, end)
    rules = rules_for(report.office, end)
    bare = _about(report, clock.today(rules.time_zone, at), covered, answers.of_offices(offices, rules, start, end))
    return _with_numbers(
        _with_promises(bare, sorted(chain.from_iterable(promised.values()), key=promises.badness)),
        _unique(chain.from_iterable(moved.values())),
        saved=tuple(saved.at_no_cost(covered, moved)),
        plans=tuple(_line(one, promised[one.plan.id], moved[one.plan.id]) for one in covered),
        maps=maps.of_plan(covered[0], end) if report.scope is Scope.PLAN else (),
    )


def _about(report: Report, gathered_on: date, covered: list[Covered], answered: Answers) -> Facts:
    """What the report is, and what its writer says."""
    return Facts(
        ref=report.ref,
        scope=report.scope,
        title=report.title,
        office=report.office.name,
        start=report.period_start,
        end=report.period_end,
        gathered_on=gathered_on,
        language=report.language,
        paper=_paper(report, covered),
        author=report.author.name,
        went_well=report.went_well,
        did_not=report.did_not,
        we_ask=report.we_ask,
        corrects=report.supersedes.ref if report.supersedes else "",
        correction_reason=report.correction_reason,
        totals=Totals(),
        answers=answered,
    )


def _with_promises(facts: Facts, found: list[Promise]) -> Facts:
    """A plan's report names every promise, the others the worst ones."""
    is_plan = facts.scope is Scope.PLAN
    named = found if is_plan else [promise for promise in found if promise.outcome in BAD]
    shown = named if is_plan else named[:MOST_PROMISES]
    return replace(facts, totals=promises.totals(found), promises=tuple(shown), more_promises=len(named) - len(shown))


def _with_numbers(facts: Facts, found: list[MeasureFact], **more: Any) -> Facts:
    """A plan's report draws every measure, the others the outcomes that moved beyond chance."""
    outcomes = [one for one in found if one.kind is Kind.OUTCOME]
    is_plan = facts.scope is Scope.PLAN
    named = found if is_plan else [one for one in outcomes if one.signal is not Signal.NONE]
    shown = sorted(named, key=measures.badness)
    shown = shown if is_plan else shown[:MOST_MEASURES]
    return replace(
        facts,
        measures=tuple(shown),
        more_measures=len(named) - len(shown),
        outcomes=len(outcomes),
        better=sum(one.signal is Signal.IMPROVING for one in outcomes),
        worse=sum(one.signal is Signal.WORSE for one in outcomes),
        stale=sum(one.is_stale for one in found),
        numbers=len(found),
        **more,
    )


def _line(covered: Covered, promised: list[Promise], moved: list[MeasureFact]) -> PlanLine:
    """A plan in one row; its first outcome measure, else its first, stands for it."""
    plan, version = covered.plan, covered.version
    line = PlanLine(
        ref=plan.ref,
        title=plan.title,
        office=plan.office.name,
        champion=covered.champion,
        state=plan.state,
        version=version.number,
        totals=promises.totals(promised),
        pdf_sha256=version.pdf_sha256 or "",
    )
    first = next((one for one in moved if one.kind is Kind.OUTCOME), moved[0] if moved else None)
    if first is None:
        return line
    return replace(
        line, outcome=first.name, unit=first.unit, before=first.before, after=first.after,
        signal=first.signal, grade=first.grade, is_stale=first.is_stale,
    )  # fmt: skip


def _unique(found: Iterable[MeasureFact]) -> list[MeasureFact]:
    """A measure that several plans promise to move counts once."""
    return list({one.ref: one for one in found}.values())


def _paper(report: Report, covered: list[Covered]) -> str:
    """The paper of the plan's cycle, else of the newest cycle among the plans."""
    cycles = [report.cycle] if report.cycle else [one.plan.cycle for one in covered]
    newest = max((cycle for cycle in cycles if cycle), key=lambda cycle: cycle.starts_on, default=None)
    return (newest.paper if newest else Paper.LETTER).value
