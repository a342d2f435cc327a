"""Reading people, their roles, sessions and channels. Nothing here writes."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Select, and_, func, or_, select
from sqlalchemy.orm import joinedload, selectinload

from app.accounts.errors import PersonUnknown, SeveralPeople
from app.accounts.models import ChannelOwnership, Membership, OneUseLink, Person, Role, RoleGrant, SignInSession
from app.core import keyset
from app.core.keyset import Order, Slice
from app.extensions import db
from app.offices import queries as offices
from app.offices.models import Channel, Office
from app.web.figures import listed

SHOWN_CHOICES = 3
ORDER: Order[Person] = Order((Person.id,), lambda person: person.id)


@dataclass(frozen=True)
class PeopleFilter:
    words: str = ""
    role: str = ""
    office: Office | None = None
    inactive: bool = False


def get(person_id: int) -> Person | None:
    return db.session.get(Person, person_id)


def get_by_email(email: str) -> Person | None:
    return db.session.scalar(select(Person).where(Person.email == email.strip().lower()))


def get_grant(person_id: int, grant_id: int) -> RoleGrant | None:
    grant = db.session.get(RoleGrant, grant_id)
    return grant if grant and grant.person_id == person_id else None


def get_link(token_hash: str) -> OneUseLink | None:
    return db.session.scalar(
        select(OneUseLink).where(OneUseLink.token_hash == token_hash).options(joinedload(OneUseLink.person))
    )


def get_session(person: Person, session_id: int) -> SignInSession | None:
    found = db.session.get(SignInSession, session_id)
    return found if found and found.person_id == person.id else None


def running_sessions(person: Person) -> Sequence[SignInSession]:
    """Newest first."""
    return db.session.scalars(
        select(SignInSession)
        .where(SignInSession.person_id == person.id, SignInSession.ended_at.is_(None))
        .order_by(SignInSession.seen_at.desc(), SignInSession.id.desc())
    ).all()


def all_grants(person: Person) -> Sequence[RoleGrant]:
    """Roles held now and before, the newest first."""
    return db.session.scalars(
        select(RoleGrant).where(RoleGrant.person_id == person.id).order_by(RoleGrant.id.desc())
    ).all()


def memberships(person: Person) -> Sequence[tuple[Membership, Office]]:
    """Where the person worked, the newest first."""
    rows = db.session.execute(
        select(Membership, Office)
        .join(Office, Office.id == Membership.office_id)
        .where(Membership.person_id == person.id)
        .order_by(Membership.id.desc())
    )
    return [(row[0], row[1]) for row in rows]


def channels_of(office: Office) -> dict[Channel, Person | None]:
    """The channels of an office in their order, and who owns each now."""
    owned = and_(ChannelOwnership.channel_id == Channel.id, ChannelOwnership.to_on.is_(None))
    rows = db.session.execute(
        select(Channel, Person)
        .outerjoin(ChannelOwnership, owned)
        .outerjoin(Person, Person.id == ChannelOwnership.person_id)
        .where(Channel.office_id == office.id)
        .order_by(Channel.id)
    )
    return {channel: owner for channel, owner in rows}  # noqa: C416  # a Row is no pair for dict()


def offices_answered_for(person: Person) -> Sequence[Office]:
    """The office of each channel that the person owns now, as often as there are channels."""
    return db.session.scalars(
        select(Office)
        .join(Channel, Channel.office_id == Office.id)
        .join(ChannelOwnership, ChannelOwnership.channel_id == Channel.id)
        .where(ChannelOwnership.person_id == person.id, ChannelOwnership.to_on.is_(None))
        .order_by(Channel.id)
    ).all()


def page(wanted: PeopleFilter, after: int | None = None, before: int | None = None) -> Slice[Person]:
    """People, newest first."""
    asked = _filtered(wanted).options(joinedload(Person.office), selectinload(Person.grants))
    return keyset.page(asked, ORDER, after, before)


def pick(words: str, field: str) -> Person:
    """The one active person whom these words mean: an address, a name, or a part of it.

    Raises PersonUnknown or SeveralPeople, which stand beside `field`.
    """
    for condition in (Person.email == words.lower(), Person.name == words, _holds(words)):
        found = db.session.scalars(select(Person).where(condition, Person.is_active).limit(SHOWN_CHOICES + 1)).all()
        if len(found) == 1:
            return found[0]
        if found:
            choices = listed(f"{person.name} ({person.email})" for person in found[:SHOWN_CHOICES])
            raise SeveralPeople(field, words, choices)
    raise PersonUnknown(field, words)


def holders(role: Role, office: Office) -> Select[Person]:
    """Active people who hold the role on exactly this office."""
    return (
        select(Person)
        .join(RoleGrant, RoleGrant.person_id == Person.id)
        .where(RoleGrant.role == role, RoleGrant.office_id == office.id, RoleGrant.to_on.is_(None), Person.is_active)
    )


def is_held(role: Role, office: Office) -> bool:
    """True where an active person holds the role on exactly this office."""
    return db.session.scalar(holders(role, office).limit(1)) is not None


def _filtered(wanted: PeopleFilter) -> Select[Person]:
    query = select(Person).where(Person.is_active.is_(not wanted.inactive))
    if wanted.words:
        query = query.where(_holds(wanted.words))
    if wanted.role in [role.value for role in Role]:
        held = select(RoleGrant.person_id).where(RoleGrant.role == Role(wanted.role), RoleGrant.to_on.is_(None))
        query = query.where(Person.id.in_(held))
    if wanted.office is not None:
        query = query.where(Person.office_id.in_(offices.subtree_ids(wanted.office)))
    return query


def _holds(words: str) -> ColumnElement[bool]:
    """Name or address holds the words. SQLite lowers ASCII only, so other scripts are tried in usual spellings."""
    spellings = {words, words.lower(), words.title(), words.upper()}
    return or_(
        func.lower(Person.name).contains(words.lower(), autoescape=True),
        Person.email.contains(words.lower(), autoescape=True),
        *(Person.name.contains(spelling, autoescape=True) for spelling in spellings),
    )
