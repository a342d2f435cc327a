"""Adding people, changing who they are and where they work, ending and giving back their access."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from app.accounts import policy
from app.accounts.actions import grants, sign_in
from app.accounts.errors import EmailTaken, NotYourself
from app.accounts.models import Credit, Membership, Person
from app.core import clock, events
from app.core.errors import NotAllowed
from app.core.locks import claim, hold
from app.extensions import db
from app.offices import days
from app.offices.models import Office


def add(
    *, email: str, name: str, language: str, office: Office | None, by: Person | None, at: datetime
) -> Person:
    """A person without a password, to be invited. Raises EmailTaken. `by` is None only for the first one, by CLI."""
    if by is not None and not policy.administers(by, office):
        raise NotAllowed
    _require_free(email)
    person = Person(email=email.lower(), name=name, language=language, created_at=at)
    db.session.add(person)
    try:
        db.session.flush()
    except IntegrityError:
        raise EmailTaken from None
    _place(person, office, at)
    events.record("person.added", person, by=by, at=at, office_id=person.office_id)
    return person


def update(person: Person, seen_lock: int, *, office: Office | None, by: Person, at: datetime, **texts: str) -> bool:
    """Change email, name, language, office. True where the person moved to another office.

    A move ends the rights that were held where the person no longer works. Raises LostUpdate, EmailTaken.
    """
    claim(person, seen_lock)
    if not policy.can_manage(by, person) or not policy.administers(by, office):
        raise NotAllowed
    if texts["email"] != person.email:
        _require_free(texts["email"])
    changed = _set(person, texts)
    moved = person.office_id != (office.id if office else None)
    if moved:
        _move(person, office, by, at)
    if changed or moved:
        events.record("person.updated", person, by=by, at=at, fields=[*changed, *(["office"] if moved else [])])
    return moved


def update_own(
    person: Person, seen_lock: int, *, name: str, language: str, at: datetime, credit: Credit | None = None
) -> None:
    """What people may change of themselves; no credit given leaves it as it is. Raises LostUpdate."""
    claim(person, seen_lock)
    changed = _set(person, {"name": name, "language": language})
    if credit and credit is not person.credit:
        person.credit = credit
        changed.append("credit")
    if changed:
        events.record("person.updated", person, by=person, at=at, fields=changed)


def set_credit(person: Person, credit: Credit, *, at: datetime) -> None:
    """The person says whether good work is told with their name. Harmless to repeat."""
    hold(person)
    if person.credit is not credit:
        person.credit = credit
        events.record("person.updated", person, by=person, at=at, fields=["credit"])


def set_password(person: Person, password_hash: str, *, at: datetime, but: Any = None) -> None:
    """A new password, by the person; all other sessions end."""
    person.password_hash = password_hash
    sign_in.end_all(person, by=person, at=at, but=but)
    events.record("person.password_set", person, by=person, at=at)


def deactivate(person: Person, *, by: Person, at: datetime) -> None:
    """End all access; what the person wrote stays theirs. Raises NotYourself, LastOfRole. Harmless to repeat."""
    if by.id == person.id:
        raise NotYourself
    if not policy.can_deactivate(by, person):
        raise NotAllowed
    grants.keep_the_last(person)
    if person.is_active:
        person.is_active = False
        person.forget_rights()
        sign_in.end_all(person, by=by, at=at)
        events.record("person.deactivated", person, by=by, at=at)


def reactivate(person: Person, *, by: Person, at: datetime) -> None:
    """Give access back. Harmless to repeat."""
    if not policy.can_deactivate(by, person):
        raise NotAllowed
    if not person.is_active:
        person.is_active = True
        person.forget_rights()
        events.record("person.reactivated", person, by=by, at=at)


def move_all(source: Office, target: Office, *, by: Person, at: datetime) -> None:
    """When an office closes, its people work in the one that goes on with its work."""
    for person in db.session.scalars(select(Person).where(Person.office_id == source.id)).all():
        _place(person, target, at)
        events.record("person.updated", person, by=by, at=at, fields=["office"])


def _set(person: Person, texts: dict[str, str]) -> list[str]:
    changed = [name for name, text in texts.items() if getattr(person, name) != text]
    for name in changed:
        setattr(person, name, texts[name])
    return changed


def _require_free(email: str) -> None:
    if db.session.scalar(select(Person.id).where(Person.email == email.lower())) is not None:
        raise EmailTaken


def _move(person: Person, office: Office | None, by: Person, at: datetime) -> None:
    is_first_place = person.office_id is None
    _place(person, office, at)
    if not is_first_place:
        grants.end_elsewhere(person, office, by=by, at=at)


def _place(person: Person, office: Office | None, at: datetime) -> None:
    """Close the membership that runs and open the next."""
    place = office or person.office
    on = days.today_at(place, at) if place else clock.today(at=at)
    running = db.session.scalars(
        select(Membership).where(Membership.person_id == person.id, Membership.to_on.is_(None))
    ).all()
    for membership in running:
        membership.to_on = on
    person.office_id = office.id if office else None
    if office:
        db.session.add(Membership(person_id=person.id, office_id=office.id, from_on=on))
    db.session.flush()
    db.session.expire(person, ["office"])
