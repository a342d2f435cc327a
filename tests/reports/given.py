"""The world that the tests of reports begin with: an agency with one office whose plan made 72 days into 1."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from app.accounts.models import Person, Role
from app.champions.models import Cycle
from app.core import storage
from app.core.database import transaction
from app.extensions import db
from app.measures.models import Intervention, Measure
from app.measures.queries import numbers as numbers_of
from app.offices.models import Office
from app.plans.models import ChangeKind, Cost, Plan, PlanChange, PlanState, VersionMeasure, VersionState
from tests.support import builders as make
from tests.support.builders import AT

START, END = date(2026, 10, 1), date(2026, 11, 22)


@dataclass
class World:
    agency: Office
    office: Office
    champion: Person
    program: Person
    cycle: Cycle
    plan: Plan
    measure: Measure


def world() -> World:
    agency = make.office("Marlow County")
    office = make.office("Child Support", agency)
    champion, program = make.person("Teresa Quill", at=office), make.with_role(Role.PROGRAM_OFFICE, agency, "Pat Long")
    cycle = make.cycle(starts_on=date(2026, 1, 1), ends_on=date(2026, 12, 31))
    make.seat(office, champion, cycle)
    plan = active_plan(office, cycle, champion, "A child-support order in one day", number=12)
    return World(agency, office, champion, program, cycle, plan, improving(plan, champion))


def active_plan(office: Office, cycle: Cycle, author: Person, title: str, *, number: int, pdf: bytes = b"") -> Plan:
    """A plan whose version 1 was accepted in March, from 72 days to 1 at no cost."""
    plan = make.plan(office, cycle, author, words={"title": title}, number=number)
    plan.state = PlanState.ACTIVE
    version = plan.versions[0]
    version.state, version.decided_at = VersionState.ACCEPTED, datetime(2026, 3, 2, 9, tzinfo=UTC)
    version.submitted_at, version.today_days, version.after_days = version.decided_at, 72, 1
    version.changes = [PlanChange(position=0, what="One table", kind=ChangeKind.POLICY, cost=Cost.NIL)]
    db.session.commit()
    with transaction():
        kept = storage.keep(pdf or f"%PDF-1.7 {number}".encode(), "application/pdf", at=AT)
        version.pdf_sha256 = kept.sha256
    return plan


def improving(plan: Plan, owner: Person, name: str = "Days to a signed order") -> Measure:
    """Monthly numbers around 72, a change in March 2026, then 1 to 3."""
    measure = make.measure(plan.office, owner, name, baseline=72, target=5, target_on=date(2026, 12, 31), grade=3)
    make.save(Intervention(measure_id=measure.id, happened_on=date(2026, 3, 15), name="Policy amended"))
    months = [date(2025 + m // 12, m % 12 + 1, 1) for m in range(22)]
    for at, first in enumerate(months):
        last = (first + timedelta(days=32)).replace(day=1) - timedelta(days=1)
        make.observation(measure, first, last, 70 + at % 5 if first < date(2026, 4, 1) else 1 + at % 3, owner)
    make.save(VersionMeasure(version_id=plan.versions[0].id, measure_id=measure.id, position=0))
    assert len(numbers_of(measure).observations) == 22
    return measure
