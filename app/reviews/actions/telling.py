"""What the log and the other side hear of a review. Never the words themselves."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events
from app.extensions import db
from app.notices import actions as notices
from app.notices.models import Notice
from app.plans.models import Plan
from app.reviews.models import Remark, RemarkAnswer

QUIET = timedelta(hours=1)
"""After a mail on a plan's review, the same person gets no other on it for so long."""


def record(verb: str, plan: Plan, said: Sequence[Remark | RemarkAnswer], *, by: Person, at: datetime) -> None:
    """One event for what was said at once: which parts, and a digest of each text."""
    parts = {_part(one): events.text_digest(one.words, one.salt) for one in said}
    events.record(verb, plan, by=by, at=at, office_id=plan.office_id, parts=parts)


def tell(kind: str, plan: Plan, people: Iterable[int | None], *, path: str, by: Person, at: datetime) -> None:
    """A notice with its mail; within the quiet time the earlier notice comes up again instead, without a mail."""
    for person_id in sorted({one for one in people if one is not None and one != by.id}):
        earlier = _earlier(person_id, kind, path, at)
        if earlier is None:
            notices.notify(person_id, kind, path=path, at=at, plan=plan.ref)
        else:
            earlier.read_at = None


def team_of(plan: Plan) -> tuple[int | None, ...]:
    """Champion and deputy; nobody where the seat is empty."""
    return (plan.seat.champion_id, plan.seat.deputy_id) if plan.seat else ()


def path_of(remarks: Sequence[Remark], **where: Any) -> str:
    """The page of the review: that of the version in question, else of the newest one that was remarked on."""
    version = where.get("version") or max((one.version for one in remarks), key=lambda one: one.number)
    return f"/plans/{version.plan.ref}/versions/{version.number}/remarks"


def _part(said: Remark | RemarkAnswer) -> str:
    remark = said if isinstance(said, Remark) else said.remark
    return f"{remark.part}:{remark.id}"


def _earlier(person_id: int, kind: str, path: str, at: datetime) -> Notice | None:
    """The newest notice of this kind on the plan within the quiet time, whichever version it was about."""
    plan_path = path.partition("/versions/")[0]
    return db.session.scalar(
        select(Notice)
        .where(
            Notice.person_id == person_id, Notice.kind == kind, Notice.path.startswith(f"{plan_path}/"),
            Notice.created_at > at - QUIET,
        )
        .order_by(Notice.id.desc())
        .limit(1)
    )  # fmt: skip
