"""Drafts found by their words, for those who write in them. The index holds only what everybody may read."""

from collections.abc import Iterable

from sqlalchemy import or_, select
from sqlalchemy.orm import contains_eager, defer, selectinload

from app.accounts.models import Person
from app.core.folding import asked, tokens
from app.extensions import db
from app.plans import policy
from app.plans.models import Plan, PlanVersion
from app.plans.queries.readable import is_written_by, team_of

UNSEEN = policy.OPEN - policy.PUBLIC
MOST = 20


def drafts_holding(words: str, person: Person) -> list[Plan]:
    """Plans whose draft this person writes in, as its team or along with it, and that holds every word; the newest
    first. Two questions, one where there is no such draft."""
    wanted = set(asked(words))
    drafts = (
        select(PlanVersion)
        .join(PlanVersion.plan)
        .where(PlanVersion.state.in_(UNSEEN), or_(*team_of(person), is_written_by(person)))
        .options(
            contains_eager(PlanVersion.plan).joinedload(Plan.office), selectinload(PlanVersion.sections),
            defer(PlanVersion.frozen),
        )
        .order_by(Plan.id.desc())
        .limit(MOST)
    )  # fmt: skip
    return [one.plan for one in db.session.scalars(drafts) if wanted and wanted.issubset(_tokens(one))]


def _tokens(draft: PlanVersion) -> Iterable[str]:
    return tokens("\n".join(section.words for section in draft.sections))
