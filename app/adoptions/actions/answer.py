"""Answering an offer: taking it up, with which measure and since when, or refusing it with a reason."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from app.accounts.models import Person
from app.adoptions import policy, queries
from app.adoptions.actions.news import note, origin_of, require, require_open, tell
from app.adoptions.errors import BegunInTheFuture, JudgedAlready, NotUnderWay, UnknownMeasure
from app.adoptions.models import Adoption, Refusal, State
from app.core import events, locks
from app.extensions import db
from app.measures import actions as measures
from app.measures.models import Measure
from app.offices.days import today_at


@dataclass(frozen=True)
class Terms:
    """How an office copies: its own measure (0: none yet), since when, what it does differently."""

    measure_id: int = 0
    started_on: date | None = None
    differently: str = ""


def take_up(adoption: Adoption, terms: Terms, *, by: Person, at: datetime) -> None:
    """The office copies it. Raises NotAllowed, OfferWithdrawn, AnsweredAlready and what `settle` raises of the
    terms."""
    require(by, adoption)
    locks.hold(adoption)
    require_open(adoption)
    adoption.own_plan_id = queries.running_plan(adoption.office_id)
    _answer(adoption, State.ADOPTING, None, "", by=by, at=at)
    _agree(adoption, terms, by=by, at=at)
    note("adoption.taken_up", adoption, by=by, at=at, **_codes(adoption))
    tell(origin_of(adoption), "adoption_taken_up", adoption, by=by, at=at)


def decline(adoption: Adoption, refusal: Refusal, reason: str, *, by: Person, at: datetime) -> None:
    """Not now, or not for us, with the reason. Raises NotAllowed, OfferWithdrawn, AnsweredAlready."""
    require(by, adoption)
    locks.hold(adoption)
    require_open(adoption)
    _answer(adoption, State.DECLINED, refusal, reason, by=by, at=at)
    digest = events.text_digest(reason, adoption.salt)
    note("adoption.declined", adoption, by=by, at=at, refusal=refusal.value, reason=digest)
    tell(origin_of(adoption), "adoption_declined", adoption, by=by, at=at)


def settle(adoption: Adoption, terms: Terms, *, seen_lock: int, by: Person, at: datetime) -> None:
    """Say with which measure, since when, and what is different. Once a measure and a first day are known, both stand.

    Raises NotAllowed, LostUpdate, NotUnderWay, UnknownMeasure, BegunInTheFuture, JudgedAlready.
    """
    require(by, adoption)
    locks.claim(adoption, seen_lock)
    if not policy.is_under_way(adoption):
        raise NotUnderWay
    _agree(adoption, terms, by=by, at=at)
    note("adoption.settled", adoption, by=by, at=at, **_codes(adoption))


def _answer(
    adoption: Adoption, state: State, refusal: Refusal | None, reason: str, *, by: Person, at: datetime
) -> None:
    adoption.state, adoption.refusal, adoption.reason = state, refusal, reason
    adoption.answered_by_id, adoption.answered_on = by.id, today_at(adoption.office, at)
    adoption.due_on = adoption.answered_on + policy.TIME_TO_SAY if state is State.ADOPTING else None


def _agree(adoption: Adoption, terms: Terms, *, by: Person, at: datetime) -> None:
    measure_id = terms.measure_id or None
    if adoption.is_judged and (measure_id, terms.started_on) != (adoption.measure_id, adoption.started_on):
        raise JudgedAlready
    if terms.started_on and terms.started_on > today_at(adoption.office, at):
        raise BegunInTheFuture
    if measure_id and measure_id not in dict(queries.measures_of(adoption.office_id)):
        raise UnknownMeasure
    was_judged = adoption.is_judged
    for name, value in asdict(terms).items():
        setattr(adoption, name, value or None if name == "measure_id" else value)
    if adoption.is_judged and not was_judged:
        _begin(adoption, by=by, at=at)
    db.session.flush()


def _begin(adoption: Adoption, *, by: Person, at: datetime) -> None:
    """From here on it is judged: the measure's baseline is kept, and its chart marks the first day."""
    measure = db.session.get_one(Measure, adoption.measure_id)
    assert adoption.started_on  # noqa: S101  # judged means that it is known
    adoption.baseline, adoption.due_on = measure.baseline, adoption.started_on + policy.TIME_TO_SHOW
    measures.add_intervention(measure, adoption.started_on, adoption.change.what[:200], by=by, at=at)


def _codes(adoption: Adoption) -> dict[str, Any]:
    begun = {"started_on": adoption.started_on.isoformat()} if adoption.started_on else {}
    measure = {"measure_id": adoption.measure_id} if adoption.measure_id else {}
    return {**begun, **measure, "differently": events.text_digest(adoption.differently, adoption.salt)}
