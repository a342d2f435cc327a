"""Asking a team how it goes, and sending the link by which one person can answer."""

from collections.abc import Iterator
from datetime import date, datetime

from sqlalchemy import select

from app.accounts import tokens
from app.check_ins import queries, rhythm
from app.check_ins.models import CheckIn, CheckInLink
from app.core import events, jobs
from app.extensions import db
from app.offices.queries import rules_for
from app.plans.models import Plan, PlanState

MAIL = "check_ins.mail"


def ask(plan: Plan, on: date, *, at: datetime) -> CheckIn | None:
    """Put the three questions to whoever acts for the plan; None where they were put already or nobody can answer.

    `on` is the day at the office. One at a time for each plan: its row is held.
    """
    db.session.execute(select(Plan.id).where(Plan.id == plan.id).with_for_update())
    db.session.refresh(plan, ["state", "seat"])
    begun = queries.beginning(plan.id)
    if plan.state is not PlanState.ACTIVE or begun is None or not list(whom(plan, 0)):
        return None
    holidays = rules_for(plan.office, on).holidays
    if not rhythm.is_due(begun.on, begun.last, on, holidays):
        return None
    made = CheckIn(
        plan_id=plan.id, asked_on=on, due_on=rhythm.due_on(on, holidays), open_until=rhythm.open_until(on),
        silences=queries.silences(plan.id, begun.since),
    )  # fmt: skip
    db.session.add(made)
    db.session.flush()
    events.record("check_in.asked", made, by=None, at=at, office_id=plan.office_id, plan_id=plan.id)
    for person_id in whom(plan, made.silences):
        mail(made, person_id, "asked")
    return made


def whom(plan: Plan, silences: int) -> Iterator[int]:
    """Ids of those who are asked: who acts, and the deputy too once nothing was heard twice."""
    seat = plan.seat
    acting = seat.acting_id if seat else None
    if acting is not None:
        yield acting
    if seat and silences >= rhythm.ENOUGH and seat.deputy_id not in (None, acting):
        assert seat.deputy_id is not None  # noqa: S101  # taken out above; mypy cannot see it
        yield seat.deputy_id


def mail(check_in: CheckIn, person_id: int, kind: str) -> None:
    """Have the link sent: kind asked, reminded, or deputy. The job makes link and mail in one transaction, once."""
    jobs.enqueue(MAIL, {"check_in_id": check_in.id, "person_id": person_id, "kind": kind})


def send_link(check_in: CheckIn, person_id: int) -> str:
    """A right to answer this check-in once. Gives the token, of which only the hash is stored."""
    token = tokens.new()
    db.session.add(CheckInLink(check_in_id=check_in.id, person_id=person_id, token_hash=tokens.hash_of(token)))
    db.session.flush()
    return token
