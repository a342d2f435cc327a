"""Saying what came of a copy, once, with what its own measure shows that day."""

from datetime import date, datetime

from app.accounts.models import Person
from app.adoptions import policy
from app.adoptions.actions.news import note, origin_of, require, tell
from app.adoptions.errors import NotBegun, NotUnderWay, NumbersSayWorse
from app.adoptions.models import Adoption, State
from app.core import events, locks
from app.extensions import db
from app.measures.models import Measure, Signal
from app.offices.days import today_at

UNSHOWN = 1
"""The most that a measure without a number after the first day shows."""


def close(adoption: Adoption, state: State, words: str, *, by: Person, at: datetime) -> None:
    """Say what came of it, once: it worked, or it did not. Kept with what the office's measure shows that day.

    Raises NotAllowed, NotUnderWay, NotBegun, NumbersSayWorse.
    """
    require(by, adoption)
    locks.hold(adoption)
    if not policy.is_under_way(adoption):
        raise NotUnderWay
    if adoption.started_on is None:
        raise NotBegun
    today = today_at(adoption.office, at)
    if adoption.measure_id is not None:
        _freeze(adoption, db.session.get_one(Measure, adoption.measure_id), adoption.started_on, today)
    if state is State.WORKED and adoption.result_signal is Signal.WORSE:
        raise NumbersSayWorse
    adoption.state, adoption.outcome, adoption.due_on = state, words, None
    adoption.ended_on, adoption.ended_by_id = today, by.id
    digest = events.text_digest(words, adoption.salt)
    note("adoption.closed", adoption, by=by, at=at, state=state.value, grade=adoption.result_grade, words=digest)
    tell(origin_of(adoption), "adoption_closed", adoption, by=by, at=at)


def _freeze(adoption: Adoption, measure: Measure, started_on: date, today: date) -> None:
    """What the measure shows today; little where no number has come since the first day."""
    is_shown = measure.latest_end is not None and measure.latest_end > started_on
    grade = measure.grade_on(today)
    adoption.result = measure.latest if is_shown else None
    adoption.result_grade = grade if is_shown else min(grade, UNSHOWN)
    adoption.result_signal = measure.signal if is_shown else Signal.NONE
