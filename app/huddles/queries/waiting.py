"""What waits for somebody: actions carried over, milestones due or late, blockers. Each source is one select."""

from typing import Any

from sqlalchemy import Select, case, exists, literal, select

from app.check_ins.models import Blocker, BlockerStep, StepKind
from app.check_ins.policy import UNSETTLED
from app.huddles.models import ActionState, Huddle, HuddleAction, PointKind
from app.huddles.queries.shape import MOST, Span, point
from app.milestones.models import Milestone
from app.milestones.queries import OPEN, PROMISED
from app.offices.models import Office
from app.plans.models import Plan, PlanState, PlanVersion, VersionMilestone
from app.plans.turns import GOING_ON

ANSWERS = (StepKind.TAKEN, StepKind.ANSWERED, StepKind.PASSED_UP)
IS_PROMISED = exists().where(
    VersionMilestone.milestone_id == Milestone.id, PlanVersion.id == VersionMilestone.version_id,
    PlanVersion.state.in_(PROMISED),
)  # fmt: skip


def actions(span: Span) -> Select[*tuple[Any, ...]]:
    """Open ones of the huddles before, whoever owns them."""
    asked = point(
        PointKind.ACTION, HuddleAction.id, number=Huddle.number, heading=HuddleAction.words, day=HuddleAction.due_on,
        who=HuddleAction.owner_id,
    )  # fmt: skip
    return (
        asked.join(Huddle, Huddle.id == HuddleAction.huddle_id)
        .where(
            Huddle.cycle_id == span.cycle_id, Huddle.id != span.huddle_id, HuddleAction.state == ActionState.OPEN,
        )
        .order_by(HuddleAction.due_on, HuddleAction.id)
        .limit(MOST)
    )  # fmt: skip


def milestones(span: Span) -> Select[*tuple[Any, ...]]:
    """Promised ones of active plans that are late, or due until the huddle after this one."""
    kind = case(
        (Milestone.due_on < span.today, literal(PointKind.MILESTONE_LATE.value)),
        else_=literal(PointKind.MILESTONE_DUE.value),
    )
    asked = point(
        kind, Milestone.id, number=Plan.number, heading=Milestone.name, office=Office.name, day=Milestone.due_on
    )
    return (
        asked.join(Plan, Plan.id == Milestone.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .where(
            Plan.cycle_id == span.cycle_id, Plan.state == PlanState.ACTIVE, Milestone.state.in_(OPEN),
            Milestone.due_on <= span.until, IS_PROMISED,
        )
        .order_by(Milestone.due_on, Milestone.id)
        .limit(MOST)
    )  # fmt: skip


def blockers(span: Span) -> Select[*tuple[Any, ...]]:
    """Those that are not settled, with what was answered last."""
    kind = case(
        *((Blocker.state == state, literal(f"blocker_{state.value}")) for state in sorted(UNSETTLED)),
        else_=literal(PointKind.BLOCKER_OPEN.value),
    )
    answer = (
        select(BlockerStep.words)
        .where(BlockerStep.blocker_id == Blocker.id, BlockerStep.kind.in_(ANSWERS))
        .order_by(BlockerStep.id.desc())
        .limit(1)
    )
    asked = point(
        kind, Blocker.id, number=Plan.number, heading=Blocker.words, office=Office.name, day=Blocker.due_on,
        who=Blocker.asked_of_id, said=answer.scalar_subquery(),
    )  # fmt: skip
    return (
        asked.join(Plan, Plan.id == Blocker.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .where(Plan.cycle_id == span.cycle_id, Plan.state.in_(GOING_ON), Blocker.state.in_(UNSETTLED))
        .order_by(Blocker.due_on, Blocker.id)
        .limit(MOST)
    )
