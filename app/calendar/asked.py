"""What somebody is asked to say by a day: a word on a version, how a plan goes."""

from collections.abc import Iterator
from datetime import date

from sqlalchemy import ColumnElement, false, or_, select

from app.accounts.models import Person, Role
from app.calendar.entries import Entry, Kind, Scope
from app.calendar.models import Shows
from app.calendar.reading import rows
from app.check_ins.models import CheckIn, CheckInState
from app.offices.models import Office
from app.plans import policy
from app.plans.labels import titled
from app.plans.models import Plan, PlanState, PlanVersion
from app.plans.queries.readable import has_drafts_for, is_close_to
from app.sign_offs.models import SignOff, State, VersionSignOff
from app.sign_offs.queries.one import live_versions


def sign_offs(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """Words that are still asked for; read by who may read the version, and by who is asked."""
    is_asked = SignOff.asked_id == scope.viewer.id
    counted = select(VersionSignOff.sign_off_id).where(VersionSignOff.version_id.in_(live_versions()))
    of_scope = or_(is_asked, scope.of_plans) if scope.shows is Shows.MINE and scope.plan is None else scope.of_plans
    asked = (
        select(SignOff.id, SignOff.due_on, SignOff.lock, Plan.number, Plan.title, Office.name.label("office"))
        .join(Plan, Plan.id == SignOff.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .join(PlanVersion, PlanVersion.id == SignOff.version_id)
        .where(
            of_scope, or_(is_asked, PlanVersion.state.in_(policy.PUBLIC), has_drafts_for(scope.viewer)),
            SignOff.state == State.REQUESTED, SignOff.id.in_(counted), SignOff.due_on.between(first, last),
        )
        .order_by(SignOff.due_on, SignOff.id)
    )  # fmt: skip
    for row in rows(asked, scope.most):
        ref = f"P-{row.number}"
        path, key = f"/plans/{ref}/sign-offs/{row.id}", f"sign-off-{row.id}"
        yield Entry(row.due_on, Kind.SIGN_OFF_DUE, titled(row.title, row.office), path, key, row.office, ref, row.lock)


def check_ins(scope: Scope, first: date, last: date) -> Iterator[Entry]:
    """Check-ins that wait for their answer; read by who may read how the team says it goes."""
    asked = (
        select(CheckIn.id, CheckIn.due_on, CheckIn.lock, Plan.number, Plan.title, Office.name.label("office"))
        .join(Plan, Plan.id == CheckIn.plan_id)
        .join(Office, Office.id == Plan.office_id)
        .where(
            scope.of_plans, _may_read(scope.viewer), Plan.state == PlanState.ACTIVE,
            CheckIn.state == CheckInState.OPEN, CheckIn.due_on.between(first, last),
        )
        .order_by(CheckIn.due_on, CheckIn.id)
    )  # fmt: skip
    for row in rows(asked, scope.most):
        ref = f"P-{row.number}"
        path, key = f"/plans/{ref}/check-ins", f"check-in-{row.id}"
        yield Entry(row.due_on, Kind.CHECK_IN_DUE, titled(row.title, row.office), path, key, row.office, ref, row.lock)


def _may_read(person: Person) -> ColumnElement[bool]:
    """As check_ins.policy.can_read: also champions of the same cycle, and leaders."""
    cycles = sorted({held.cycle_id for held in person.rights.held if held.role in policy.TEAM and held.cycle_id})
    led = sorted({held.office.path for held in person.rights.held if held.role == Role.LEADER})
    return or_(
        false(), is_close_to(person), Plan.cycle_id.in_(cycles), *(Office.path.like(f"{path}%") for path in led)
    )
