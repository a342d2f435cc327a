"""Starting a report and writing its words. Drafts only."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.core.events import text_digest
from app.core.locks import claim
from app.core.numbering import next_number
from app.extensions import db
from app.offices.models import Office
from app.plans.models import Plan
from app.reports import policy
from app.reports.models import Report, Scope

WORDS = ("title", "went_well", "did_not", "we_ask")


@dataclass(frozen=True)
class Subject:
    """What a report is about. `office` is the plan's for a plan, the agency for the program."""

    scope: Scope
    office: Office
    plan: Plan | None = None
    cycle_id: int | None = None


def start(about: Subject, start: date, end: date, *, title: str, language: str, by: Person, at: datetime) -> Report:
    """A new draft over a period that `periods.check` passed. Raises NotAllowed."""
    report = Report(
        number=next_number(Report.number),
        scope=about.scope,
        plan=about.plan,
        office=about.office,
        cycle_id=about.cycle_id,
        period_start=start,
        period_end=end,
        language=language,
        title=title,
        author_id=by.id,
        created_at=at,
    )
    if not policy.can_publish(by, report):
        raise NotAllowed
    db.session.add(report)
    db.session.flush()
    facts: dict[str, Any] = {"scope": about.scope.value, "start": start.isoformat(), "end": end.isoformat()}
    events.record("report.started", report, by=by, at=at, office_id=report.office_id, **facts)
    return report


def save(report: Report, words: dict[str, str], *, seen_lock: int, by: Person, at: datetime) -> None:
    """Save the writer's words (WORDS). Raises LostUpdate, NotNow (no open draft any more) and NotAllowed."""
    claim(report, seen_lock)
    if not policy.can_publish(by, report):
        raise NotAllowed
    if not policy.is_open(report):
        raise NotNow
    changed = [name for name in WORDS if words[name] != getattr(report, name)]
    for name in changed:
        setattr(report, name, words[name])
    if changed:
        db.session.flush()
        digests: dict[str, Any] = {f"{name}_digest": text_digest(words[name], report.salt) for name in changed}
        events.record("report.saved", report, by=by, at=at, office_id=report.office_id, fields=changed, **digests)
