"""What stands beside a plan's texts: the reports it takes up, and who owns the channels it touches."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, bindparam, func, select
from sqlalchemy.orm import aliased
from sqlalchemy.orm.attributes import set_committed_value

from app.accounts.models import ChannelOwnership, Person
from app.core.together import Part
from app.extensions import db
from app.offices.models import Channel, ChannelKind
from app.pain_points.models import PainPoint, PlanLink
from app.plans.models import Plan, PlanVersion, VersionChannel

MONTHS = 12
_duplicate = aliased(PainPoint)
_duplicates = select(func.count(_duplicate.id)).where(_duplicate.duplicate_of_id == PainPoint.id).scalar_subquery()
_LINKED = (
    select(
        PainPoint.number, PainPoint.channel, PainPoint.title, PainPoint.people_per_month,
        (1 + _duplicates + PainPoint.sighting_count).label("reports"),
    )
    .join(PlanLink, PlanLink.pain_point_id == PainPoint.id)
    .where(PlanLink.plan_id == bindparam("plan_id"), PlanLink.to_on.is_(None))
    .order_by(PainPoint.people_per_month.desc(), PainPoint.id)
)  # fmt: skip


@dataclass(frozen=True)
class Linked:
    """A report in the plan: how many reports it stands for, and how many customers it meets in a year, if known."""

    number: int
    channel: ChannelKind
    title: str
    reports: int
    customers: int | None

    @property
    def ref(self) -> str:
        return f"PP-{self.number}"


@dataclass(frozen=True)
class OwnedChannel:
    """A channel with its owner's name; an empty one where nobody owns it."""

    id: int
    kind: ChannelKind
    name: str
    is_closed: bool
    owner: str


@dataclass(frozen=True)
class Beside:
    """All that prints beside a version's texts and is the plan's own."""

    pain_points: list[Linked]
    channels: list[OwnedChannel]


def beside(version: PlanVersion) -> Beside:
    """The plan's reports and the channels of its office; two queries."""
    return Beside(linked_pain_points(version.plan), owned_channels(version))


def linked_pain_points(plan: Plan) -> list[Linked]:
    """Reports in the plan, those that meet most customers first; each counts with its duplicates and sightings."""
    return LINKED.alone({"plan_id": plan.id})


def _linked(rows: Sequence[Any]) -> list[Linked]:
    return [
        Linked(one.number, one.channel, one.title, one.reports, one.people_per_month * MONTHS or None) for one in rows
    ]


LINKED = Part(_LINKED, _linked)


def owned_channels(version: PlanVersion) -> list[OwnedChannel]:
    """All channels of the plan's office. Reads along which of them the version touches, so that `version.channels` asks
    nothing after it."""
    is_touched = and_(VersionChannel.channel_id == Channel.id, VersionChannel.version_id == version.id)
    is_in_force = and_(ChannelOwnership.channel_id == Channel.id, ChannelOwnership.to_on.is_(None))
    rows = db.session.execute(
        select(Channel, Person.name, VersionChannel.version_id.is_not(None))
        .outerjoin(VersionChannel, is_touched)
        .outerjoin(ChannelOwnership, is_in_force)
        .outerjoin(Person, Person.id == ChannelOwnership.person_id)
        .where(Channel.office_id == version.plan.office_id)
        .order_by(Channel.id)
    ).all()
    set_committed_value(version, "channels", [channel for channel, _, touched in rows if touched])
    return [OwnedChannel(one.id, one.kind, one.name, one.closed_on is not None, name or "") for one, name, _ in rows]
