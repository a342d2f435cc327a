"""How a plan rests and ends: paused, resumed, completed, stopped. The team acts, or the program office.

What its measures showed on the last day comes as an argument: plans know nothing of measures.
"""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events, jobs, locks
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.notices import actions as notices
from app.offices.days import today_at
from app.pain_points.actions import links
from app.plans import policy, sponsors
from app.plans.errors import DayIsPast, NeedsWords
from app.plans.models import Plan, PlanVersion, VersionState
from app.plans.queries import program_officers
from app.plans.turns import ENDINGS, TURNS, Turn, TurnKind


@dataclass(frozen=True)
class Lessons:
    """What a completed plan leaves: what we changed, what we learned, who can copy it."""

    changed: str
    learned: str
    copied: str


def pause(plan: Plan, *, why: str, until: date, by: Person, at: datetime) -> Turn:
    """Rest until a day. Raises NotAllowed, NotNow, NeedsWords, DayIsPast."""
    _hold(plan, TurnKind.PAUSED, by)
    _require(why=why)
    if until <= today_at(plan.office, at):
        raise DayIsPast
    return _take(plan, Turn(kind=TurnKind.PAUSED, why=why, until=until), by=by, at=at, until=until.isoformat())


def resume(plan: Plan, *, by: Person, at: datetime) -> Turn:
    """Go on. Raises NotAllowed, NotNow."""
    _hold(plan, TurnKind.RESUMED, by)
    return _take(plan, Turn(kind=TurnKind.RESUMED), by=by, at=at)


def complete(plan: Plan, lessons: Lessons, *, measured: list[dict[str, Any]], by: Person, at: datetime) -> Turn:
    """The plan has done its work; it closes with a page. Raises NotAllowed, NotNow, NeedsWords."""
    _hold(plan, TurnKind.COMPLETED, by)
    _require(changed=lessons.changed, learned=lessons.learned)
    turn = Turn(kind=TurnKind.COMPLETED, measured=measured, **vars(lessons))
    return _take(plan, turn, by=by, at=at)


def stop(plan: Plan, *, why: str, learned: str, by: Person, at: datetime) -> Turn:
    """The plan does not go on. Raises NotAllowed, NotNow, NeedsWords."""
    _hold(plan, TurnKind.STOPPED, by)
    _require(why=why, learned=learned)
    return _take(plan, Turn(kind=TurnKind.STOPPED, why=why, learned=learned), by=by, at=at)


def remind_of_pause(turn: Turn, *, at: datetime) -> None:
    """The day has come until which the plan was paused: its team is told, once. Harmless to repeat."""
    locks.hold(turn)
    if turn.reminded_on is not None:
        return
    turn.reminded_on = today_at(turn.plan.office, at)
    for person_id in _team(turn.plan):
        notices.notify(person_id, "plan_pause_over", path=f"/plans/{turn.plan.ref}", at=at, plan=turn.plan.ref)


def _hold(plan: Plan, kind: TurnKind, by: Person) -> None:
    if not policy.can_turn(by, plan):
        raise NotAllowed
    locks.hold(plan)
    if not policy.is_turn_open(kind, plan):
        raise NotNow


def _require(**words: str) -> None:
    for field, text in words.items():
        if not text.strip():
            raise NeedsWords(field)


def _take(plan: Plan, turn: Turn, *, by: Person, at: datetime, **codes: Any) -> Turn:
    turn.plan_id, turn.by_id, turn.at = plan.id, by.id, at
    turn.happened_on = today_at(plan.office, at)
    plan.state = TURNS[turn.kind][1]
    db.session.add(turn)
    db.session.flush()
    digests: dict[str, Any] = {
        name: events.text_digest(words, turn.salt)
        for name in ("why", "changed", "learned", "copied") if (words := getattr(turn, name))
    }  # fmt: skip
    events.record(f"plan.{turn.kind.value}", plan, by=by, at=at, office_id=plan.office_id, **codes, **digests)
    if turn.kind in ENDINGS:
        _let_go(plan, by=by, at=at)
    jobs.enqueue("search.refresh", {"kind": "plan", "id": plan.id}, key=f"search plan {plan.id}")
    _tell(plan, turn, by=by, at=at)
    return turn


def _let_go(plan: Plan, *, by: Person, at: datetime) -> None:
    """What was still open ends with the plan: reports that are not fixed go back, and no version waits any more."""
    links.end_plan(plan.id, by=by, at=at, today=today_at(plan.office, at))
    is_open = PlanVersion.state.in_(policy.OPEN)
    for version in db.session.scalars(select(PlanVersion).where(PlanVersion.plan_id == plan.id, is_open)).all():
        version.state = VersionState.WITHDRAWN
        db.session.flush()
        events.record("plan.withdrawn", plan, by=by, at=at, office_id=plan.office_id, version=version.number)


def _tell(plan: Plan, turn: Turn, *, by: Person, at: datetime) -> None:
    """The sponsor, the team and the program office hear of it, but not from themselves."""
    path = f"/plans/{plan.ref}/closing" if turn.kind in ENDINGS else f"/plans/{plan.ref}"
    sponsor = sponsors.above(plan.office.ancestor_ids)
    people = {*_team(plan), *(one.id for one in program_officers(plan)), *((sponsor.person_id,) if sponsor else ())}
    for person_id in sorted(people - {by.id}):
        notices.notify(person_id, f"plan_{turn.kind.value}", path=path, at=at, plan=plan.ref)


def _team(plan: Plan) -> list[int]:
    seat = plan.seat
    return [one for one in (seat.champion_id, seat.deputy_id) if one is not None] if seat else []
