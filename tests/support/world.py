"""One small agency with a person per role and a thing of every kind, for tests that ask every endpoint.

Built once per run; each test works on a copy. Paths are made from an endpoint's rule: `<person_id>` becomes the id of
the person that this world has for it. A feature adds its things here.
"""

import re
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.accounts.models import LinkKind, OneUseLink, Person, Role
from app.accounts.sessions import hash_of
from app.champions.models import Cycle, Seat
from app.core import storage
from app.extensions import db
from app.measures.models import Intervention
from app.offices.models import Office
from app.pain_points.models import PlanLink, State
from app.plans import assembling, frozen
from app.plans.models import Plan, PlanVersion, VersionMeasure, VersionState
from tests.support import (
    builders,
    world_adoptions,
    world_check_ins,
    world_evidence,
    world_huddles,
    world_maps,
    world_nominations,
    world_reviews,
    world_sign_offs,
    world_writing,
    world_year,
)
from tests.support.builders import AT
from tests.support.client import Opened, open_session

TOKEN = "a-link-that-was-sent-by-mail"
ROLES = ("reviewer", "leader", "program office", "auditor", "administrator")
ON_SUBMITTED = (
    "create_acceptance", "create_return", "create_withdrawal", "show_version", "version_pdf", "plan_pdf",
)  # fmt: skip
_PLACE = re.compile(r"((?:PP|P|M|R|F|N|A|H)-)?<(?:[^<>:]+:)?(\w+)>")


@dataclass
class World:
    """Ids of the people by role, their sessions, and what stands for each place in a path.

    `overrides` and `bodies` are for single endpoints.

    A write is sent empty, unless only a good form lets the rule speak that is asked for.
    """

    people: dict[str, int] = field(default_factory=dict)
    sessions: dict[str, Opened] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)
    overrides: dict[str, dict[str, str]] = field(default_factory=dict)
    bodies: dict[str, dict[str, str]] = field(default_factory=dict)

    def path(self, endpoint: str, rule: str) -> str:
        """The rule with a value for every place; KeyError names the place that has none yet."""
        known = self.places | self.overrides.get(endpoint, {})
        path = _PLACE.sub(lambda place: (place[1] or "") + known[(place[1] or "") + place[2]], rule)
        return f"{path}?{known['?']}" if "?" in known else path


def build() -> World:
    """Write the agency into the app's database."""
    world = World()
    root = builders.office("Department of Services", slug="department")
    office = builders.office("Child Support", parent=root, slug="child-support")
    records = builders.office("Records", parent=root, slug="records")
    cast = _people(root, office)
    world.people = {role: person.id for role, person in cast.items()}
    world.sessions = {role: open_session(person_id) for role, person_id in world.people.items()}
    cycle = builders.cycle("2026-27")
    world.places |= {"slug": office.slug, "cycle_id": str(cycle.id), "person_id": str(cast["frontline"].id)}
    seat = builders.seat(office, cast["champion"], cycle, cast["deputy"])
    builders.seat(records, cast["champion"], cycle, cast["deputy"])
    world.places["seat_id"] = str(seat.id)
    world.bodies = {
        "plans.create": {"seat": str(seat.id)},
        "plans.create_return": {"reasons": "The baseline is missing."},
        "pain_points.create_sighting": {"frequency": "daily", "customers": "1-5"},
    }
    _account_things(world, office, cast)
    _pain_points(world, office, cast)
    _plans(world, office, records, cycle, cast)
    world_evidence.add(world, office, cycle, cast)
    world_maps.add(world, cast)
    world_check_ins.add(world, office, cycle, cast)
    world_nominations.add(world, root, cycle, cast)
    world_sign_offs.add(world, office, cycle, cast)
    world_year.add(world, cast)
    world_huddles.add(world, cycle, cast)
    world_adoptions.add(world, office, cast)
    db.session.commit()
    return world


def _people(root: Office, office: Office) -> dict[str, Person]:
    cast = {"frontline": builders.person("Nadia Frontline", at=office)}
    for name in ("champion", "deputy", "channel owner"):
        cast[name] = builders.person(name.title(), at=office)
    cast["sponsor"] = builders.with_role(Role.SPONSOR, office)
    for name in ROLES:
        cast[name] = builders.with_role(Role(name.replace(" ", "_")), root)
    return cast


def _account_things(world: World, office: Office, cast: dict[str, Person]) -> None:
    channel = builders.channel(office, owner=cast["channel owner"])
    held = builders.grant(cast["frontline"], Role.REVIEWER, builders.office("Annex", parent=office, slug="annex"))
    builders.save(
        OneUseLink(
            person_id=builders.person("Ivo Invited").id, kind=LinkKind.INVITATION, token_hash=hash_of(TOKEN),
            expires_at=AT + timedelta(days=2),
        )
    )  # fmt: skip
    world.places |= {"channel_id": str(channel.id), "grant_id": str(held.id), "token": TOKEN}


def _pain_points(world: World, office: Office, cast: dict[str, Person]) -> None:
    states = {
        "pain_points.ask": State.RECEIVED,
        "pain_points.give_facts": State.NEEDS_FACTS,
        "pain_points.create_link": State.ACCEPTED,
        "pain_points.confirm": State.FIXED,
        "pain_points.reopen": State.FIXED,
    }
    for endpoint, state in states.items():
        point = builders.pain_point(office, cast["champion"], cast["frontline"], state=state)
        world.overrides[endpoint] = {"PP-number": str(point.number)}
    world.places["PP-number"] = world.overrides["pain_points.ask"]["PP-number"]


def _plans(world: World, office: Office, records: Office, cycle: Cycle, cast: dict[str, Person]) -> None:
    words = {"title": "From 72 days to 1", "outcome": "An order within a day"}
    draft = builders.plan(office, cycle, cast["champion"], words=words, number=1)
    submitted = builders.plan(records, cycle, cast["champion"], words=words, number=2)
    _freeze(submitted.versions[0], cast["champion"])
    world_writing.add(world, draft, db.session.get_one(Seat, int(world.places["seat_id"])), cast["champion"])
    world_reviews.add(world, submitted.versions[0], cast)
    world.places |= {"P-number": "1", "version": "1", "topic": "figures", "step": "starts", "job_id": "1"}
    for endpoint in ON_SUBMITTED:
        world.overrides[f"plans.{endpoint}"] = {"P-number": "2"}
    world.places["milestone_id"] = str(builders.milestone(draft).id)
    _measures(world, office, draft, cast["champion"])
    point = builders.pain_point(office, cast["champion"], cast["frontline"], state=State.ACCEPTED)
    link = builders.save(PlanLink(pain_point_id=point.id, plan_id=draft.id, from_on=AT.date()))
    world.places["link_id"] = str(link.id)


def _freeze(version: PlanVersion, by: Person) -> None:
    kept = storage.keep(b"%PDF-1.7 of the world", "application/pdf", at=AT)
    version.state, version.submitted_by_id, version.submitted_at = VersionState.SUBMITTED, by.id, AT
    version.pages, version.content_hash, version.pdf_sha256 = 2, "0" * 64, kept.sha256
    version.frozen = frozen.to_json(assembling.draft_sheet(version))
    db.session.commit()


def _measures(world: World, office: Office, plan: Plan, owner: Person) -> None:
    measure = builders.measure(office, owner, number=1)
    seen = builders.observation(measure, date(2026, 10, 1), date(2026, 10, 31), 72, owner)
    change = builders.save(Intervention(measure_id=measure.id, happened_on=date(2026, 11, 2), name="One desk writes"))
    builders.save(VersionMeasure(version_id=plan.versions[0].id, measure_id=measure.id, position=0))
    world.places |= {
        "M-number": "1",
        "M-measure": "1",
        "way": "up",
        "observation_id": str(seen.id),
        "intervention_id": str(change.id),
    }
