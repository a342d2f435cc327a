"""What can be copied: plans whose measures show that they help, with their changes and how copies went."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, exists, func, select
from sqlalchemy.orm import joinedload, selectinload

from app.adoptions import proof
from app.adoptions.models import Adoption, State
from app.adoptions.policy import PROVEN_IN
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.measures.models import Measure, Signal
from app.offices.models import Channel, ChannelKind
from app.plans.models import Plan, PlanChange, PlanVersion, VersionChannel, VersionMeasure
from app.search import index

ORDER: Order[Any] = Order((Plan.number,), lambda plan: plan.number)


@dataclass(frozen=True)
class Copyable:
    """A plan whose changes can be copied: what shows it, and where copies worked and failed."""

    plan: Plan
    changes: Sequence[PlanChange]
    proof: proof.Proof
    worked: int
    failed: int


def copyable(
    today: date, kind: ChannelKind | None = None, words: str = "", after: int | None = None, before: int | None = None
) -> Slice[Plan]:
    """Plans of which something can be copied, newest first, a page of them."""
    shown = exists().where(
        VersionMeasure.version_id == PlanVersion.id, Measure.id == VersionMeasure.measure_id,
        proof.level_on(today) > 0,
    )  # fmt: skip
    asked = select(Plan).join(PlanVersion).where(Plan.state.in_(PROVEN_IN), proof.is_in_force(), shown)
    if kind is not None:
        touched = exists().where(
            VersionChannel.version_id == PlanVersion.id, Channel.id == VersionChannel.channel_id, Channel.kind == kind
        )
        asked = asked.where(touched)
    if words.strip():
        asked = asked.where(Plan.id.in_(index.matching(words, index.Kind.PLAN)))
    return keyset.page(asked.options(joinedload(Plan.office)), ORDER, after, before)


def described(plans: Sequence[Plan], today: date) -> list[Copyable]:
    """Each plan with its changes and what came of them; three queries, whatever their number."""
    ids = [plan.id for plan in plans]
    if not ids:
        return []
    proofs, changes, copies = proof.of_plans(ids, today), _changes_of(ids), _counts(ids)
    return [
        Copyable(plan, changes.get(plan.id, ()), proofs[plan.id], 1 + copies[plan.id][0], copies[plan.id][1])
        for plan in plans
        if plan.id in proofs
    ]


def _changes_of(ids: Sequence[int]) -> dict[int, Sequence[PlanChange]]:
    asked = select(PlanVersion).join(Plan).where(Plan.id.in_(ids), proof.is_in_force())
    return {one.plan_id: one.changes for one in db.session.scalars(asked.options(selectinload(PlanVersion.changes)))}


def _counts(ids: Sequence[int]) -> dict[int, tuple[int, int]]:
    """Copies that worked by the numbers, and those that failed."""
    counted = and_(
        Adoption.state == State.WORKED, Adoption.result_grade >= proof.PROMISING_GRADE,
        Adoption.result_signal == Signal.IMPROVING,
    )  # fmt: skip
    offices = func.count(Adoption.office_id.distinct())
    asked = select(
        Adoption.plan_id, offices.filter(counted).label("worked"),
        offices.filter(Adoption.state == State.FAILED).label("failed"),
    )  # fmt: skip
    rows = db.session.execute(asked.where(Adoption.plan_id.in_(ids)).group_by(Adoption.plan_id))
    return dict.fromkeys(ids, (0, 0)) | {row.plan_id: (row.worked, row.failed) for row in rows}
