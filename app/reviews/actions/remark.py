"""Remarks on the parts of a version, several at once, with one message for all of them."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import select

from app.accounts.models import Person
from app.core.errors import NotAllowed, NotNow
from app.core.locks import hold
from app.extensions import db
from app.plans.models import PlanVersion
from app.plans.queries import writer_ids
from app.reviews import policy, queries
from app.reviews.actions.telling import record, team_of, tell
from app.reviews.errors import NothingSaid
from app.reviews.models import Remark


def remark_all(version: PlanVersion, words: Mapping[str, str], *, by: Person, at: datetime) -> list[Remark]:
    """Keep a remark for each part that has words. What the same person asked word for word already is kept once.

    Raises NotAllowed, NotNow for a version that is decided, NothingSaid.
    """
    hold(version)
    plan = version.plan
    writers = writer_ids(plan)
    if not policy.may_ever_remark(by, plan, writers):
        raise NotAllowed
    if not policy.can_remark(by, version, writers):
        raise NotNow
    wanted = {part: text for part, text in words.items() if text.strip()}
    if not wanted:
        raise NothingSaid
    known = _asked_already(version, by)
    made = [
        Remark(plan_id=plan.id, version=version, part=part, words=text, author_id=by.id, made_at=at)
        for part, text in wanted.items()
        if (part, text) not in known
    ]
    if made:
        db.session.add_all(made)
        db.session.flush()
        record("plan.remarked", plan, made, by=by, at=at)
        path = f"/plans/{plan.ref}/versions/{version.number}/remarks"
        tell("plan_remarked", plan, team_of(plan), path=path, by=by, at=at)
    return made


def _asked_already(version: PlanVersion, by: Person) -> set[tuple[str, str]]:
    asked = select(Remark.part, Remark.words).where(
        Remark.version_id == version.id, Remark.author_id == by.id, Remark.state.in_(queries.UNSETTLED)
    )
    return {(row.part, row.words) for row in db.session.execute(asked)}
