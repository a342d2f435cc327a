"""Adding and changing offices. Where they hang is in moves.py, how they end in closings.py."""

import re
import unicodedata
from datetime import datetime

from sqlalchemy import select

from app.core import clock, events
from app.core.errors import NotAllowed
from app.core.locks import claim, hold
from app.extensions import db
from app.offices import days, policy, queries
from app.offices.errors import OfficeClosed, SlugShape, SlugTaken, TreeTooDeep
from app.offices.models import Office, OfficeParent
from app.offices.policy import Member

MOST_LEVELS = 12
RESERVED = {"new"}
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def found_agency(name: str, *, at: datetime) -> Office:
    """The top of the tree, once per installation."""
    return _store(name, None, "", "en", None, by=None, at=at)


def add(
    parent: Office, *, name: str, slug: str, language: str, staff_count: int | None, by: Member, at: datetime
) -> Office:
    """A new office below another. Without a short name it gets one from its name. Raises SlugShape, SlugTaken."""
    if not policy.can_manage(by, parent):
        raise NotAllowed
    hold_the_tree()
    db.session.refresh(parent)
    if parent.closed_on:
        raise OfficeClosed
    if len(parent.ancestor_ids) >= MOST_LEVELS:
        raise TreeTooDeep(most=MOST_LEVELS)
    return _store(name, parent, slug, language, staff_count, by=by, at=at)


def update(
    office: Office, seen_lock: int, *, name: str, language: str, staff_count: int | None, by: Member, at: datetime
) -> None:
    """Change its name, language and size; the short name stays, it stands on posters. Raises LostUpdate."""
    claim(office, seen_lock)
    if not policy.can_manage(by, office):
        raise NotAllowed
    wanted = {"name": name, "language": language, "staff_count": staff_count}
    changed = [field for field, value in wanted.items() if getattr(office, field) != value]
    for field in changed:
        setattr(office, field, wanted[field])
    if changed:
        db.session.flush()
        events.record("office.updated", office, by=by, at=at, office_id=office.id, fields=changed)


def hold_the_tree() -> None:
    """One change of the tree at a time: two moves at once could otherwise hang each office below the other."""
    root = queries.root()
    if root:
        hold(root)


def _store(
    name: str, parent: Office | None, slug: str, language: str, staff_count: int | None,
    *, by: Member | None, at: datetime,
) -> Office:  # fmt: skip
    chosen = _free_slug(slug) if slug else _slug_from(name)
    on = days.today_at(parent, at) if parent else clock.today(at=at)
    office = Office(
        name=name, slug=chosen, parent_id=parent.id if parent else None, path="/", language=language,
        staff_count=staff_count, opened_on=on,
    )  # fmt: skip
    db.session.add(office)
    db.session.flush()
    office.path = f"{parent.path if parent else '/'}{office.id}/"
    db.session.add(OfficeParent(office_id=office.id, parent_id=office.parent_id, from_on=on))
    db.session.flush()
    events.record("office.added", office, by=by, at=at, office_id=office.id, parent_id=office.parent_id)
    return office


def _free_slug(slug: str) -> str:
    if not _SLUG.fullmatch(slug) or len(slug) > 80:
        raise SlugShape
    if _is_taken(slug):
        raise SlugTaken
    return slug


def _slug_from(name: str) -> str:
    """A short name in ASCII; names in other scripts get "office", and a number where that is taken."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    stem = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or "office"
    slug, number = stem, 2
    while _is_taken(slug):
        slug, number = f"{stem}-{number}", number + 1
    return slug


def _is_taken(slug: str) -> bool:
    return slug in RESERVED or db.session.scalar(select(Office.id).where(Office.slug == slug)) is not None
