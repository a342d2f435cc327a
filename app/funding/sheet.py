"""What leaders see of a request and what a decision letter says, as data. Frozen at submission and at signing.

Positions are hundredths, money is minor units. Evidence is what the cited reports froze, never today's numbers.
"""

from dataclasses import dataclass
from datetime import date

from app.funding.models import Outcome
from app.plans.sheet import SignOff
from app.reports.facts import MeasureFact


@dataclass(frozen=True, slots=True)
class Cited:
    """A published report: its number, title, period, and the hashes that prove it."""

    ref: str
    title: str
    start: date
    end: date
    content_hash: str
    pdf_sha256: str


@dataclass(frozen=True, slots=True)
class Touched:
    """A channel that the plan touches, and who answers for it."""

    channel: str
    owner: str


@dataclass(frozen=True, slots=True)
class Kept:
    """What an earlier grant to this plan's office promised of a measure, and what came: by the newest cited report,
    else by the newest number. Positions and money were granted then."""

    request: str
    round: str
    measure: str
    unit: str
    before: float | None
    promised: float | None
    came: float | None
    verdict: str
    positions: int = 0
    money: int = 0
    currency: str = ""


@dataclass(frozen=True, slots=True)
class RequestSheet:
    """One request on one page. `sign_offs`: how the channels of that version stood to it on the day `dated`."""

    ref: str
    title: str
    office: str
    plan: str
    plan_title: str
    version: int
    round: str
    decide_by: date
    positions: int
    money: int
    currency: str
    language: str
    paper: str
    dated: date
    author: str
    for_what: str
    if_no: str
    outcome: str = ""
    mission: str = ""
    cost: str = ""
    measures: tuple[MeasureFact, ...] = ()
    reports: tuple[Cited, ...] = ()
    channels: tuple[Touched, ...] = ()
    earlier: tuple[Kept, ...] = ()
    sign_offs: tuple[SignOff, ...] = ()


@dataclass(frozen=True, slots=True)
class Letter:
    """A decision as it is told to the office."""

    request: str
    title: str
    office: str
    agency: str
    round: str
    asked_positions: int
    asked_money: int
    outcome: Outcome
    positions: int
    money: int
    currency: str
    language: str
    paper: str
    decided_on: date
    decided_by: str
    reason: str
    conditions: str
    request_hash: str
    until: date | None = None
    supersedes: int | None = None
