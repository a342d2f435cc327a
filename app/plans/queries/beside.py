"""What stands beside a plan's texts: the reports it takes up, and who owns the channels it touches."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import aliased

from app.accounts.models import ChannelOwnership, Person
from app.extensions import db
from app.offices.models import Channel
from app.pain_points.models import PainPoint, PlanLink
from app.plans.models import Plan

MONTHS = 12


@dataclass(frozen=True)
class Linked:
    """A report in the plan: how many reports it stands for, and how many customers it meets in a year, if known."""

    pain_point: PainPoint
    reports: int
    customers: int | None


def linked_pain_points(plan: Plan) -> list[Linked]:
    """Reports in the plan, those that meet most customers first; each counts with its duplicates and sightings."""
    duplicate = aliased(PainPoint)
    duplicates = select(func.count(duplicate.id)).where(duplicate.duplicate_of_id == PainPoint.id).scalar_subquery()
    rows = db.session.execute(
        select(PainPoint, duplicates)
        .join(PlanLink, PlanLink.pain_point_id == PainPoint.id)
        .where(PlanLink.plan_id == plan.id, PlanLink.to_on.is_(None))
        .order_by(PainPoint.people_per_month.desc(), PainPoint.id)
    )
    return [
        Linked(point, 1 + count + point.sighting_count, point.people_per_month * MONTHS or None)
        for point, count in rows
    ]


def owned_channels(channel_ids: Sequence[int]) -> list[tuple[Channel, str]]:
    """Channels with the names of their owners; an empty name where nobody owns one."""
    if not channel_ids:
        return []
    rows = db.session.execute(
        select(Channel, Person.name)
        .outerjoin(ChannelOwnership, (ChannelOwnership.channel_id == Channel.id) & ChannelOwnership.to_on.is_(None))
        .outerjoin(Person, Person.id == ChannelOwnership.person_id)
        .where(Channel.id.in_(channel_ids))
        .order_by(Channel.id)
    )
    return [(channel, owner or "") for channel, owner in rows]
