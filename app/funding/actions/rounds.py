"""Rounds: made, changed, opened, closed by the program office."""

from dataclasses import asdict, dataclass
from datetime import date, datetime

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.locks import claim, hold
from app.core.numbering import next_number
from app.extensions import db
from app.funding import policy, queries
from app.funding.errors import DatesDisordered, EmptyEnvelope, RoundHoldsMore
from app.funding.models import FundingRound, RoundState
from app.offices.models import Office


@dataclass(frozen=True)
class RoundTerms:
    """Positions in hundredths, money in minor units of the currency."""

    name: str
    positions: int
    money: int
    currency: str
    opens_on: date
    closes_on: date
    decide_by_on: date


def make_round(office: Office, terms: RoundTerms, *, by: Person, at: datetime) -> FundingRound:
    """A planned round. Raises NotAllowed, EmptyEnvelope, DatesDisordered."""
    if not policy.can_run_rounds(by):
        raise NotAllowed
    _check(terms)
    made = FundingRound(number=next_number(FundingRound.number), office_id=office.id, **asdict(terms))
    db.session.add(made)
    db.session.flush()
    _record("funding_round.made", made, by, at)
    return made


def change_round(found: FundingRound, terms: RoundTerms, seen_lock: int, *, by: Person, at: datetime) -> None:
    """Raises as `make_round`, LostUpdate, and RoundHoldsMore where more is granted already."""
    if not policy.can_run_rounds(by):
        raise NotAllowed
    claim(found, seen_lock)
    _check(terms)
    granted = queries.envelope(found)
    if granted.granted_positions > terms.positions or granted.granted_money > terms.money:
        raise RoundHoldsMore(positions=granted.granted_positions, money=granted.granted_money)
    for name, value in asdict(terms).items():
        setattr(found, name, value)
    _record("funding_round.changed", found, by, at)


def open_round(found: FundingRound, *, by: Person, at: datetime) -> None:
    _move(found, RoundState.OPEN, by=by, at=at)


def close_round(found: FundingRound, *, by: Person, at: datetime) -> None:
    _move(found, RoundState.CLOSED, by=by, at=at)


def _move(found: FundingRound, to: RoundState, *, by: Person, at: datetime) -> None:
    """Harmless to repeat. Raises NotAllowed, and NotNow where this step does not follow."""
    if not policy.can_run_rounds(by):
        raise NotAllowed
    hold(found)
    if found.state is to:
        return
    if to not in policy.ROUND_STEPS[found.state]:
        raise NotNow
    found.state = to
    _record(f"funding_round.{to.value}", found, by, at)


def _check(terms: RoundTerms) -> None:
    if not terms.positions and not terms.money:
        raise EmptyEnvelope
    if not terms.opens_on <= terms.closes_on <= terms.decide_by_on:
        raise DatesDisordered


def _record(verb: str, found: FundingRound, by: Person, at: datetime) -> None:
    events.record(
        verb, found, by=by, at=at, office_id=found.office_id,
        positions=found.positions, money=found.money, currency=found.currency,
    )  # fmt: skip
