"""A leader's word on a request: signed once, never edited, only superseded."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

from app.accounts.models import Person
from app.core import events, frozen, storage
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.funding import policy, queries
from app.funding.errors import AlreadyDecided, NotAPart, OverEnvelope
from app.funding.letters import Choice, granted, letter_of
from app.funding.models import Decision, FundingRequest, Outcome, RequestState
from app.funding.queries import Envelope
from app.notices import actions as notices


@dataclass(frozen=True)
class Signed:
    """The rendered letter and the hash of what it says; `agency` is the name it was written with."""

    pdf: bytes
    content_hash: str
    agency: str


def decide(
    request: FundingRequest, choice: Choice, signed: Signed, writer_ids: Collection[int], *, by: Person, at: datetime
) -> Decision:
    """Sign. Raises NotAllowed, NotNow (not submitted), AlreadyDecided (another decision came first), NotAPart,
    OverEnvelope; the round is held, so two decisions cannot spend the same money."""
    held = queries.locked(request)
    refuse(held, choice, writer_ids, by=by)
    content_hash = frozen.content_hash(letter_of(held, choice, by=by, at=at, agency=signed.agency))
    if content_hash != signed.content_hash:
        raise AlreadyDecided
    positions, money = granted(held, choice)
    artefact = storage.keep(signed.pdf, "application/pdf", at=at)
    db.session.flush()
    made = Decision(
        request_id=held.id, outcome=choice.outcome, positions=positions, money=money, until_on=choice.until_on,
        reason=choice.reason, conditions=choice.conditions, decided_by_id=by.id, decided_at=at,
        supersedes_id=choice.seen, content_hash=content_hash, letter_sha256=artefact.sha256,
    )  # fmt: skip
    db.session.add(made)
    held.state = RequestState.DECIDED
    db.session.flush()
    db.session.expire(held, ["decisions"])
    _tell(held, made, by=by, at=at)
    return made


def refuse(request: FundingRequest, choice: Choice, writer_ids: Collection[int], *, by: Person) -> None:
    """Every rule of a decision; also asked before the letter is rendered."""
    if not policy.can_decide(by, request, writer_ids):
        raise NotAllowed
    if request.state not in (*policy.WAITING, RequestState.DECIDED):
        raise NotNow
    earlier = queries.current_decision(request)
    if (earlier.id if earlier else None) != choice.seen:
        raise AlreadyDecided
    _refuse_amounts(request, choice, earlier, queries.envelope(request.round))


def _refuse_amounts(request: FundingRequest, choice: Choice, earlier: Decision | None, envelope: Envelope) -> None:
    """What is granted fits the request and what is left of the round, the decision it replaces given back."""
    positions, money = granted(request, choice)
    is_less = positions <= request.positions and money <= request.money
    is_all = (positions, money) == (request.positions, request.money)
    if choice.outcome is Outcome.PART and (not is_less or is_all or not (positions or money)):
        raise NotAPart(positions=request.positions, money=request.money)
    back_positions, back_money = (earlier.positions, earlier.money) if earlier else (0, 0)
    left = Envelope(envelope.left_positions + back_positions, envelope.left_money + back_money)
    if not left.holds(positions, money):
        raise OverEnvelope(positions=left.positions, money=left.money)


def _tell(request: FundingRequest, made: Decision, *, by: Person, at: datetime) -> None:
    events.record(
        "decision.signed", made, by=by, at=at, office_id=request.plan.office_id, request_id=request.id,
        outcome=made.outcome.value, positions=made.positions, money=made.money, content_hash=made.content_hash,
        supersedes=made.supersedes_id, reason=events.text_digest(made.reason, made.salt),
    )  # fmt: skip
    for person_id in {request.author_id, *queries.team_ids(request.plan)}:
        notices.notify(person_id, "request_decided", path=f"/funding/{request.ref}", at=at, request=request.ref)
