"""Saving a draft part by part. What two people wrote in the same part is never overwritten unseen.

Every part comes with the stamp of what its writer saw. Other parts are saved; a part that somebody changed in between
comes back as a conflict with both texts, until its writer has seen them and chosen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from app.accounts.models import Person
from app.core import events
from app.core.errors import NotAllowed, NotNow
from app.extensions import db
from app.offices.models import Channel
from app.plans import content, policy, queries
from app.plans.models import PlanChange, PlanVersion, SectionText
from app.plans.sections import TEXTS


@dataclass(frozen=True)
class Choice:
    """What somebody chose after seeing both texts; `stamp` is the other text that they saw."""

    is_mine: bool
    stamp: str


@dataclass(frozen=True)
class Entry:
    """One part as somebody wants it. `seen` is the stamp of what they started from; None where it got lost, or where
    a program sent the part that knows no stamps: then only what nobody but its sender wrote is replaced."""

    key: str
    value: Any
    seen: str | None
    choice: Choice | None = None


@dataclass(frozen=True)
class Conflict:
    """A part that two people changed: what was typed, what is saved, and the stamp of what is saved."""

    key: str
    mine: Any
    theirs: Any
    stamp: str


def save(version: PlanVersion, entries: Sequence[Entry], *, by: Person, at: datetime) -> list[Conflict]:
    """Write what can be written; give back the parts that somebody else changed in between.

    Raises NotAllowed for who may not write in it, NotNow where the version is no draft any more.
    """
    version = _locked(version)
    if not policy.can_write(by, version.plan):
        raise NotAllowed
    if version.state not in policy.EDITABLE:
        raise NotNow
    now = content.of(version)
    own = queries.written_alone_by(by, version.plan, [entry.key for entry in entries if entry.seen is None])
    found = (_conflict(entry, now.part(entry.key), is_own=entry.key in own) for entry in entries)
    conflicts = [conflict for conflict in found if conflict]
    blocked = {conflict.key for conflict in conflicts}
    wanted = {e.key: e.value for e in entries if e.key not in blocked and not _keeps_saved(e)}
    changed = {key: value for key, value in wanted.items() if value != now.part(key)}
    if changed:
        _write(version, changed)
        version.saved_at, version.saved_by_id = at, by.id
        db.session.flush()
        digests = {key: _digest(value, version.salt) for key, value in changed.items()}
        plan = version.plan
        events.record("plan.saved", plan, by=by, at=at, office_id=plan.office_id, version=version.number, parts=digests)
    return conflicts


def _locked(version: PlanVersion) -> PlanVersion:
    """The row of the version, read again under a lock: two savers queue here."""
    asked = select(PlanVersion).where(PlanVersion.id == version.id).with_for_update()
    return db.session.execute(asked.execution_options(populate_existing=True)).scalar_one()


def _conflict(entry: Entry, saved: Any, *, is_own: bool) -> Conflict | None:
    stamp = content.stamp(saved)
    if entry.value == saved or entry.seen == stamp or _is_untouched(entry):
        return None
    if entry.seen is None and (is_own or not _says_something(saved)):
        return None
    if entry.choice is not None and (entry.choice.stamp == stamp or not entry.choice.is_mine):
        return None
    return Conflict(entry.key, entry.value, saved, stamp)


def _is_untouched(entry: Entry) -> bool:
    """Its writer left it as they saw it, so whatever stands there now stays."""
    return entry.seen == content.stamp(entry.value)


def _keeps_saved(entry: Entry) -> bool:
    return _is_untouched(entry) if entry.choice is None else not entry.choice.is_mine


def _says_something(part: Any) -> bool:
    return part not in ("", (), (None, None))


def _write(version: PlanVersion, changed: dict[str, Any]) -> None:
    known = {section.key: section for section in version.sections}
    for key in changed.keys() & set(TEXTS):
        if key not in known:  # a section that the cycle has of its own
            known[key] = SectionText(key=key, position=TEXTS.index(key), words="")
            version.sections.append(known[key])
        known[key].words = changed[key]
    if "days" in changed:
        version.today_days, version.after_days = changed["days"]
    if "changes" in changed:
        _write_changes(version, changed["changes"])
    if "channels" in changed:
        own = Channel.office_id == version.plan.office_id
        asked = select(Channel).where(Channel.id.in_(changed["channels"]), own)
        version.channels = list(db.session.scalars(asked))


def _write_changes(version: PlanVersion, changes: tuple[content.ChangeText, ...]) -> None:
    """Old rows go first: two rows must never hold one position."""
    version.changes = []
    db.session.flush()
    version.changes = [PlanChange(position=position, **vars(change)) for position, change in enumerate(changes)]


def _digest(value: Any, salt: bytes) -> str:
    return events.text_digest(value if isinstance(value, str) else content.stamp(value), salt)
