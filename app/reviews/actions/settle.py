"""What who asked does with an answer: is content, or asks again."""

from datetime import datetime

from app.accounts.models import Person
from app.core.errors import NotAllowed, NotNow
from app.core.locks import hold
from app.extensions import db
from app.plans.queries import writer_ids
from app.reviews import policy, queries
from app.reviews.actions.telling import record, team_of, tell
from app.reviews.errors import NoQuestion
from app.reviews.models import Remark, RemarkAnswer, RemarkState


def settle(remark: Remark, *, by: Person, at: datetime) -> None:
    """The matter is closed, answered or not. Harmless to repeat. Raises NotAllowed."""
    _require(remark, by)
    if remark.state is RemarkState.SETTLED:
        return
    remark.state, remark.settled_at, remark.settled_by_id = RemarkState.SETTLED, at, by.id
    db.session.flush()
    record("plan.remark_settled", remark.plan, [remark], by=by, at=at)


def ask_again(remark: Remark, words: str, *, path: str, by: Person, at: datetime) -> RemarkAnswer:
    """The answer leaves something open: the remark waits for the team again. Sent twice, it is kept once.

    Raises NotAllowed, NotNow where it is settled or nothing was answered yet, NoQuestion.
    """
    _require(remark, by)
    if not words.strip():
        raise NoQuestion
    last = remark.answers[-1] if remark.answers else None
    if last is not None and last.is_question and last.words == words:
        return last
    if remark.state is not RemarkState.ANSWERED:
        raise NotNow
    asked = RemarkAnswer(remark=remark, words=words, is_question=True, author_id=by.id, said_at=at)
    db.session.add(asked)
    remark.state = RemarkState.OPEN
    db.session.flush()
    record("plan.remarked", remark.plan, [asked], by=by, at=at)
    tell("plan_remarked", remark.plan, team_of(remark.plan), path=path, by=by, at=at)
    return asked


def _require(remark: Remark, by: Person) -> None:
    hold(remark)
    writers = writer_ids(remark.plan)
    has_asker = remark.author_id in queries.asker_ids(remark.plan, writers)
    if not policy.can_settle(by, remark, writers, has_asker=has_asker):
        raise NotAllowed
