"""Taking a person's text out of the house by a legal ground: rows, versions, frozen copies and the index, in one go.

The rows stay and say visibly that a text was here. Salts are replaced, so that digests in the log prove nothing any
more. What was printed is emptied, its hash kept; reissue.py prints it again.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy import select, update

from app.accounts.models import Person, Role
from app.audit import copies
from app.audit.things import find
from app.core import events
from app.core.columns import Salted, new_salt
from app.core.errors import N_, BrokenRule, NotAllowed
from app.extensions import db
from app.notices.models import Mail
from app.pain_points.models import PainPoint, Reply, Sighting
from app.plans.models import SECTIONS, Plan, PlanChange, PlanVersion, SectionText
from app.search import sources
from app.search.index import Kind

POINT_FIELDS = ("happening", "title", "suggestion")


class NothingToRedact(BrokenRule):
    field = "field"
    message = N_("There is no such text. Fields of a report: happening, title, suggestion, reply:<id>, sighting:<id>. "
                 "Fields of a plan: a section's name, or change:<position>.")  # fmt: skip


@dataclass
class Outcome:
    """What was done. `reissue_ids` are plan versions to print again, `remains` what a person must look at."""

    ref: str
    texts: int = 0
    reissue_ids: list[int] = field(default_factory=list)
    remains: list[str] = field(default_factory=list)


def mark_of(at: datetime) -> str:
    """What stands where the text was."""
    return f"█████ [redacted {at.date().isoformat()}]"


def redact(ref: str, name: str, *, ground: str, by: Person, at: datetime) -> Outcome:
    """Replace a text everywhere by the mark, in the running transaction. Safe to repeat (then NothingToRedact).

    `ref` is PP-<n> or P-<n>; `name` a field as NothingToRedact lists them; `ground` the law or rule, as a short code
    for the log. Raises NotAllowed (not an administrator), NothingToRedact.
    """
    if not by.has_role(Role.ADMINISTRATOR):
        raise NotAllowed
    kind, thing_id = find(ref) or ("", 0)
    erase = {"pain_point": _in_pain_point, "plan": _in_plan}.get(kind)
    texts = erase(thing_id, name, mark_of(at)) if erase else []
    if not texts:
        raise NothingToRedact
    db.session.flush()
    outcome = Outcome(ref, len(texts))
    _in_copies(outcome, sorted(texts, key=len, reverse=True), mark_of(at))
    sources.refresh(Kind(kind), thing_id)
    thing = _thing(kind, thing_id)
    events.record(
        f"{kind}.redacted", thing, by=by, at=at, office_id=thing.office_id, field=name, ground=ground[:120],
        versions=outcome.reissue_ids,
    )  # fmt: skip
    return outcome


def _thing(kind: str, thing_id: int) -> PainPoint | Plan:
    if kind == "pain_point":
        return db.session.get_one(PainPoint, thing_id)
    return db.session.get_one(Plan, thing_id)


def _in_pain_point(point_id: int, name: str, mark: str) -> list[str]:
    """A title is made of the first words of what happens, so it goes with it."""
    point = db.session.get_one(PainPoint, point_id)
    table, _, number = name.partition(":")
    if table in ("reply", "sighting"):
        row = _reply_or_sighting(table, number)
        return _erase(row, ("words",), mark) if row is not None and row.pain_point_id == point_id else []
    if name not in POINT_FIELDS:
        return []
    return _erase(point, ("happening", "title") if name == "happening" else (name,), mark)


def _reply_or_sighting(table: str, number: str) -> Reply | Sighting | None:
    if not (number.isascii() and number.isdigit() and len(number) < 10):
        return None
    return db.session.get(Reply, int(number)) if table == "reply" else db.session.get(Sighting, int(number))


def _in_plan(plan_id: int, name: str, mark: str) -> list[str]:
    """In every version, drafts included."""
    versions = select(PlanVersion.id).where(PlanVersion.plan_id == plan_id)
    if name in SECTIONS:
        sections = select(SectionText).where(SectionText.version_id.in_(versions), SectionText.key == name)
        found = [text for row in db.session.scalars(sections) for text in _erase(row, ("words",), mark)]
        if name == "title" and found:
            db.session.execute(update(Plan).where(Plan.id == plan_id).values(title=mark))
        return found
    table, _, position = name.partition(":")
    if table != "change" or not position.isdigit():
        return []
    changes = select(PlanChange).where(PlanChange.version_id.in_(versions), PlanChange.position == int(position))
    return [text for row in db.session.scalars(changes) for text in _erase(row, ("what", "rule_owner"), mark)]


def _erase(row: Salted, names: tuple[str, ...], mark: str) -> list[str]:
    """Put the mark in the place of each text that is not empty and not marked yet; the old texts come back."""
    old = {name: str(getattr(row, name)) for name in names}
    told = {name: text for name, text in old.items() if text.strip() and not text.startswith(mark[:5])}
    for name in told:
        setattr(row, name, mark)
    if told:
        row.salt = new_salt()
    return list(told.values())


def _in_copies(outcome: Outcome, texts: list[str], mark: str) -> None:
    replaced: Callable[[str], str] = copies.replacing(texts, mark)
    outcome.reissue_ids = copies.in_plan_versions(replaced)
    outcome.remains = copies.in_reports(replaced) + copies.in_requests(replaced)
    for mail in db.session.scalars(select(Mail).where(Mail.sent_at.is_(None))):
        mail.subject, mail.body = replaced(mail.subject), replaced(mail.body)
