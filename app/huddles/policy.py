"""Who reads, runs and plans huddles. Plain predicates, no queries.

A huddle is talk among those who can help each other: the champions and deputies of its cycle, its coaches, sponsors,
leaders, the program office and auditors. What teams are stuck on is part of that talk. The frontline does not read it.
"""

from collections.abc import Iterable
from datetime import date

from app.accounts.models import Person, Role
from app.champions.models import CycleState
from app.huddles.models import ActionState, Huddle, HuddleAction, HuddleState
from app.plans import policy as plans
from app.plans.models import Plan

HELPERS = (Role.PROGRAM_OFFICE, Role.SPONSOR, Role.LEADER, Role.AUDITOR)
OF_CYCLE = (*plans.TEAM, Role.COACH)


def can_read(person: Person, cycle_id: int) -> bool:
    return any(
        right.role in HELPERS or (right.role in OF_CYCLE and right.cycle_id == cycle_id) for right in person.rights.held
    )


def has_seat(person: Person, cycle_ids: Iterable[int]) -> bool:
    """Champion or deputy of one of these cycles."""
    wanted = set(cycle_ids)
    return any(right.role in plans.TEAM and right.cycle_id in wanted for right in person.rights.held)


def reads_all_blockers(person: Person, cycle_id: int) -> bool:
    """May open the page of every blocker of the cycle, as check_ins.policy.can_read has it."""
    is_above_all = any(right.role in HELPERS and right.office.parent_id is None for right in person.rights.held)
    return is_above_all or has_seat(person, (cycle_id,))


def can_plan(person: Person) -> bool:
    """Call the first huddle of a cycle: the program office, since a cycle is the whole agency's."""
    return person.has_role_everywhere(Role.PROGRAM_OFFICE)


def can_run(person: Person, huddle: Huddle) -> bool:
    """Move it, take notes, agree actions, close it: the program office, and its host while they have a seat."""
    is_host = person.id == huddle.host_id and has_seat(person, (huddle.cycle_id,))
    return is_host or can_plan(person)


def is_open(huddle: Huddle) -> bool:
    return huddle.state is HuddleState.PLANNED and huddle.cycle.state is not CycleState.CLOSED


def is_closable(huddle: Huddle, today: date) -> bool:
    """From the day on which it meets."""
    return is_open(huddle) and huddle.meets_on <= today


def can_read_action(person: Person, action: HuddleAction) -> bool:
    return person.id == action.owner_id or can_read(person, action.huddle.cycle_id)


def can_end(person: Person, action: HuddleAction) -> bool:
    """Say that it is done or dropped, or open it again: its owner, and whoever runs the huddle it came from."""
    return person.id == action.owner_id or can_run(person, action.huddle)


def is_under_way(action: HuddleAction) -> bool:
    return action.state is ActionState.OPEN


def can_raise(person: Person, huddle: Huddle, plan: Plan) -> bool:
    """Send up what a team is stuck on: whoever runs the huddle, and the team itself."""
    return can_run(person, huddle) or plans.is_on_team(person, plan)


def may_raise(person: Person, huddle: Huddle) -> bool:
    return can_run(person, huddle) or has_seat(person, (huddle.cycle_id,))
