"""Which measures a plan's draft promises to move, in which order. At most five."""

from datetime import datetime

from sqlalchemy import delete

from app.accounts.models import Person
from app.core import events, locks
from app.core.errors import N_, BrokenRule, NotAllowed, NotNow
from app.extensions import db
from app.measures.models import Measure
from app.measures.queries import links
from app.plans import policy as plans
from app.plans.models import PlanVersion, VersionMeasure

MOST = 5


class TooMany(BrokenRule):
    field = "measure"
    message = N_("A plan promises at most five measures. Take one out first.")


class OfAnotherOffice(BrokenRule):
    field = "measure"
    message = N_("Choose a measure of this office, or of one above or below it.")


def link(version: PlanVersion, measure: Measure, *, by: Person, at: datetime) -> bool:
    """Put a measure at the end; False where it is there. Raises NotAllowed, NotNow, TooMany, OfAnotherOffice."""
    ids = _ids(version, by)
    if measure.id in ids:
        return False
    if len(ids) >= MOST:
        raise TooMany
    office = version.plan.office
    if not (measure.office.is_within(office) or office.is_within(measure.office)):
        raise OfAnotherOffice
    _write(version, [*ids, measure.id])
    _note("plan_version.measure_linked", version, measure, by=by, at=at)
    return True


def unlink(version: PlanVersion, measure: Measure, *, by: Person, at: datetime) -> bool:
    """Take a measure out; False where it is not there. Raises NotAllowed, NotNow."""
    ids = _ids(version, by)
    if measure.id not in ids:
        return False
    _write(version, [measure_id for measure_id in ids if measure_id != measure.id])
    _note("plan_version.measure_unlinked", version, measure, by=by, at=at)
    return True


def move(version: PlanVersion, measure: Measure, *, up: bool, by: Person, at: datetime) -> bool:
    """One place up or down; False where it cannot go further. Raises NotAllowed, NotNow."""
    ids = _ids(version, by)
    place = ids.index(measure.id) if measure.id in ids else -1
    other = place - 1 if up else place + 1
    if place < 0 or not 0 <= other < len(ids):
        return False
    ids[place], ids[other] = ids[other], ids[place]
    _write(version, ids)
    _note("plan_version.measures_ordered", version, measure, by=by, at=at)
    return True


def _ids(version: PlanVersion, by: Person) -> list[int]:
    """The measures in order, the version being locked until the transaction ends."""
    if not plans.can_edit(by, version.plan):
        raise NotAllowed
    locks.hold(version)
    if version.state not in plans.EDITABLE:
        raise NotNow
    return [found.measure_id for found in links(version)]


def _write(version: PlanVersion, ids: list[int]) -> None:
    """All anew: two rows cannot swap places while places are unique."""
    db.session.execute(delete(VersionMeasure).where(VersionMeasure.version_id == version.id))
    db.session.add_all(
        VersionMeasure(version_id=version.id, measure_id=measure_id, position=place)
        for place, measure_id in enumerate(ids, start=1)
    )
    db.session.flush()


def _note(verb: str, version: PlanVersion, measure: Measure, *, by: Person, at: datetime) -> None:
    events.record(verb, version, by=by, at=at, office_id=version.plan.office_id, measure_id=measure.id)
