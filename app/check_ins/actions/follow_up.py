"""What becomes of a check-in that nobody has answered yet: reminded, silent, excused. Called again and again."""

from datetime import date, datetime

from app.check_ins import queries, rhythm
from app.check_ins.actions import asking, levels
from app.check_ins.models import CheckIn, CheckInState
from app.core import events, locks
from app.notices import actions as notices
from app.plans.models import PlanState

THREE_TIMES = 3


def follow_up(check_in: CheckIn, today: date, *, at: datetime) -> None:
    """Look at an open check-in on a day at its office. Safe to repeat and to do by two at once: its row is held."""
    locks.hold(check_in)
    if check_in.state is not CheckInState.OPEN:
        return
    plan = check_in.plan
    if plan.state is not PlanState.ACTIVE or not list(asking.whom(plan, check_in.silences)):
        _become(check_in, CheckInState.EXCUSED, at)
    elif today > check_in.due_on:
        _fall_silent(check_in, at)
    elif today == check_in.due_on and check_in.reminded_on is None:
        check_in.reminded_on = today
        for person_id in asking.whom(plan, check_in.silences):
            asking.mail(check_in, person_id, "reminded")
    elif today > check_in.asked_on:
        _ask_who_acts_now(check_in)


def _fall_silent(check_in: CheckIn, at: datetime) -> None:
    """Twice in a row: the deputy is asked. Three times: the sponsor is told."""
    check_in.silences += 1
    _become(check_in, CheckInState.SILENT, at)
    plan = check_in.plan
    if check_in.silences == rhythm.ENOUGH:
        acting = set(asking.whom(plan, 0))
        for person_id in set(asking.whom(plan, rhythm.ENOUGH)) - acting:
            asking.mail(check_in, person_id, "deputy")
    if check_in.silences == THREE_TIMES:
        team = [one for one in (plan.seat.champion_id, plan.seat.deputy_id) if one] if plan.seat else []
        asked = levels.lowest(plan.office, but=team)
        path = f"/plans/{plan.ref}/check-ins"
        notices.notify(asked.person_id, "check_ins_silent", path=path, at=at, plan=plan.ref, count=check_in.silences)


def _ask_who_acts_now(check_in: CheckIn) -> None:
    """The champion went on leave after being asked: the deputy gets the questions. A mail goes to nobody twice."""
    for person_id in asking.whom(check_in.plan, check_in.silences):
        if not queries.has_link(check_in.id, person_id):
            asking.mail(check_in, person_id, "asked")


def _become(check_in: CheckIn, state: CheckInState, at: datetime) -> None:
    check_in.state = state
    events.record(
        f"check_in.{state.value}", check_in, by=None, at=at, office_id=check_in.plan.office_id,
        plan_id=check_in.plan_id, silences=check_in.silences,
    )  # fmt: skip
