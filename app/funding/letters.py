"""What a leader chose, and the letter that tells it. No database, no language."""

from dataclasses import dataclass
from datetime import date, datetime

from app.accounts.models import Person
from app.funding.models import FundingRequest, Outcome
from app.funding.sheet import Letter
from app.offices.days import agency_today


@dataclass(frozen=True)
class Choice:
    """What the leader chose. Amounts count only for a part; approving grants what was asked. `seen` is the id of the
    decision that stood when the leader looked, or None."""

    outcome: Outcome
    positions: int
    money: int
    reason: str
    conditions: str
    until_on: date | None
    seen: int | None


def granted(request: FundingRequest, choice: Choice) -> tuple[int, int]:
    """Positions (hundredths) and money (minor units) that a choice gives."""
    if choice.outcome is Outcome.APPROVED:
        return request.positions, request.money
    return (choice.positions, choice.money) if choice.outcome is Outcome.PART else (0, 0)


def letter_of(request: FundingRequest, choice: Choice, *, by: Person, at: datetime, agency: str) -> Letter:
    """What the letter says; its content hash is the decision's."""
    positions, money = granted(request, choice)
    return Letter(
        request=request.ref,
        title=request.title,
        office=request.plan.office.name,
        agency=agency,
        round=request.round.name,
        asked_positions=request.positions,
        asked_money=request.money,
        outcome=choice.outcome,
        positions=positions,
        money=money,
        currency=request.round.currency,
        language=request.plan.language,
        paper=request.plan.cycle.paper.value,
        decided_on=agency_today(at),
        decided_by=by.name,
        reason=choice.reason,
        conditions=choice.conditions,
        request_hash=request.content_hash or "",
        until=choice.until_on,
        supersedes=choice.seen,
    )
