"""What is counted, from where to where, where the numbers come from, and which dated changes they should show."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import N_, BrokenRule, NotAllowed
from app.core.numbering import next_number
from app.extensions import db
from app.measures import policy
from app.measures.actions.recompute import recompute
from app.measures.models import Cadence, Direction, Intervention, Kind, Measure, Observation, Source, Unit
from app.measures.numbers import BelowZero, NotAShare, fits
from app.measures.queries import is_promised
from app.offices.days import today_at
from app.offices.models import Office

PROMISE = ("baseline", "baseline_start", "baseline_end", "target", "target_on")


class PromiseFixed(BrokenRule):
    field = "target"
    message = N_("A plan promises this from where to where. Open a new version of the plan to change it.")


class UnitFixed(BrokenRule):
    field = "unit"
    message = N_("The unit stays as it is once there are numbers. Make a new measure for another unit.")


class NotOnTheList(BrokenRule):
    field = "owner_id"
    message = N_("The owner works in this office or below it, and can sign in.")


class InTheFuture(BrokenRule):
    field = "happened_on"
    message = N_("This day is still to come. Note the change when it has happened.")


@dataclass(frozen=True)
class Definition:
    """What an editor says of a measure. Values are in its unit."""

    name: str
    kind: Kind
    unit: Unit
    direction: Direction
    cadence: Cadence
    owner_id: int
    definition: str = ""
    is_proxy: bool = False
    baseline: Decimal | None = None
    baseline_start: date | None = None
    baseline_end: date | None = None
    target: Decimal | None = None
    target_on: date | None = None


@dataclass(frozen=True)
class SourceWords:
    """Where numbers come from, since when."""

    name: str
    definition: str
    coverage: str
    from_on: date


def create(office: Office, given: Definition, source: SourceWords, *, by: Person, at: datetime) -> Measure:
    """A measure with its first source. Raises NotAllowed, NotOnTheList, BelowZero, NotAShare."""
    number = next_number(Measure.number)
    made = Measure(number=number, office_id=office.id, office=office, created_at=at, **asdict(given))
    if not policy.can_edit(by, made):
        raise NotAllowed
    _check(given, office)
    db.session.add(made)
    made.sources.append(Source(**asdict(source)))
    db.session.flush()
    events.record("measure.created", made, by=by, at=at, office_id=office.id, **_codes(made))
    recompute(made)
    return made


def update(measure: Measure, given: Definition, *, seen_lock: int, by: Person, at: datetime) -> list[str]:
    """Change what a measure says; the names of what changed. Raises LostUpdate, NotAllowed, PromiseFixed, UnitFixed
    and what `create` raises."""
    if not policy.can_edit(by, measure):
        raise NotAllowed
    locks.claim(measure, seen_lock)
    changed = [name for name, value in asdict(given).items() if getattr(measure, name) != value]
    if set(changed) & set(PROMISE) and is_promised(measure):
        raise PromiseFixed
    if "unit" in changed and _has_numbers(measure):
        raise UnitFixed
    _check(given, measure.office, kept_owner=measure.owner_id)
    for name in changed:
        setattr(measure, name, getattr(given, name))
    if changed:
        db.session.flush()
        events.record(
            "measure.updated", measure, by=by, at=at, office_id=measure.office_id, fields=changed, **_codes(measure)
        )
        recompute(measure)
    return changed


def add_source(measure: Measure, words: SourceWords, *, by: Person, at: datetime) -> Source:
    """From now on numbers come from here; what the older source gave stays. Raises NotAllowed."""
    if not policy.can_edit(by, measure):
        raise NotAllowed
    made = Source(measure_id=measure.id, **asdict(words))
    db.session.add(made)
    db.session.flush()
    events.record(
        "source.added", made, by=by, at=at, office_id=measure.office_id, measure_id=measure.id,
        from_on=words.from_on.isoformat(), name=events.text_digest(words.name, made.salt),
    )  # fmt: skip
    recompute(measure)
    return made


def add_intervention(measure: Measure, happened_on: date, name: str, *, by: Person, at: datetime) -> Intervention:
    """Note a dated change that the numbers should show. Raises NotAllowed, InTheFuture."""
    if not policy.can_edit(by, measure):
        raise NotAllowed
    if happened_on > today_at(measure.office, at):
        raise InTheFuture
    made = Intervention(measure_id=measure.id, happened_on=happened_on, name=name)
    db.session.add(made)
    db.session.flush()
    events.record(
        "intervention.added", made, by=by, at=at, office_id=measure.office_id, measure_id=measure.id,
        happened_on=happened_on.isoformat(), name=events.text_digest(name, made.salt),
    )  # fmt: skip
    recompute(measure)
    return made


def remove_intervention(found: Intervention, measure: Measure, *, by: Person, at: datetime) -> None:
    """Take back a change that was noted in error; the log keeps its day. Raises NotAllowed."""
    if not policy.can_edit(by, measure):
        raise NotAllowed
    events.record(
        "intervention.removed", found, by=by, at=at, office_id=measure.office_id, measure_id=measure.id,
        happened_on=found.happened_on.isoformat(),
    )  # fmt: skip
    db.session.delete(found)
    recompute(measure)


def _check(given: Definition, office: Office, kept_owner: int | None = None) -> None:
    for field in ("baseline", "target"):
        value = getattr(given, field)
        try:
            _ = value is None or fits(given.unit, value)
        except (BelowZero, NotAShare) as broken:
            broken.field = field
            raise
    owner = db.session.get(Person, given.owner_id)
    is_near = owner and owner.is_active and owner.office and owner.office.is_within(office)
    if not is_near and given.owner_id != kept_owner:
        raise NotOnTheList


def _has_numbers(measure: Measure) -> bool:
    return db.session.scalar(select(Observation.id).where(Observation.measure_id == measure.id).limit(1)) is not None


def _codes(measure: Measure) -> dict[str, Any]:
    """What the log keeps of a measure: codes and numbers, digests of texts."""
    numbers = {name: str(value) for name in PROMISE if (value := getattr(measure, name)) is not None}
    return {
        "kind": measure.kind, "unit": measure.unit, "direction": measure.direction, "cadence": measure.cadence,
        "owner_id": measure.owner_id, "name": events.text_digest(measure.name, measure.salt), **numbers,
    }  # fmt: skip
