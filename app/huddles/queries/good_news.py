"""What is new and what was won since the last huddle, and was told in none. Each source is one select."""

from datetime import UTC, datetime, time
from typing import Any

from sqlalchemy import Select, exists, select

from app.check_ins.models import Blocker, BlockerState, BlockerStep, StepKind
from app.huddles.models import ActionState, Huddle, HuddleAction, PointKind
from app.huddles.queries.shape import MOST, Span, is_news, is_of_cycle, is_untold, point
from app.measures.models import Measure, Observation, Signal
from app.milestones.models import Milestone
from app.milestones.models import State as MilestoneState
from app.offices.models import Office
from app.pain_points.models import PainPoint, PlanLink
from app.pain_points.models import State as ReportState
from app.pain_points.policy import OPEN
from app.plans.models import Plan, PlanVersion, VersionMeasure, VersionState
from app.plans.turns import GOING_ON

MANY = 3
"""Colleagues who see a new report too, from which on all should hear of it."""
FEW = 8
"""Points of what is told at any time: what is left out today comes up next time, or was not so loud."""
FIXED = (ReportState.FIXED, ReportState.CONFIRMED, ReportState.CLOSED)


def plans(span: Span) -> Select[*tuple[Any, ...]]:
    """Plans of which a version was accepted."""
    asked = point(PointKind.PLAN_ACCEPTED, Plan.id, number=Plan.number, heading=Plan.title, office=Office.name)
    start = datetime.combine(span.since, time(0), UTC)
    return (
        asked.join(PlanVersion, PlanVersion.plan_id == Plan.id)
        .join(Office, Office.id == Plan.office_id)
        .where(
            Plan.cycle_id == span.cycle_id, Plan.state.in_(GOING_ON), PlanVersion.state == VersionState.ACCEPTED,
            PlanVersion.decided_at >= start, is_untold(span, PointKind.PLAN_ACCEPTED, Plan.id),
        )
        .order_by(PlanVersion.id)
        .limit(MOST)
    )  # fmt: skip


def linked(span: Span) -> Select[*tuple[Any, ...]]:
    """Reports that came into a plan in force."""
    return (
        _report(PointKind.REPORT_LINKED, day=PlanLink.from_on)
        .join(PlanLink, PlanLink.pain_point_id == PainPoint.id)
        .join(Plan, Plan.id == PlanLink.plan_id)
        .where(
            Plan.cycle_id == span.cycle_id, Plan.state.in_(GOING_ON), PlanLink.to_on.is_(None),
            is_news(span, PointKind.REPORT_LINKED, PainPoint.id, PlanLink.from_on),
        )
        .order_by(PlanLink.id.desc())
        .limit(MOST)
    )  # fmt: skip


def seen(span: Span) -> Select[*tuple[Any, ...]]:
    """New reports in the hands of the cycle's champions that several colleagues see too."""
    return (
        _report(PointKind.REPORT_SEEN, day=PainPoint.received_on)
        .where(
            PainPoint.state.in_(OPEN), PainPoint.sighting_count >= MANY, is_of_cycle(span, PainPoint.responsible_id),
            is_news(span, PointKind.REPORT_SEEN, PainPoint.id, PainPoint.received_on),
        )
        .order_by(PainPoint.sighting_count.desc(), PainPoint.id)
        .limit(FEW)
    )  # fmt: skip


def milestones(span: Span) -> Select[*tuple[Any, ...]]:
    """Milestones that were reached."""
    asked = point(
        PointKind.MILESTONE_DONE, Milestone.id, number=Plan.number, heading=Milestone.name, office=Office.name,
        day=Milestone.done_on, said=Milestone.evidence,
    )  # fmt: skip
    return (
        asked.join(Plan, Plan.id == Milestone.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .where(
            Plan.cycle_id == span.cycle_id, Milestone.state == MilestoneState.DONE,
            is_news(span, PointKind.MILESTONE_DONE, Milestone.id, Milestone.done_on),
        )
        .order_by(Milestone.done_on, Milestone.id)
        .limit(MOST)
    )  # fmt: skip


def fixed(span: Span) -> Select[*tuple[Any, ...]]:
    """Reports that the cycle's champions fixed."""
    return (
        _report(PointKind.REPORT_FIXED, day=PainPoint.fixed_on)
        .where(
            PainPoint.state.in_(FIXED), is_of_cycle(span, PainPoint.responsible_id),
            is_news(span, PointKind.REPORT_FIXED, PainPoint.id, PainPoint.fixed_on),
        )
        .order_by(PainPoint.fixed_on, PainPoint.id)
        .limit(MOST)
    )  # fmt: skip


def improving(span: Span) -> Select[*tuple[Any, ...]]:
    """Measures of plans in force whose newest number shows an improvement that no huddle of the cycle has told yet."""
    asked = point(
        PointKind.MEASURE_IMPROVING, Measure.id, number=Measure.number, heading=Measure.name, office=Office.name,
        day=Measure.latest_end,
    )  # fmt: skip
    held = (
        select(VersionMeasure.measure_id)
        .join(PlanVersion, PlanVersion.id == VersionMeasure.version_id)
        .join(Plan, Plan.id == PlanVersion.plan_id)
        .where(
            Plan.cycle_id == span.cycle_id, Plan.state.in_(GOING_ON), PlanVersion.state == VersionState.ACCEPTED,
        )
    )  # fmt: skip
    start = datetime.combine(span.since, time(0), UTC)
    has_number = exists().where(Observation.measure_id == Measure.id, Observation.recorded_at >= start)
    return (
        asked.join(Office, Office.id == Measure.office_id)
        .where(
            Measure.id.in_(held), Measure.signal == Signal.IMPROVING, has_number,
            is_untold(span, PointKind.MEASURE_IMPROVING, Measure.id),
        )
        .order_by(Measure.latest_end.desc(), Measure.id)
        .limit(FEW)
    )  # fmt: skip


def settled(span: Span) -> Select[*tuple[Any, ...]]:
    """Blockers that are out of the way, with what their teams say."""
    words = select(BlockerStep.words).where(BlockerStep.blocker_id == Blocker.id, BlockerStep.kind == StepKind.SETTLED)
    asked = point(
        PointKind.BLOCKER_SETTLED, Blocker.id, number=Plan.number, heading=Blocker.words, office=Office.name,
        day=Blocker.settled_on, said=words.order_by(BlockerStep.id.desc()).limit(1).scalar_subquery(),
    )  # fmt: skip
    return (
        asked.join(Plan, Plan.id == Blocker.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .where(
            Plan.cycle_id == span.cycle_id, Blocker.state == BlockerState.SETTLED,
            is_news(span, PointKind.BLOCKER_SETTLED, Blocker.id, Blocker.settled_on),
        )
        .order_by(Blocker.settled_on, Blocker.id)
        .limit(MOST)
    )  # fmt: skip


def actions(span: Span) -> Select[*tuple[Any, ...]]:
    """Actions of the huddles before that were done."""
    asked = point(
        PointKind.ACTION_DONE, HuddleAction.id, number=Huddle.number, heading=HuddleAction.words,
        day=HuddleAction.ended_on, who=HuddleAction.owner_id, said=HuddleAction.outcome,
    )  # fmt: skip
    return (
        asked.join(Huddle, Huddle.id == HuddleAction.huddle_id)
        .where(
            Huddle.cycle_id == span.cycle_id, Huddle.id != span.huddle_id, HuddleAction.state == ActionState.DONE,
            is_news(span, PointKind.ACTION_DONE, HuddleAction.id, HuddleAction.ended_on),
        )
        .order_by(HuddleAction.ended_on, HuddleAction.id)
        .limit(MOST)
    )  # fmt: skip


def _report(kind: PointKind, *, day: Any) -> Select[*tuple[Any, ...]]:
    asked = point(
        kind, PainPoint.id, number=PainPoint.number, heading=PainPoint.title, office=Office.name, day=day,
        count=PainPoint.sighting_count,
    )  # fmt: skip
    return asked.join(Office, Office.id == PainPoint.office_id)
