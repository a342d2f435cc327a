"""A leader's word on a request: signed once, never edited, only superseded."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from app.accounts.models import Person
from app.core import events, frozen, storage
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.funding import policy, queries
from app.funding.errors import AlreadyDecided, NotAPart, OverEnvelope
from app.funding.gather import letter_of
from app.funding.models import Decision, FundingRequest, Outcome, RequestState
from app.funding.queries import Envelope
from app.notices import actions as notices


@dataclass(frozen=True)
class Choice:
    """What the leader chose. Amounts count only for a part; approving grants what was asked. `seen` is the decision
    that stood when the leader looked, or None."""

    outcome: Outcome
    positions: int
    money: int
    reason: str
    conditions: str
    until_on: date | None
    seen: int | None


@dataclass(frozen=True)
class Signed:
    """The rendered letter and the hash of what it says."""

    pdf: bytes
    content_hash: str
    agency: str


def draft_decision(request: FundingRequest, choice: Choice, *, by: Person, at: datetime) -> Decision:
    """The decision as it would be, not saved: to render its letter before the transaction opens."""
    positions, money = granted(request, choice)
    return Decision(
        outcome=choice.outcome, positions=positions, money=money, until_on=choice.until_on, reason=choice.reason,
        conditions=choice.conditions, decided_by_id=by.id, decided_at=at, supersedes_id=choice.seen,
    )  # fmt: skip


def decide(
    request: FundingRequest, choice: Choice, signed: Signed, writer_ids: Collection[int], *, by: Person, at: datetime
) -> Decision:
    """Sign. Raises NotAllowed, NotNow (not submitted), AlreadyDecided (another decision came first), NotAPart,
    OverEnvelope; the round is held, so two decisions cannot spend the same money."""
    held = queries.locked(request)
    if not policy.can_decide(by, held, writer_ids):
        raise NotAllowed
    if held.state not in (*policy.WAITING, RequestState.DECIDED):
        raise NotNow
    earlier = queries.current_decision(held)
    if (earlier.id if earlier else None) != choice.seen:
        raise AlreadyDecided
    refuse_amounts(held, choice, earlier, queries.envelope(held.round))
    made = draft_decision(held, choice, by=by, at=at)
    made.request, made.decided_by = held, by
    made.content_hash = frozen.content_hash(letter_of(made, signed.agency))
    if made.content_hash != signed.content_hash:
        raise AlreadyDecided
    made.letter_sha256 = storage.keep(signed.pdf, "application/pdf", at=at).sha256
    db.session.add(made)
    held.state = RequestState.DECIDED
    db.session.flush()
    _tell(held, made, by=by, at=at)
    return made


def granted(request: FundingRequest, choice: Choice) -> tuple[int, int]:
    """Positions and money that a choice gives."""
    if choice.outcome is Outcome.APPROVED:
        return request.positions, request.money
    return (choice.positions, choice.money) if choice.outcome is Outcome.PART else (0, 0)


def refuse_amounts(request: FundingRequest, choice: Choice, earlier: Decision | None, envelope: Envelope) -> None:
    """What is granted fits the request and what is left of the round, the decision it replaces given back."""
    positions, money = granted(request, choice)
    is_less = positions <= request.positions and money <= request.money
    is_all = (positions, money) == (request.positions, request.money)
    if choice.outcome is Outcome.PART and (not is_less or is_all or not (positions or money)):
        raise NotAPart(positions=request.positions / 100, money=request.money)
    back_positions, back_money = (earlier.positions, earlier.money) if earlier else (0, 0)
    left = Envelope(envelope.left_positions + back_positions, envelope.left_money + back_money)
    if not left.holds(positions, money):
        raise OverEnvelope(positions=left.positions / 100, money=left.money)


def _tell(request: FundingRequest, made: Decision, *, by: Person, at: datetime) -> None:
    events.record(
        "decision.signed", made, by=by, at=at, office_id=request.plan.office_id, request_id=request.id,
        outcome=made.outcome.value, positions=made.positions, money=made.money, content_hash=made.content_hash,
        supersedes=made.supersedes_id, reason=events.text_digest(made.reason, made.salt),
    )  # fmt: skip
    for person_id in {request.author_id, *queries.team_ids(request.plan)}:
        notices.notify(person_id, "request_decided", path=f"/funding/{request.ref}", at=at, request=request.ref)
