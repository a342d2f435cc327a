"""Who writes along in a draft: the team asks colleagues and takes the right back."""

from datetime import datetime

from sqlalchemy import select, update

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.notices.actions import notify
from app.plans import policy
from app.plans.contributor import Contributor
from app.plans.errors import CoachesIt, TooManyWriters, WritesAlready
from app.plans.models import Plan, PlanVersion

MOST = 12
"""Colleagues who write along in one draft."""


def add_contributor(version: PlanVersion, person: Person, *, by: Person, at: datetime) -> Contributor:
    """Let a colleague write along until the version is handed in. Raises NotAllowed, NotNow, WritesAlready,
    CoachesIt and TooManyWriters."""
    plan = _held(version, by)
    if plan.seat is None or version.state not in policy.EDITABLE:
        raise NotNow
    if policy.can_write(person, plan) or person.id in (plan.seat.champion_id, plan.seat.deputy_id):
        raise WritesAlready(name=person.name)
    if policy.is_coach(person, plan):
        raise CoachesIt(name=person.name)
    if len([one for one in plan.contributors if one.version_id == version.id]) >= MOST:
        raise TooManyWriters(most=MOST)
    _end_rights_of_other_seats(version, person, at)
    added = Contributor(
        plan_id=plan.id, version_id=version.id, seat_id=plan.seat.id, person_id=person.id, added_by_id=by.id,
        added_at=at,
    )  # fmt: skip
    db.session.add(added)
    db.session.flush()
    db.session.expire(plan, ["contributors"])
    events.record(
        "plan.contributor_added", plan, by=by, at=at, office_id=plan.office_id, person_id=person.id,
        version=version.number,
    )  # fmt: skip
    notify(person.id, "plan_contributor", path=f"/plans/{plan.ref}/edit", at=at, plan=plan.ref)
    return added


def remove_contributor(version: PlanVersion, contributor: Contributor, *, by: Person, at: datetime) -> None:
    """Take the right back; what was written stays. Harmless to repeat. Raises NotAllowed."""
    plan = _held(version, by)
    if contributor.ended_at is None:
        contributor.ended_at = at
        db.session.flush()
        db.session.expire(plan, ["contributors"])
        events.record(
            "plan.contributor_removed", plan, by=by, at=at, office_id=plan.office_id, person_id=contributor.person_id,
            version=version.number,
        )  # fmt: skip


def _held(version: PlanVersion, by: Person) -> Plan:
    """The plan, while nobody else changes who writes in the version."""
    db.session.execute(select(PlanVersion.id).where(PlanVersion.id == version.id).with_for_update())
    db.session.expire(version.plan, ["contributors"])
    if not policy.can_edit(by, version.plan):
        raise NotAllowed
    return version.plan


def _end_rights_of_other_seats(version: PlanVersion, person: Person, at: datetime) -> None:
    """A right that a former champion gave holds no more, and must not stand in the way of a new one."""
    old = (
        update(Contributor)
        .where(
            Contributor.version_id == version.id, Contributor.person_id == person.id, Contributor.ended_at.is_(None)
        )
        .values(ended_at=at)
    )  # fmt: skip
    db.session.execute(old)
