"""A coach for a plan: a role of the office and cycle, which ends when another is named, by hand, or with the cycle."""

from datetime import datetime

from app.accounts.actions import grants
from app.accounts.models import Person, Role
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.locks import hold
from app.extensions import db
from app.notices import actions as notices
from app.plans import policy as plans
from app.plans.models import Plan
from app.plans.queries import writer_ids
from app.reviews import policy, queries
from app.reviews.actions.telling import team_of
from app.reviews.errors import CannotSignIn, OnTheTeam, WritesInIt


def name_coach(plan: Plan, person: Person, *, by: Person, at: datetime) -> None:
    """From now on this person coaches the plan, and whoever did before does not. Naming the same again is harmless.

    Raises NotAllowed, NotNow for a closed cycle, OnTheTeam, WritesInIt, CannotSignIn.
    """
    now = _held(plan, by)
    if not person.is_active:
        raise CannotSignIn(name=person.name)
    if plans.is_on_team(person, plan):
        raise OnTheTeam(name=person.name)
    if now is not None and now.person.id == person.id:
        return
    if person.id in writer_ids(plan):
        raise WritesInIt(name=person.name)
    if now is not None:
        grants.close(now.grant, by=by, at=at)
    grants.write(person, Role.COACH, plan.office, by=by, at=at, cycle_id=plan.cycle_id)
    _record("plan.coach_named", plan, person, by=by, at=at)
    path = f"/plans/{plan.ref}"
    told = sorted({one for one in (person.id, *team_of(plan)) if one is not None and one != by.id})
    for person_id in told:
        kind = "coach_named" if person_id == person.id else "plan_coached"
        notices.notify(person_id, kind, path=path, at=at, plan=plan.ref)


def end_coach(plan: Plan, *, by: Person, at: datetime) -> None:
    """Nobody coaches the plan from now on. Harmless to repeat. Raises NotAllowed, NotNow."""
    now = _held(plan, by)
    if now is None:
        return
    grants.close(now.grant, by=by, at=at)
    _record("plan.coach_ended", plan, now.person, by=by, at=at)


def _held(plan: Plan, by: Person) -> queries.Coach | None:
    """Who coaches it now, under the plan's lock: two at once would name two."""
    hold(plan)
    if not by.has_role(Role.PROGRAM_OFFICE, plan.office) or plans.is_on_team(by, plan):
        raise NotAllowed
    if not policy.can_name_coach(by, plan):
        raise NotNow
    return queries.coach_of(plan)


def _record(verb: str, plan: Plan, person: Person, *, by: Person, at: datetime) -> None:
    db.session.flush()
    events.record(verb, plan, by=by, at=at, office_id=plan.office_id, person_id=person.id)
