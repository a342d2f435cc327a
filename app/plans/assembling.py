"""Puts the whole sheet together: the plan's own side, and what measures and milestones say of it.

Here because routes alone may read features that stand above plans.
"""

from dataclasses import replace
from datetime import date

from flask_babel import force_locale

from app.core import clock
from app.maps import queries as maps
from app.maps import strip
from app.measures import advice as measure_advice
from app.measures import labels as measure_labels
from app.measures import queries as measures
from app.measures.advice import Advice, Promised
from app.measures.models import Kind as MeasureKind
from app.milestones import queries as milestones
from app.milestones.models import Milestone, State
from app.offices.queries import rules_for
from app.plans import content as contents
from app.plans import frozen, gather, queries, sheet
from app.plans.models import Plan, PlanVersion, VersionState
from app.sign_offs import standing as sign_offs

MOST_MILESTONES = 8
YEARS_BEFORE = 2


def today_at(plan: Plan) -> date:
    """The date at the plan's office."""
    now = clock.now()
    return clock.today(rules_for(plan.office, now.date()).time_zone, now)


def draft_sheet(
    version: PlanVersion, content: contents.Content | None = None, beside: queries.Beside | None = None
) -> sheet.PlanSheet:
    """The sheet as it stands, or as it would stand with texts that are not saved yet; marked as a draft.

    `beside`: where it is known already.
    """
    return _with_maps(_sheet(version, content, beside, is_draft=True), version.plan)


def final_sheet(version: PlanVersion) -> sheet.PlanSheet:
    """The sheet as it is handed in: dated today, with its fingerprint."""
    return frozen.sealed(_with_maps(_sheet(version, is_draft=False), version.plan))


def shown_sheet(version: PlanVersion) -> sheet.PlanSheet:
    """The sheet as it was frozen, else as the draft stands."""
    return frozen.from_json(version.frozen) if version.frozen else draft_sheet(version)


def advice(made: sheet.PlanSheet) -> tuple[Advice, ...]:
    """What is said about the measures of a sheet, as it was handed in; nothing of one that does not tell."""
    if any(not one.role for one in made.measures):
        return ()
    return measure_advice.of(Promised(MeasureKind(one.role), one.is_proxy) for one in made.measures)


def promises(plan: Plan) -> dict[int, date]:
    """Today's promised date of every milestone that is not dropped."""
    return {one.id: one.due_on for one in milestones.for_plan(plan.id) if one.state is not State.DROPPED}


def _sheet(
    version: PlanVersion,
    content: contents.Content | None = None,
    beside: queries.Beside | None = None,
    *,
    is_draft: bool,
) -> sheet.PlanSheet:
    plan, today = version.plan, today_at(version.plan)
    beside, content = beside or queries.beside(version), content or contents.of(version)
    is_written_on = is_draft and version.state is not VersionState.IN_CONSULTATION
    promised = [one for one in milestones.for_plan(plan.id) if one.state is not State.DROPPED]
    with force_locale(plan.language):
        gathered = gather.gather(
            version,
            content,
            beside,
            measures=[_measure(numbers, plan) for numbers in measures.for_version(version.id)],
            milestones=[_milestone(one, today) for one in promised[:MOST_MILESTONES]],
            sign_offs=() if is_written_on else sign_offs.printed(version, content, today),
            dated=today,
            is_draft=is_draft,
        )
    return replace(gathered, more_milestones=max(0, len(promised) - MOST_MILESTONES))


def _with_maps(found: sheet.PlanSheet, plan: Plan) -> sheet.PlanSheet:
    """With the plan's process maps, and the strip that names the steps that take longest."""
    saved = maps.for_plan(plan.id)
    with force_locale(plan.language):
        return replace(found, maps=saved.promised, steps=strip.of(saved.today))


def _measure(numbers: measures.Numbers, plan: Plan) -> sheet.Measure:
    measure = numbers.measure
    starts_on = plan.cycle.starts_on
    first = starts_on.replace(year=starts_on.year - YEARS_BEFORE, day=1)
    return sheet.Measure(
        name=measure.name,
        kind=str(measure_labels.KINDS[measure.kind]),
        unit=measure_labels.unit_sign(measure.unit),
        source=measure.sources[-1].name if measure.sources else "",
        owner=measure.owner.name,
        direction=measure.direction.value,
        baseline=None if measure.baseline is None else float(measure.baseline),
        target=None if measure.target is None else float(measure.target),
        target_day=measure.target_on,
        role=measure.kind.value,
        is_proxy=measure.is_proxy,
        observations=tuple(
            sheet.Observation(row.period_end, float(row.value))
            for row in numbers.observations
            if row.period_end >= first
        ),
    )


def _milestone(milestone: Milestone, today: date) -> sheet.Milestone:
    shown = sheet.Milestone(
        name=milestone.name,
        owner=milestone.owner,
        due=milestone.due_on,
        is_decision_point=milestone.is_decision_point,
        done_on=milestone.done_on,
        late_days=milestone.days_late(today),
    )
    return replace(shown, first_due=milestone.first_due_on) if milestone.first_due_on != milestone.due_on else shown
