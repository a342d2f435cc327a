"""People, their sessions and one-use links, their roles on an office subtree, and who owns which channel.

A person's rights are read from `grants` and `ownerships` only: champions and deputies get a grant from their seat,
and it ends with the seat.
"""

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, event
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.rights import RightsHolder
from app.core.columns import Lockable, UtcDateTime, code
from app.extensions import Model
from app.offices.models import Channel, Office


class Role(StrEnum):
    CHAMPION = "champion"
    DEPUTY = "deputy"
    COACH = "coach"
    SPONSOR = "sponsor"
    REVIEWER = "reviewer"
    LEADER = "leader"
    PROGRAM_OFFICE = "program_office"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class LinkKind(StrEnum):
    INVITATION = "invitation"
    PASSWORD_RESET = "password_reset"  # noqa: S105  # the name of a kind of link


class Credit(StrEnum):
    """Whether good work is told with the person's name. Not asked yet counts as no, but for a seat, which is public."""

    UNSET = "unset"
    BY_NAME = "by_name"
    NO_NAME = "no_name"


class Person(RightsHolder, Lockable, Model):
    """Someone who can sign in. Never deleted; `is_active` ends access. `email` is stored folded to lower case."""

    __tablename__ = "person"

    id: Mapped[int] = mapped_column(primary_key=True)
    email: Mapped[str] = mapped_column(String(254), nullable=False, unique=True)
    name: Mapped[str] = mapped_column(String(200), nullable=False)
    office_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"), index=True)
    language: Mapped[str] = mapped_column(String(10), nullable=False, default="en")
    password_hash: Mapped[str | None] = mapped_column(String(200))
    is_active: Mapped[bool] = mapped_column(nullable=False, default=True)
    is_demo: Mapped[bool] = mapped_column(nullable=False, default=False)
    credit: Mapped[Credit] = mapped_column(code(Credit), nullable=False, default=Credit.UNSET)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)

    office: Mapped[Office | None] = relationship()
    grants: Mapped[list["RoleGrant"]] = relationship(
        primaryjoin="and_(RoleGrant.person_id == Person.id, RoleGrant.to_on.is_(None))",
        foreign_keys="RoleGrant.person_id",
        viewonly=True,
    )
    ownerships: Mapped[list["ChannelOwnership"]] = relationship(
        primaryjoin="and_(ChannelOwnership.person_id == Person.id, ChannelOwnership.to_on.is_(None))",
        viewonly=True,
    )

    is_authenticated, is_anonymous = True, False

    def get_id(self) -> str:
        """For Flask-Login; the session's token decides who it is (sessions.py)."""
        return str(self.id)

    @property
    def display_name(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        first, *rest = self.name.split() or [""]
        return first[:1] + rest[-1][:1] if rest else self.name[:2]


@event.listens_for(Person, "expire")
def _forget_rights(person: Person | None, _columns: object) -> None:
    if person is not None:  # nobody holds the object any more, only the session's note of it
        person.forget_rights()


class Membership(Model):
    """Which office someone worked in, when. A move ends rights, not authorship."""

    __tablename__ = "membership"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    from_on: Mapped[date] = mapped_column(nullable=False)
    to_on: Mapped[date | None]


class RoleGrant(Model):
    """A role on an office and all below it, for a cycle or for good, from a day until it is ended (`to_on`)."""

    __tablename__ = "role_grant"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    role: Mapped[Role] = mapped_column(code(Role), nullable=False, index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    cycle_id: Mapped[int | None] = mapped_column(ForeignKey("cycle.id"), index=True)
    seat_id: Mapped[int | None] = mapped_column(ForeignKey("seat.id"), index=True)
    from_on: Mapped[date] = mapped_column(nullable=False)
    to_on: Mapped[date | None]

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
    office: Mapped[Office] = relationship(lazy="joined", innerjoin=True)


class ChannelOwnership(Model):
    """Who answers for a channel, from a day until `to_on`. At most one in force per channel."""

    __tablename__ = "channel_ownership"

    id: Mapped[int] = mapped_column(primary_key=True)
    channel_id: Mapped[int] = mapped_column(ForeignKey("channel.id"), nullable=False, index=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    from_on: Mapped[date] = mapped_column(nullable=False)
    to_on: Mapped[date | None]

    channel: Mapped[Channel] = relationship()
    person: Mapped[Person] = relationship(foreign_keys=[person_id])


class SignInSession(Model):
    """One signed-in browser. The cookie holds a token; here lies its hash."""

    __tablename__ = "sign_in_session"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    token_hash: Mapped[str] = mapped_column(String(64), nullable=False, unique=True)
    device: Mapped[str] = mapped_column(String(120), nullable=False, default="")
    started_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship()


class OneUseLink(Model):
    """An invitation or a password reset: opened by GET, spent by POST, once, before it expires. Stored hashed."""

    __tablename__ = "one_use_link"

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    kind: Mapped[LinkKind] = mapped_column(code(LinkKind), nullable=False)
    token_hash: Mapped[str] = mapped_column(String(64), nullable=False, unique=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship()


class SignInFailure(Model):
    """A failed sign-in, counted per account; unknown accounts are counted alike. The account is stored hashed."""

    __tablename__ = "sign_in_failure"
    __table_args__ = (Index("ix_sign_in_failure_account", "account_hash", "at"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    account_hash: Mapped[str] = mapped_column(String(64), nullable=False)
    at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
