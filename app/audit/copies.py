"""Copies of people's texts: found and replaced, and what was printed of them emptied, its hash kept."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import or_, select, update
from sqlalchemy.orm import undefer

from app.accounts.models import Person
from app.core import clock, jobs
from app.core.storage import Artefact
from app.extensions import db
from app.funding.models import Decision, FundingRequest
from app.huddles.models import HuddlePoint
from app.notices.models import Mail, Notice
from app.plans.models import PlanVersion
from app.reports import actions as reports
from app.reports.actions.publish import is_under_way
from app.reports.facts import Facts
from app.reports.frozen import from_json
from app.reports.models import Report

Replace = Callable[[str], str]
Printed = tuple[str, int]
"""Table and id of something that has files."""

REISSUE = "audit.reissue"
FILES: dict[Any, tuple[str, ...]] = {
    PlanVersion: ("pdf_sha256",),
    Report: ("pdf_sha256", "archive_sha256"),
    FundingRequest: ("sheet_sha256",),
    Decision: ("letter_sha256",),
}


def replacing(texts: Sequence[str], mark: str, *, shortest: int) -> Replace:
    """A function that puts the mark in the place of any of the texts, in any case, the longest given first. What has
    fewer than `shortest` letters is replaced only where it stands alone, and never a part of a word."""
    parts = [re.escape(text) for text in texts if len(text) >= shortest]
    inside = [re.compile(rf"(?<!\w){part}(?!\w)", re.IGNORECASE) for part in parts]
    alone = {text.strip().casefold() for text in texts}

    def replaced(words: str) -> str:
        if words.strip().casefold() in alone:
            return mark
        for pattern in inside:
            words = pattern.sub(lambda _: mark, words)
        return words

    return replaced


def everywhere(replaced: Replace, rows: Sequence[Any]) -> list[Printed]:
    """Replace in all that is frozen, waits to be sent or was told; `rows` are those whose own texts changed, for
    the letters that are written from them. A job for each prints it again; they come back as (table, id)."""
    versions = _frozen(PlanVersion, replaced)
    stale = {version.pdf_sha256 for version in versions if version.pdf_sha256}
    printed = [*versions, *_in_reports(replaced, stale), *_frozen(FundingRequest, replaced), *_letters(rows)]
    for one in printed:
        _empty(one)
        payload = {"table": one.__tablename__, "id": one.id}
        jobs.enqueue(REISSUE, payload, key=f"reissue {one.__tablename__} {one.id}")
    _in_messages(replaced)
    _in_minutes(replaced)
    return [(one.__tablename__, one.id) for one in printed]


def walked(value: Any, replaced: Replace) -> Any:
    """A copy of JSON data with every text passed through `replaced`."""
    if isinstance(value, str):
        return replaced(value)
    if isinstance(value, list):
        return [walked(item, replaced) for item in value]
    if isinstance(value, dict):
        return {name: walked(item, replaced) for name, item in value.items()}
    return value


def _frozen(table: Any, replaced: Replace) -> list[Any]:
    """Rows of a table with frozen data that held it; the data is replaced."""
    found = []
    for row_id in db.session.scalars(select(table.id).where(table.frozen.is_not(None)).order_by(table.id)).all():
        row = db.session.get_one(table, row_id, options=(undefer(table.frozen),))
        changed = walked(row.frozen, replaced)
        if changed != row.frozen:
            row.frozen = changed
            found.append(row)
    return found


def _in_minutes(replaced: Replace) -> None:
    """What the points of huddles copied from plans and reports."""
    for point in db.session.scalars(select(HuddlePoint).order_by(HuddlePoint.id)):
        for name in ("heading", "said"):
            words = getattr(point, name)
            if replaced(words) != words:
                setattr(point, name, replaced(words))


def _in_reports(replaced: Replace, stale: set[str]) -> list[Report]:
    """Reports that hold it, and those whose archive holds a plan's PDF that is emptied (`stale`, by its hash). One
    that is being made is a draft again, so that nothing is published from what was read before."""
    found = _frozen(Report, replaced)
    with_archive = select(Report).where(Report.archive_sha256.is_not(None)).options(undefer(Report.frozen))
    found += [report for report in db.session.scalars(with_archive) if report not in found and _holds(report, stale)]
    for report in [one for one in found if is_under_way(one)]:
        reports.fail(report, "cannot_print", at=clock.now())
        found.remove(report)
    for report in found:
        report.page_html = ""  # a text stands there as HTML, in pieces; it is written again with the PDF
    return found


def _holds(report: Report, stale: set[str]) -> bool:
    facts: Facts | None = from_json(report.frozen) if stale and report.frozen else None
    return facts is not None and any(line.pdf_sha256 in stale for line in facts.plans)


def _letters(rows: Sequence[Any]) -> list[Decision]:
    """Letters say the decision's words, the request's title and who decided."""
    ids = {table: [row.id for row in rows if isinstance(row, table)] for table in (Decision, FundingRequest, Person)}
    asked = or_(
        Decision.id.in_(ids[Decision]),
        Decision.request_id.in_(ids[FundingRequest]),
        Decision.decided_by_id.in_(ids[Person]),
    )
    wanted = select(Decision).where(Decision.letter_sha256.is_not(None), asked)
    return list(db.session.scalars(wanted.order_by(Decision.id)))


def _in_messages(replaced: Replace) -> None:
    for mail in db.session.scalars(select(Mail).where(Mail.sent_at.is_(None))):
        mail.subject, mail.body = replaced(mail.subject), replaced(mail.body)
    for notice in db.session.scalars(select(Notice).execution_options(yield_per=1000)):
        facts = walked(notice.facts, replaced)
        if facts != notice.facts:
            notice.facts = facts


def _empty(thing: Any) -> None:
    hashes = [getattr(thing, name) for name in FILES[type(thing)]]
    db.session.execute(update(Artefact).where(Artefact.sha256.in_([one for one in hashes if one])).values(content=None))
