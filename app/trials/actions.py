"""What people do with small tests: plan one, change it before it begins, study it, add a note. Inside the caller's
transaction."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import func, select

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import NotAllowed
from app.extensions import db
from app.offices.days import today_at
from app.plans.models import Plan
from app.trials import policy
from app.trials.errors import (
    EndedBeforeItBegan,
    EndedInTheFuture,
    EndsBeforeItStarts,
    HasBegun,
    NotBegun,
    PlanHasEnded,
    StudiedAlready,
    TooLong,
    TooMany,
    TooManyNotes,
    UnknownMeasure,
)
from app.trials.models import Act, Trial, TrialNote
from app.trials.queries import MOST, measures_of

MOST_NOTES = 50
LONGEST = timedelta(days=366)


@dataclass(frozen=True)
class Design:
    """What is tried and what is predicted. `measure_id` is 0 or a measure of the plan."""

    question: str
    action: str
    place: str
    starts_on: date
    ends_on: date
    measure_id: int
    prediction: str
    predicted: Decimal | None = None


@dataclass(frozen=True)
class Study:
    """What happened, what was learned, and what is done about it."""

    ended_on: date
    happened: str
    learned: str
    act: Act
    result: Decimal | None = None


def plan(of: Plan, design: Design, *, by: Person, at: datetime) -> Trial:
    """Plan one more; also one that runs already, whose prediction then counts as written late.

    Raises NotAllowed, PlanHasEnded, TooMany, EndsBeforeItStarts, TooLong, UnknownMeasure.
    """
    _require_team(of, by)
    locks.hold(of)
    if not policy.is_plan_open(of):
        raise PlanHasEnded
    last = db.session.execute(
        select(func.count(Trial.id), func.max(Trial.number)).where(Trial.plan_id == of.id)
    ).one()
    if last[0] >= MOST:
        raise TooMany(most=MOST)
    made = Trial(plan_id=of.id, plan=of, number=(last[1] or 0) + 1, **_checked(of, design, at))
    db.session.add(made)
    db.session.flush()
    _note("trial.planned", made, by=by, at=at, **_codes(made))
    return made


def change(trial: Trial, design: Design, *, seen_lock: int, by: Person, at: datetime) -> list[str]:
    """Change it before its first day; the names of what changed. Raises what `plan` raises, HasBegun and LostUpdate."""
    _require_team(trial.plan, by)
    locks.claim(trial, seen_lock)
    if not policy.is_changeable(trial, today_at(trial.plan.office, at)):
        raise HasBegun
    given = _checked(trial.plan, design, at)
    changed = [name for name, value in given.items() if name != "predicted_on" and getattr(trial, name) != value]
    for name in changed:
        setattr(trial, name, given[name])
    if {"prediction", "predicted"} & set(changed):
        trial.predicted_on = given["predicted_on"]
    if changed:
        db.session.flush()
        _note("trial.changed", trial, by=by, at=at, fields=changed, **_codes(trial))
    return changed


def remove(trial: Trial, *, by: Person, at: datetime) -> None:
    """Take out what has not begun. Raises NotAllowed, HasBegun."""
    _require_team(trial.plan, by)
    locks.hold(trial)
    if not policy.is_changeable(trial, today_at(trial.plan.office, at)):
        raise HasBegun
    _note("trial.removed", trial, by=by, at=at)
    db.session.delete(trial)


def study(trial: Trial, found: Study, *, by: Person, at: datetime) -> None:
    """Write what happened, once. Raises NotAllowed, StudiedAlready, NotBegun, EndedInTheFuture, EndedBeforeItBegan."""
    _require_team(trial.plan, by)
    locks.hold(trial)
    today = today_at(trial.plan.office, at)
    if trial.studied_on is not None:
        raise StudiedAlready
    if not policy.is_studyable(trial, today):
        raise NotBegun
    if found.ended_on > today:
        raise EndedInTheFuture
    if found.ended_on < trial.starts_on:
        raise EndedBeforeItBegan(day=trial.starts_on.isoformat())
    for name, value in asdict(found).items():
        setattr(trial, name, value)
    trial.studied_on = today
    _note(
        "trial.studied", trial, by=by, at=at, act=found.act.value, end=found.ended_on.isoformat(),
        happened=events.text_digest(found.happened, trial.salt), learned=events.text_digest(found.learned, trial.salt),
    )  # fmt: skip


def add_note(trial: Trial, words: str, *, by: Person, at: datetime) -> TrialNote:
    """Say something beside what stands. Raises NotAllowed, NotBegun, TooManyNotes."""
    _require_team(trial.plan, by)
    locks.hold(trial)
    if not policy.is_notable(trial, today_at(trial.plan.office, at)):
        raise NotBegun
    count = db.session.scalar(select(func.count(TrialNote.id)).where(TrialNote.trial_id == trial.id)) or 0
    if count >= MOST_NOTES:
        raise TooManyNotes(most=MOST_NOTES)
    made = TrialNote(trial_id=trial.id, words=words, by_id=by.id, at=at)
    db.session.add(made)
    db.session.flush()
    _note("trial.noted", trial, by=by, at=at, words=events.text_digest(words, made.salt))
    return made


def _checked(of: Plan, design: Design, at: datetime) -> dict[str, Any]:
    """The columns of a design that fits the plan."""
    if design.ends_on < design.starts_on:
        raise EndsBeforeItStarts
    if design.ends_on - design.starts_on > LONGEST:
        raise TooLong
    if design.measure_id and design.measure_id not in dict(measures_of(of.id)):
        raise UnknownMeasure
    given = asdict(design) | {"measure_id": design.measure_id or None}
    return given | {"predicted_on": today_at(of.office, at)}


def _require_team(of: Plan, by: Person) -> None:
    if not policy.can_write(by, of):
        raise NotAllowed


def _codes(trial: Trial) -> dict[str, Any]:
    """What the log keeps: days, numbers and ids, digests of the words."""
    predicted = {} if trial.predicted is None else {"value": str(trial.predicted)}
    measure = {} if trial.measure_id is None else {"measure_id": trial.measure_id}
    return {
        "start": trial.starts_on.isoformat(), "end": trial.ends_on.isoformat(), **measure, **predicted,
        "prediction": events.text_digest(trial.prediction, trial.salt),
    }  # fmt: skip


def _note(verb: str, trial: Trial, *, by: Person, at: datetime, **codes: Any) -> None:
    events.record(verb, trial, by=by, at=at, office_id=trial.plan.office_id, plan_id=trial.plan_id, **codes)
