"""Saving a map as a whole, inside the caller's transaction. Two who save at once: the second sees both."""

import hashlib
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime

from sqlalchemy import delete, select

from app.accounts.models import Person
from app.core import events, frozen, locks
from app.core.database import LostUpdate
from app.core.errors import NotAllowed
from app.extensions import db
from app.maps import figures, policy, queries
from app.maps.errors import NoDraft, PlanIsOver, SeenAlready, SeenTooEarly, TooManyLanes, TooManySteps
from app.maps.models import MOST_LANES, MOST_STEPS, PROMISED, Kind, Rule, SavedMap, SavedStep
from app.offices.days import today_at
from app.plans import policy as plans
from app.plans.models import Plan, PlanVersion
from app.plans.process import MapStep


@dataclass(frozen=True)
class Entry:
    """A map as somebody wants it. `seen_lock` is the lock number they started from, 0 for a new one; `map_id` names an
    observed map that is there, `seen_on` is its day."""

    kind: Kind
    steps: tuple[MapStep, ...]
    seen_lock: int = 0
    map_id: int | None = None
    seen_on: date | None = None


def save(plan: Plan, entry: Entry, *, by: Person, at: datetime) -> SavedMap | None:
    """Write the steps in the place of those before; no steps empty the map. What is saved already stays untouched.

    Raises NotAllowed, NoDraft, PlanIsOver, TooManySteps, TooManyLanes, SeenAlready, SeenTooEarly, LostUpdate.
    """
    if not policy.can_write(by, plan):
        raise NotAllowed
    draft = _open(plan, entry, at)
    _check(entry.steps)
    found = _found(plan, entry)
    if _is_there(found, entry):
        return found
    if (found.lock if found else 0) != entry.seen_lock:
        raise LostUpdate(found)
    saved = _written(found or SavedMap(plan_id=plan.id, kind=entry.kind), entry, by=by, at=at)
    digest = _put_steps(saved, entry.steps)
    _tell(plan, entry, draft, digest, by=by, at=at)
    return saved


def _open(plan: Plan, entry: Entry, at: datetime) -> PlanVersion | None:
    """The plan's draft, locked against being submitted meanwhile; for an observed map the plan itself is held."""
    if entry.kind in PROMISED:
        asked = select(PlanVersion).where(PlanVersion.plan_id == plan.id, PlanVersion.state.in_(plans.EDITABLE))
        draft = db.session.scalar(asked.with_for_update().execution_options(populate_existing=True))
        if draft is None:
            raise NoDraft
        return draft
    db.session.execute(select(Plan.id).where(Plan.id == plan.id).with_for_update())
    if not policy.is_open(entry.kind, plan, None):
        raise PlanIsOver
    if entry.seen_on is None or entry.seen_on > today_at(plan.office, at):
        raise SeenTooEarly
    return None


def _check(steps: Sequence[MapStep]) -> None:
    if len(steps) > MOST_STEPS:
        raise TooManySteps(most=MOST_STEPS, count=len(steps))
    count = len(figures.lanes(steps))
    if count > MOST_LANES:
        raise TooManyLanes(most=MOST_LANES, count=count)


def _found(plan: Plan, entry: Entry) -> SavedMap | None:
    """The row that this entry is about. A new observed one that is there with other steps is refused."""
    same_day = _of_day(plan, entry) if entry.kind is Kind.OBSERVED else None
    if entry.kind is Kind.OBSERVED and entry.map_id is None:
        if same_day is not None and queries.steps_of(same_day) != entry.steps:
            raise SeenAlready
        return same_day
    if same_day is not None and same_day.id != entry.map_id:
        raise SeenAlready
    return queries.get(plan, entry.kind, entry.map_id)


def _of_day(plan: Plan, entry: Entry) -> SavedMap | None:
    return db.session.scalar(
        select(SavedMap).where(
            SavedMap.plan_id == plan.id, SavedMap.kind == entry.kind, SavedMap.seen_on == entry.seen_on
        )
    )


def _is_there(found: SavedMap | None, entry: Entry) -> bool:
    """Sent twice, or nothing was changed."""
    if found is None:
        return not entry.steps and entry.map_id is None
    return found.seen_on == entry.seen_on and queries.steps_of(found) == entry.steps


def _written(saved: SavedMap, entry: Entry, *, by: Person, at: datetime) -> SavedMap:
    saved.seen_on, saved.saved_at, saved.saved_by_id = entry.seen_on, at, by.id
    if saved.id is None:
        db.session.add(saved)
    else:
        locks.touch(saved)
    db.session.flush()
    return saved


def _put_steps(saved: SavedMap, steps: Sequence[MapStep]) -> str:
    """All steps anew. The digest of their texts is made with salts that lie with the rows and go with them."""
    db.session.execute(delete(SavedStep).where(SavedStep.map_id == saved.id))
    rows = [_row(saved.id, position, step) for position, step in enumerate(steps)]
    db.session.add_all(rows)
    db.session.flush()
    db.session.expire(saved, ["steps"])
    parts = (
        events.text_digest(frozen.canonical(asdict(step)), row.salt) for step, row in zip(steps, rows, strict=True)
    )
    return hashlib.sha256("".join(parts).encode()).hexdigest()


def _row(map_id: int, position: int, step: MapStep) -> SavedStep:
    kept = asdict(step)
    right, rule = kept.pop("right"), kept.pop("rule")
    return SavedStep(**kept, right_of_100=right, rule=Rule(rule) if rule else None, map_id=map_id, position=position)


def _tell(plan: Plan, entry: Entry, draft: PlanVersion | None, digest: str, *, by: Person, at: datetime) -> None:
    """A map of the draft counts as writing in it; its version is touched, so that nobody submits what was before."""
    if draft is None:
        day = entry.seen_on.isoformat() if entry.seen_on else ""
        events.record(
            "plan.observed", plan, by=by, at=at, office_id=plan.office_id, on=day, steps=len(entry.steps), digest=digest
        )
        return
    draft.saved_at, draft.saved_by_id = at, by.id
    locks.touch(draft)
    db.session.flush()
    parts = {entry.kind.value: digest}
    events.record("plan.saved", plan, by=by, at=at, office_id=plan.office_id, version=draft.number, parts=parts)
