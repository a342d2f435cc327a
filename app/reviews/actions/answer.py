"""The team's answers to remarks, several at once, with one message for each who asked."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core.errors import NotAllowed
from app.extensions import db
from app.plans.models import Plan
from app.reviews import policy
from app.reviews.actions.telling import record, tell
from app.reviews.errors import AnswerTooLong, NoAnswer, SettledMeanwhile
from app.reviews.models import Remark, RemarkAnswer, RemarkState

LONGEST = 5_000
"""Characters of one answer."""


def answer_all(plan: Plan, words: Mapping[int, str], *, path: str, by: Person, at: datetime) -> list[RemarkAnswer]:
    """Keep an answer to each remark, by its id, that has words; the same words twice are one answer.

    `path` is the page on which who asked reads them. Raises NotAllowed, NoAnswer, AnswerTooLong; SettledMeanwhile where
    one of the remarks is settled by now, and keeps none then.
    """
    if not policy.can_answer(by, plan):
        raise NotAllowed
    wanted = {number: text for number, text in words.items() if text.strip()}
    if not wanted:
        raise NoAnswer
    if any(len(text) > LONGEST for text in wanted.values()):
        raise AnswerTooLong
    remarks = _locked(plan, wanted)
    if any(one.state is RemarkState.SETTLED for one in remarks):
        raise SettledMeanwhile
    unsaid = [one for one in remarks if not _is_said(one, wanted[one.id])]
    made = [RemarkAnswer(remark=one, words=wanted[one.id], author_id=by.id, said_at=at) for one in unsaid]
    if made:
        for answer in made:
            answer.remark.state = RemarkState.ANSWERED
        db.session.add_all(made)
        db.session.flush()
        record("plan.remark_answered", plan, made, by=by, at=at)
        tell("remark_answered", plan, {one.remark.author_id for one in made}, path=path, by=by, at=at)
    return made


def _locked(plan: Plan, ids: Mapping[int, str]) -> list[Remark]:
    asked = select(Remark).where(Remark.plan_id == plan.id, Remark.id.in_(ids)).order_by(Remark.id).with_for_update()
    return list(db.session.scalars(asked.execution_options(populate_existing=True)))


def _is_said(remark: Remark, words: str) -> bool:
    """The newest word under the remark is this answer already: sent twice."""
    last = remark.answers[-1] if remark.answers else None
    return last is not None and not last.is_question and last.words == words
