"""The sheet of a version, gathered from the database: what prints beside the texts that people wrote.

Measures and milestones come as arguments, since they know plans and not the other way. Labels are in the language that
is set while this runs.
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import func, select

from app.accounts.models import Person, Role, RoleGrant
from app.champions.models import Paper
from app.extensions import db
from app.offices.models import Office
from app.pain_points.labels import CHANNELS
from app.plans import labels, sheet
from app.plans.content import ChangeText, Content
from app.plans.models import SECTIONS, PlanVersion
from app.plans.queries import linked_pain_points, owned_channels
from app.plans.queries.beside import Linked


def gather(
    version: PlanVersion,
    content: Content,
    *,
    measures: Sequence[sheet.Measure] = (),
    milestones: Sequence[sheet.Milestone] = (),
    dated: date,
    is_draft: bool,
) -> sheet.PlanSheet:
    """Everything that prints of a version whose texts are `content`, in four queries."""
    plan, seat = version.plan, version.plan.seat
    return sheet.PlanSheet(
        ref=plan.ref,
        office=plan.office.name,
        cycle_start=plan.cycle.starts_on,
        cycle_end=plan.cycle.ends_on,
        champion=seat.champion.name if seat else "",
        deputy=seat.deputy.name if seat and seat.deputy else "",
        version=version.number,
        dated=dated,
        language=plan.language,
        paper="A4" if plan.cycle.paper is Paper.A4 else "Letter",
        is_draft=is_draft,
        pain_points=tuple(_pain_point(linked) for linked in linked_pain_points(plan)),
        today_days=content.days[0],
        after_days=content.days[1],
        changes=changes(content.changes),
        measures=tuple(measures),
        milestones=tuple(milestones),
        channels=channels(content.channels),
        sponsor=_sponsor(plan.office),
        **_texts(content),
    )


def changes(rows: Sequence[ChangeText]) -> tuple[sheet.Change, ...]:
    """Changes with the names of their kinds and costs."""
    return tuple(
        sheet.Change(str(labels.CHANGE_KINDS[row.kind]), row.what, row.rule_owner, str(labels.COSTS[row.cost]))
        for row in rows
    )


def channels(channel_ids: Sequence[int]) -> tuple[sheet.Channel, ...]:
    """Channels with their names and owners."""
    return tuple(sheet.Channel(labels.channel(channel), owner) for channel, owner in owned_channels(channel_ids))


def _texts(content: Content) -> dict[str, Any]:
    """The sections, whose keys are the sheet's own names."""
    return {key: content.words.get(key, "") for key in SECTIONS}


def _pain_point(linked: Linked) -> sheet.PainPoint:
    point = linked.pain_point
    return sheet.PainPoint(point.ref, str(CHANNELS[point.channel]), point.title, linked.reports, linked.customers)


def _sponsor(office: Office) -> str:
    """The name of the nearest head of office upward."""
    return (
        db.session.scalar(
            select(Person.name)
            .join(RoleGrant, RoleGrant.person_id == Person.id)
            .join(Office, Office.id == RoleGrant.office_id)
            .where(
                RoleGrant.role == Role.SPONSOR, RoleGrant.to_on.is_(None), Person.is_active,
                RoleGrant.office_id.in_(office.ancestor_ids),
            )
            .order_by(func.length(Office.path).desc(), RoleGrant.id)
            .limit(1)
        )
        or ""
    )  # fmt: skip
