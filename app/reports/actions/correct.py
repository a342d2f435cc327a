"""Correcting a published report: a new draft that will supersede it. The old one stays as it is, and says so."""

from datetime import datetime

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.events import text_digest
from app.core.locks import hold
from app.core.numbering import next_number
from app.extensions import db
from app.reports import policy, queries
from app.reports.errors import NoReason
from app.reports.models import Report


def correct(old: Report, reason: str, *, by: Person, at: datetime) -> Report:
    """The draft that corrects a report; the one that is there already where somebody was quicker.

    Raises NotAllowed, NotNow (not the published one any more) and NoReason.
    """
    number = next_number(Report.number)
    hold(old)
    if not policy.can_publish(by, old):
        raise NotAllowed
    known = queries.correction_of(old)
    if known is not None and policy.is_open(known):
        return known
    if not policy.can_correct(by, old):
        raise NotNow
    if not reason:
        raise NoReason
    return known or _begin(old, number, reason, by=by, at=at)


def _begin(old: Report, number: int, reason: str, *, by: Person, at: datetime) -> Report:
    same = ("scope", "plan_id", "office_id", "cycle_id", "period_start", "period_end", "language", "title")
    words = ("went_well", "did_not", "we_ask")
    new = Report(
        number=number,
        author_id=by.id,
        created_at=at,
        supersedes_id=old.id,
        correction_reason=reason,
        **{name: getattr(old, name) for name in (*same, *words)},
    )
    db.session.add(new)
    db.session.flush()
    digest = text_digest(reason, new.salt)
    events.record("report.correction_begun", new, by=by, at=at, office_id=new.office_id, of=old.ref, digest=digest)
    return new
