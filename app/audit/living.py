"""Rows that hold a text that has to go, whoever wrote them: a quotation, a copy in a correction, another version.

What is frozen, printed or waits to be sent is replaced by copies.py.
"""

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import or_, select

from app.audit import redactable
from app.audit.copies import Replace
from app.core.columns import Salted, new_salt
from app.extensions import db
from app.funding.models import FundingRequest
from app.milestones.models import Milestone
from app.pain_points.models import PainPoint
from app.plans.models import PlanChange, SectionText
from app.reports.models import Report
from app.search import sources
from app.search.index import Kind

PROBE = 200  # letters of a text by which its rows are looked for: SQLite refuses very long patterns
_INDEXED: dict[Any, tuple[Kind, Callable[[Any], int]]] = {
    PainPoint: (Kind.PAIN_POINT, lambda row: row.id),
    SectionText: (Kind.PLAN, lambda row: row.version.plan_id),
    PlanChange: (Kind.PLAN, lambda row: row.version.plan_id),
    Report: (Kind.REPORT, lambda row: row.id),
    Milestone: (Kind.MILESTONE, lambda row: row.id),
    FundingRequest: (Kind.FUNDING_REQUEST, lambda row: row.id),
}


def rewrite(told: Sequence[str], replaced: Replace) -> list[Any]:
    """Rewrite the rows that hold one of the texts, in any case, and give them; what can be searched is indexed again.
    Their salts are new, so that digests in the log prove nothing any more."""
    changed = [
        row for table, names in redactable.columns().items() for row in _holding(table, names, told)
        if _rewrite(row, names, replaced)
    ]  # fmt: skip
    db.session.flush()
    for kind, thing_id in {_indexed(row) for row in changed if type(row) in _INDEXED}:
        sources.refresh(kind, thing_id)
    return changed


def _holding(table: Any, names: tuple[str, ...], told: Sequence[str]) -> list[Any]:
    hits = [getattr(table, name).icontains(words[:PROBE], autoescape=True) for name in names for words in told]
    return list(db.session.scalars(select(table).where(or_(*hits)).order_by(table.id))) if hits else []


def _rewrite(row: Any, names: tuple[str, ...], replaced: Replace) -> bool:
    new = {name: replaced(getattr(row, name)) for name in names}
    changed = {name: words for name, words in new.items() if words != getattr(row, name)}
    for name, words in changed.items():
        setattr(row, name, words)
    if changed:
        renew_salts(row)
    return bool(changed)


def renew_salts(row: Any) -> None:
    """From now on no digest in the log says what stood here. The parts of a plan are digested with their version's."""
    for salted in (row, getattr(row, "version", None)):
        if isinstance(salted, Salted):
            salted.salt = new_salt()


def _indexed(row: Any) -> tuple[Kind, int]:
    kind, thing_id = _INDEXED[type(row)]
    return kind, thing_id(row)
