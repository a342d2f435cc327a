"""Taking a person's text out of the house by a legal ground: rows, versions, frozen copies and the index, in one go.

The rows stay and say visibly that a text was here. Salts are replaced, so that digests in the log prove nothing any
more. What was printed is emptied, its hash kept; reissue.py prints it again.
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.accounts.models import Person, Role
from app.audit import copies, living, redactable
from app.audit.things import find
from app.champions.nominations.models import Nomination
from app.core import events
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.funding.models import FundingRequest
from app.measures.models import Measure
from app.pain_points.models import PainPoint
from app.plans.models import Plan
from app.reports.models import Report
from app.search import sources
from app.search.index import Kind

THINGS: dict[str, Any] = {
    "pain_point": PainPoint, "plan": Plan, "measure": Measure, "report": Report, "funding_request": FundingRequest,
    "nomination": Nomination,
}  # fmt: skip
SHORTEST_PART = 12  # a shorter text goes from rows that were named, and from frozen ones where it stands alone


class NothingToRedact(BrokenRule):
    field = "field"
    message = N_("There is no such text. What can be named here: %(fields)s.")


@dataclass
class Outcome:
    """What was done: how many texts went, and what is printed again, as (table, id)."""

    ref: str
    texts: int = 0
    reissued: list[tuple[str, int]] = field(default_factory=list)


def mark_of(at: datetime) -> str:
    """What stands where the text was."""
    return f"█████ [redacted {at.date().isoformat()}]"


def redact(ref: str, name: str, *, ground: str, by: Person, at: datetime) -> Outcome:
    """Replace a text everywhere by the mark, in the running transaction. Safe to repeat (then NothingToRedact).

    `ref` is a public number (PP-, P-, M-, R-, F-, N-); `name` a field of redactable.FIELDS; `ground` the law or rule,
    as a short code for the log. Raises NotAllowed (not an administrator), NothingToRedact.
    """
    if not by.has_role(Role.ADMINISTRATOR):
        raise NotAllowed
    kind, thing_id = find(ref) or ("", 0)
    named = [(each, row) for each, key in redactable.named(kind, name) for row in each.rows(thing_id, key)]
    texts = [text for each, row in named for text in _erase(row, each.columns, mark_of(at))]
    if not texts:
        raise NothingToRedact(fields=redactable.names(kind) or "PP-<n>, P-<n>, M-<n>, R-<n>, F-<n>, N-<n>")
    db.session.flush()
    texts.sort(key=len, reverse=True)
    quoted = _elsewhere([text for text in texts if len(text) >= SHORTEST_PART], mark_of(at))
    replaced = copies.replacing(texts, mark_of(at), shortest=SHORTEST_PART)
    rows = [*(row for _, row in named), *quoted]
    outcome = Outcome(ref, len(texts) + len(quoted), copies.everywhere(replaced, rows))
    if kind in {each.value for each in Kind}:
        sources.refresh(Kind(kind), thing_id)
    thing = db.session.get_one(THINGS[kind], thing_id)
    office_id = thing.plan.office_id if isinstance(thing, FundingRequest) else thing.office_id
    events.record(
        f"{kind}.redacted", thing, by=by, at=at, office_id=office_id, field=name, ground=ground[:120],
        printed_again=len(outcome.reissued),
    )  # fmt: skip
    return outcome


def _elsewhere(texts: list[str], mark: str) -> list[Any]:
    """Rows that quote what was erased, or were made as a copy of it."""
    return living.rewrite(texts, copies.replacing(texts, mark, shortest=SHORTEST_PART))


def _erase(row: Any, names: tuple[str, ...], mark: str) -> list[str]:
    """Put the mark in the place of each text that is not empty and not marked yet; the old texts come back."""
    old = {name: str(getattr(row, name)) for name in names}
    told = {name: text for name, text in old.items() if text.strip() and not text.startswith(mark[:5])}
    for name in told:
        setattr(row, name, mark)
    if told:
        living.renew_salts(row)
    return list(told.values())
