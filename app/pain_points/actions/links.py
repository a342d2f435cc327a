"""A report enters a plan, and leaves it again. A link with dates, not a state. Which plans one may edit, plans say."""

from datetime import date, datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events
from app.core.errors import N_, BrokenRule
from app.extensions import db
from app.pain_points import deadlines, messages, policy
from app.pain_points.models import PainPoint, PlanLink


class PlanMissing(BrokenRule):
    field = "plan"
    message = N_("Choose one of your plans.")


class NotAccepted(BrokenRule):
    field = "plan"
    message = N_("Accept the report first: a plan holds what the office has taken on.")


def link(point: PainPoint, plan_id: int, *, by: Person, at: datetime) -> PlanLink:
    """Put a report into a plan; the caller checked that the person may edit it. Twice is once.

    Raises NotAccepted.
    """
    if not policy.fits("link", point):
        raise NotAccepted
    found = current(point, plan_id)
    if found is not None:
        return found
    made = PlanLink(pain_point_id=point.id, plan_id=plan_id, from_on=deadlines.calendar_of(point.office, at).today)
    db.session.add(made)
    db.session.flush()
    events.record("pain_point.linked", point, by=by, at=at, office_id=point.office_id, plan_id=plan_id)
    messages.tell_reporter(point, "pain_point_in_plan", at)
    return made


def unlink(found: PlanLink, *, by: Person | None, at: datetime, today: date) -> None:
    """End a link from today on; an ended one stays as it is. The report stays accepted."""
    if found.to_on is not None:
        return
    found.to_on = today
    point = found.pain_point
    events.record("pain_point.unlinked", point, by=by, at=at, office_id=point.office_id, plan_id=found.plan_id)


def end_all(point: PainPoint, *, by: Person | None, at: datetime, today: date) -> None:
    """Take a report out of every plan."""
    running = select(PlanLink).where(PlanLink.pain_point_id == point.id, PlanLink.to_on.is_(None))
    for found in db.session.scalars(running).all():
        unlink(found, by=by, at=at, today=today)


def end_plan(plan_id: int, *, by: Person | None, at: datetime, today: date) -> int:
    """A plan ends: its unfixed reports leave it, stay accepted, and their reporters are told. Says how many."""
    found = db.session.scalars(select(PlanLink).where(PlanLink.plan_id == plan_id, PlanLink.to_on.is_(None))).all()
    unfixed = [one for one in found if policy.fits("link", one.pain_point)]
    for one in unfixed:
        unlink(one, by=by, at=at, today=today)
        messages.tell_reporter(one.pain_point, "pain_point_plan_ended", at)
    return len(unfixed)


def current(point: PainPoint, plan_id: int) -> PlanLink | None:
    return db.session.scalar(
        select(PlanLink).where(
            PlanLink.pain_point_id == point.id, PlanLink.plan_id == plan_id, PlanLink.to_on.is_(None)
        )
    )
