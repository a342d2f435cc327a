"""What people do with milestones: promise them in a draft, later tell what came. Inside the caller's transaction."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import func, select

from app.accounts.models import Person
from app.core import events, jobs, locks
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.milestones import policy
from app.milestones.errors import BeforeTheStart, InTheFuture, NeedsEvidence, NeedsReason, NoDraft, SameDay, TooMany
from app.milestones.models import Milestone, Replanning, State
from app.milestones.queries import promised_ids, was_ever_submitted
from app.offices.days import today_at
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion

MOST = 60


@dataclass(frozen=True)
class Promise:
    """What is promised: by whom, for which day, and what will show it."""

    name: str
    owner: str
    shown_by: str
    due_on: date
    is_decision_point: bool = False


def create(plan: Plan, promise: Promise, *, by: Person, at: datetime) -> Milestone:
    """Promise one more in the draft. Raises NotAllowed, NoDraft, TooMany."""
    _draft(plan, by)
    if (db.session.scalar(select(func.count()).where(Milestone.plan_id == plan.id)) or 0) >= MOST:
        raise TooMany(most=MOST)
    made = Milestone(plan_id=plan.id, plan=plan, first_due_on=promise.due_on, **asdict(promise))
    db.session.add(made)
    db.session.flush()
    _note("milestone.created", made, by=by, at=at, **_codes(made))
    return made


def update(milestone: Milestone, promise: Promise, *, seen_lock: int, by: Person, at: datetime) -> list[str]:
    """Change what only the draft holds; the names of what changed. Raises NotAllowed, NotNow, NoDraft, LostUpdate."""
    _draft(milestone.plan, by)
    locks.claim(milestone, seen_lock)
    _require_unpromised(milestone)
    changed = [name for name, value in asdict(promise).items() if getattr(milestone, name) != value]
    for name in changed:
        setattr(milestone, name, getattr(promise, name))
    if changed:
        milestone.first_due_on = promise.due_on
        db.session.flush()
        _note("milestone.updated", milestone, by=by, at=at, fields=changed, **_codes(milestone))
    return changed


def remove(milestone: Milestone, *, by: Person, at: datetime) -> None:
    """Take out what no version was ever submitted with. Raises NotAllowed, NotNow, NoDraft."""
    _draft(milestone.plan, by)
    locks.hold(milestone)
    if was_ever_submitted(milestone):
        raise NotNow
    _note("milestone.removed", milestone, by=by, at=at)
    db.session.delete(milestone)


def start(milestone: Milestone, started_on: date, *, by: Person, at: datetime) -> None:
    """Begun on a day. Raises NotAllowed, NotNow, InTheFuture."""
    _require_step("starts", milestone, by)
    _require_past(milestone, started_on, at, "started_on")
    milestone.state, milestone.started_on = State.STARTED, started_on
    _note("milestone.started", milestone, by=by, at=at, started_on=started_on.isoformat())


def complete(milestone: Milestone, done_on: date, evidence: str, *, by: Person, at: datetime) -> None:
    """Done on a day, with what shows it. Raises NotAllowed, NotNow, InTheFuture, BeforeTheStart, NeedsEvidence."""
    _require_step("completions", milestone, by)
    _require_past(milestone, done_on, at, "done_on")
    if milestone.started_on and done_on < milestone.started_on:
        raise BeforeTheStart(day=milestone.started_on.isoformat())
    if not evidence:
        raise NeedsEvidence
    milestone.state, milestone.done_on, milestone.evidence = State.DONE, done_on, evidence
    _note(
        "milestone.completed", milestone, by=by, at=at, done_on=done_on.isoformat(),
        days_late=milestone.days_late(done_on), evidence=events.text_digest(evidence, milestone.salt),
    )  # fmt: skip
    _index(milestone)


def drop(milestone: Milestone, reason: str, *, by: Person, at: datetime) -> None:
    """It will not come, and why. Raises NotAllowed, NotNow, NeedsReason."""
    _require_step("drops", milestone, by)
    if not reason:
        raise NeedsReason
    milestone.state, milestone.drop_reason = State.DROPPED, reason
    milestone.dropped_on = today_at(milestone.plan.office, at)
    _note("milestone.dropped", milestone, by=by, at=at, reason=events.text_digest(reason, milestone.salt))
    _index(milestone)


def replan(milestone: Milestone, due_on: date, reason: str, *, by: Person, at: datetime) -> Replanning:
    """Promise another day; the first one stays beside it. Raises NotAllowed, NotNow, SameDay, NeedsReason."""
    _require_step("replannings", milestone, by)
    if due_on == milestone.due_on:
        raise SameDay
    if not reason:
        raise NeedsReason
    made = Replanning(
        milestone_id=milestone.id, from_due_on=milestone.due_on, to_due_on=due_on, reason=reason,
        moved_on=today_at(milestone.plan.office, at),
    )  # fmt: skip
    milestone.due_on = due_on
    db.session.add(made)
    db.session.flush()
    _note(
        "milestone.replanned", milestone, by=by, at=at, from_due_on=made.from_due_on.isoformat(),
        to_due_on=due_on.isoformat(), reason=events.text_digest(reason, made.salt),
    )  # fmt: skip
    return made


def _draft(plan: Plan, by: Person) -> PlanVersion:
    """The draft, locked against being submitted meanwhile."""
    if not policy.can_write(by, plan):
        raise NotAllowed
    found = db.session.scalar(
        select(PlanVersion)
        .where(PlanVersion.plan_id == plan.id, PlanVersion.state.in_(plans.EDITABLE))
        .with_for_update()
    )
    if found is None:
        raise NoDraft
    return found


def _require_unpromised(milestone: Milestone) -> None:
    if milestone.id in promised_ids(milestone.plan_id) or not milestone.is_open:
        raise NotNow


def _require_step(step: str, milestone: Milestone, by: Person) -> None:
    if not policy.can_write(by, milestone.plan):
        raise NotAllowed
    locks.hold(milestone)
    is_promised = milestone.id in promised_ids(milestone.plan_id)
    if not policy.is_step_open(step, milestone, is_promised=is_promised):
        raise NotNow


def _require_past(milestone: Milestone, day: date, at: datetime, field: str) -> None:
    if day > today_at(milestone.plan.office, at):
        broken = InTheFuture()
        broken.field = field
        raise broken


def _codes(milestone: Milestone) -> dict[str, object]:
    """What the log keeps: dates and codes, a digest of the words."""
    return {
        "due_on": milestone.due_on.isoformat(), "is_decision_point": milestone.is_decision_point,
        "name": events.text_digest(milestone.name, milestone.salt),
    }  # fmt: skip


def _note(verb: str, milestone: Milestone, *, by: Person, at: datetime, **codes: object) -> None:
    data: dict[str, Any] = {"plan_id": milestone.plan_id, **codes}
    events.record(verb, milestone, by=by, at=at, office_id=milestone.plan.office_id, **data)


def _index(milestone: Milestone) -> None:
    """New words to be found. A draft's are not: they are indexed when the plan is submitted."""
    jobs.enqueue("search.refresh", {"kind": "milestone", "id": milestone.id}, key=f"search milestone {milestone.id}")
