"""The agency of the browser tests: offices, people with passwords, a cycle, a round. Dates follow today."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from sqlalchemy import update

from app.accounts import passwords
from app.accounts.models import Person, Role, RoleGrant
from app.core import clock
from app.extensions import db
from app.funding.models import FundingRound, RoundState
from app.huddles.models import Huddle
from app.offices.models import ChannelKind, Office
from tests.browser.months import months_before
from tests.support import builders as make

PASSWORD = "four quiet words here"
LEADERS = {
    "leader": Role.LEADER, "program": Role.PROGRAM_OFFICE, "sponsor": Role.SPONSOR, "reviewer": Role.REVIEWER,
    "auditor": Role.AUDITOR, "admin": Role.ADMINISTRATOR,
}  # fmt: skip
OFFICES = ("Child Support", "Records", "Hearings")  # one for each walk, the last one to look at


@dataclass(frozen=True)
class Agency:
    """Addresses to sign in with, by office and part; offices by name."""

    slugs: dict[str, str]
    mails: dict[str, str]
    plan: int
    point: int
    measure: int
    observation: int


def found() -> Agency:
    """Write it into the app's database."""
    today = clock.now().date()
    root = make.office("Marlow County", slug="marlow")
    hashed = passwords.hash_of(PASSWORD)
    cycle = make.cycle(
        "This cycle", starts_on=today - timedelta(days=300), ends_on=today + timedelta(days=300),
        plan_due_on=today + timedelta(days=30),
    )  # fmt: skip
    mails = {name: _person(name, root, hashed) for name in LEADERS}
    for name, role in LEADERS.items():
        make.grant(mails[name], role, root)
    slugs = {}
    for name in OFFICES:
        office = make.office(name, parent=root, slug=name.lower().replace(" ", "-"))
        slugs[name] = office.slug
        people = {part: _person(f"{part} of {name}", office, hashed) for part in ("colleague", "champion", "owner")}
        make.seat(office, people["champion"], cycle)
        make.channel(office, ChannelKind.PHONE, people["owner"])
        mails |= {f"{part} of {name}": person for part, person in people.items()}
    point = make.pain_point(office, people["champion"], people["colleague"])
    plan = make.plan(office, cycle, people["champion"], words={"title": "Hearings in a week", "problem": "They wait."})
    make.milestone(plan, due=today + timedelta(days=20))
    counted = make.measure(office, people["champion"])
    month = months_before(2)
    seen = make.observation(counted, month[0], month[1] - timedelta(days=1), 40, people["champion"])
    make.save(Huddle(number=1, cycle_id=cycle.id, meets_on=today, begins=time(10), host_id=people["champion"].id))
    _round(root, today)
    db.session.execute(update(RoleGrant).values(from_on=cycle.starts_on))
    db.session.commit()
    emails = {name: person.email for name, person in mails.items()}
    return Agency(slugs, emails, plan.number, point.number, counted.number, seen.id)


def _person(name: str, at: Office, hashed: str) -> Person:
    email = f"{name.replace(' ', '.').lower()}@agency.example"
    return make.person(name.capitalize(), at=at, email=email, password_hash=hashed)


def _round(root: Office, today: date) -> FundingRound:
    return make.save(
        FundingRound(
            number=1, name="Round 1", office_id=root.id, positions=1000, money=10_000_000, currency="USD",
            opens_on=today - timedelta(days=5), closes_on=today + timedelta(days=20),
            decide_by_on=today + timedelta(days=40), state=RoundState.OPEN,
        )
    )  # fmt: skip
