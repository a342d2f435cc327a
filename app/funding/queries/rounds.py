"""Rounds and what is left in them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import and_, case, func, select
from sqlalchemy.orm import aliased

from app.extensions import db
from app.funding.models import Decision, FundingRequest, FundingRound, Outcome, RoundState

GRANTS = (Outcome.APPROVED, Outcome.PART)
_newer = aliased(Decision)
GRANTING = and_(
    Decision.outcome.in_(GRANTS), ~select(_newer.id).where(_newer.supersedes_id == Decision.id).exists()
)
"""Decisions in force that grant."""


@dataclass(frozen=True)
class Envelope:
    """A round's positions (hundredths) and money (minor units): in all, granted, asked by who still waits."""

    positions: int
    money: int
    granted_positions: int = 0
    granted_money: int = 0

    @property
    def left_positions(self) -> int:
        return self.positions - self.granted_positions

    @property
    def left_money(self) -> int:
        return self.money - self.granted_money

    def holds(self, positions: int, money: int) -> bool:
        """True where this much more fits."""
        return positions <= self.left_positions and money <= self.left_money


def all_rounds() -> Sequence[FundingRound]:
    """Open ones first, then the newest."""
    order = case({RoundState.OPEN: 0, RoundState.PLANNED: 1}, value=FundingRound.state, else_=2)
    return db.session.scalars(select(FundingRound).order_by(order, FundingRound.decide_by_on.desc()).limit(50)).all()


def get_round(number: int) -> FundingRound | None:
    return db.session.scalar(select(FundingRound).where(FundingRound.number == number))


def taking_requests(today: date) -> Sequence[FundingRound]:
    """Rounds that a request can be put into today."""
    return db.session.scalars(
        select(FundingRound)
        .where(FundingRound.state == RoundState.OPEN, FundingRound.opens_on <= today, FundingRound.closes_on >= today)
        .order_by(FundingRound.closes_on)
    ).all()


def envelope(found: FundingRound) -> Envelope:
    return envelopes([found])[found.id]


def envelopes(rounds: Collection[FundingRound]) -> Mapping[int, Envelope]:
    """By round: what decisions in force have granted; one query whatever the number of rounds."""
    rows = db.session.execute(
        select(FundingRequest.round_id, func.sum(Decision.positions), func.sum(Decision.money))
        .join(FundingRequest, FundingRequest.id == Decision.request_id)
        .where(FundingRequest.round_id.in_([found.id for found in rounds]), GRANTING)
        .group_by(FundingRequest.round_id)
    ).all()
    granted = {round_id: (int(positions), int(money)) for round_id, positions, money in rows}
    return {
        found.id: Envelope(found.positions, found.money, *granted.get(found.id, (0, 0))) for found in rounds
    }  # fmt: skip
