"""What becomes of a submitted version: sent back with reasons, accepted, or taken back by its team."""

from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.core import events, jobs
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.notices import actions as notices
from app.plans import policy
from app.plans.errors import NoReason
from app.plans.models import PlanState, PlanVersion
from app.plans.queries import writer_ids


def send_back(version: PlanVersion, *, reasons: str, by: Person, at: datetime) -> None:
    """Return a version with reasons that its team reads. Raises NotAllowed, NotNow, NoReason."""
    _may_decide(version, by)
    if not reasons.strip():
        raise NoReason
    version.decision_reason = reasons
    _decided(version, "return", by=by, at=at)
    digest = events.text_digest(reasons, version.salt)
    _record("plan.returned", version, by=by, at=at, reason=digest)
    _tell_team("plan_returned", version, by=by, at=at)


def accept(version: PlanVersion, *, by: Person, at: datetime) -> None:
    """Put a version in force; the plan is active from then on. Raises NotAllowed, NotNow."""
    _may_decide(version, by)
    _decided(version, "accept", by=by, at=at)
    plan = version.plan
    if plan.state is PlanState.PREPARING:
        plan.state = PlanState.ACTIVE
    plan.title = str((version.frozen or {}).get("title", plan.title))
    db.session.flush()
    _record("plan.accepted", version, by=by, at=at)
    _tell_team("plan_accepted", version, by=by, at=at)


def withdraw(version: PlanVersion, *, by: Person, at: datetime) -> None:
    """Take a submitted version back before it is decided. Raises NotAllowed, NotNow."""
    if not policy.can_edit(by, version.plan):
        raise NotAllowed
    if not policy.can_withdraw(by, version):
        raise NotNow
    version.state = policy.STEPS["withdraw"][1]
    db.session.flush()
    _record("plan.withdrawn", version, by=by, at=at)


def _may_decide(version: PlanVersion, by: Person) -> None:
    if not policy.may_ever_decide(by, version, writer_ids(version.plan)):
        raise NotAllowed
    if not policy.is_step_open("accept", version):
        raise NotNow


def _decided(version: PlanVersion, step: str, *, by: Person, at: datetime) -> None:
    version.state = policy.STEPS[step][1]
    version.decided_by_id, version.decided_at = by.id, at
    db.session.flush()


def _record(verb: str, version: PlanVersion, *, by: Person, at: datetime, **codes: Any) -> None:
    plan = version.plan
    events.record(verb, plan, by=by, at=at, office_id=plan.office_id, version=version.number, **codes)
    jobs.enqueue("search.refresh", {"kind": "plan", "id": plan.id}, key=f"search plan {plan.id}")


def _tell_team(kind: str, version: PlanVersion, *, by: Person, at: datetime) -> None:
    """The champion and the deputy hear of it; after the seat's end, whoever submitted."""
    seat = version.plan.seat
    people = {seat.champion_id, seat.deputy_id} if seat else {version.submitted_by_id}
    for person_id in sorted(people - {None, by.id}, key=str):
        assert person_id is not None  # noqa: S101  # taken out above; mypy cannot see it
        notices.notify(
            person_id, kind, path=f"/plans/{version.plan.ref}", at=at, plan=version.plan.ref, version=version.number
        )
