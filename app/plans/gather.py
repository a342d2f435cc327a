"""The sheet of a version, gathered from the database: what prints beside the texts that people wrote.

Measures and milestones come as arguments, since they know plans and not the other way. Labels are in the language that
is set while this runs.
"""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select

from app.accounts.models import Person, Role, RoleGrant
from app.extensions import db
from app.offices.models import Office
from app.pain_points.labels import CHANNELS
from app.plans import labels, sheet
from app.plans.content import ChangeText, Content
from app.plans.models import PlanVersion
from app.plans.queries import linked_pain_points, owned_channels, seat_of
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
    plan, words, seat = version.plan, content.words, seat_of(version.plan)
    return sheet.PlanSheet(
        ref=plan.ref,
        title=words.get("title", ""),
        office=plan.office.name,
        cycle_start=plan.cycle.starts_on,
        cycle_end=plan.cycle.ends_on,
        champion=seat.champion.name if seat else "",
        deputy=seat.deputy.name if seat and seat.deputy else "",
        version=version.number,
        dated=dated,
        language=plan.language,
        paper="A4" if plan.cycle.paper.value == "A4" else "Letter",
        is_draft=is_draft,
        outcome=words.get("outcome", ""),
        mission=words.get("mission", ""),
        customers=words.get("customers", ""),
        problem=words.get("problem", ""),
        pain_points=tuple(_pain_point(linked) for linked in linked_pain_points(plan)),
        today=words.get("today", ""),
        after=words.get("after", ""),
        today_days=content.days[0],
        after_days=content.days[1],
        changes=tuple(_change(change) for change in content.changes),
        measures=tuple(measures),
        milestones=tuple(milestones),
        channels=tuple(
            sheet.Channel(labels.channel(channel), owner) for channel, owner in owned_channels(content.channels)
        ),
        risks=words.get("risks", ""),
        people=words.get("people", ""),
        sponsor=_sponsor(plan.office),
    )


def _pain_point(linked: Linked) -> sheet.PainPoint:
    point = linked.pain_point
    return sheet.PainPoint(point.ref, str(CHANNELS[point.channel]), point.title, linked.reports, linked.customers)


def _change(change: ChangeText) -> sheet.Change:
    return sheet.Change(
        str(labels.CHANGE_KINDS[change.kind]), change.what, change.rule_owner, str(labels.COSTS[change.cost])
    )


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
