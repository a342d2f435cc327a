"""Offices, how they hung together when, their channels, and the dated rules for reports that go down the tree."""

from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.core.columns import Lockable, code
from app.extensions import Model


class ChannelKind(StrEnum):
    COUNTER = "counter"
    PHONE = "phone"
    WEB = "web"
    EMAIL = "email"
    MAIL = "mail"
    FIELD = "field"
    CHAT = "chat"
    SOCIAL = "social"


class Office(Lockable, Model):
    """A node of the tree. `path` ("/1/4/9/") is today's tree, for subtree queries; history is in OfficeParent.

    Never deleted: `closed_on` ends it, and OfficeSuccession says who came after.
    """

    __tablename__ = "office"

    id: Mapped[int] = mapped_column(primary_key=True)
    slug: Mapped[str] = mapped_column(String(80), nullable=False, unique=True)
    name: Mapped[str] = mapped_column(String(200), nullable=False)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"), index=True)
    path: Mapped[str] = mapped_column(String(400), nullable=False, index=True)
    language: Mapped[str] = mapped_column(String(10), nullable=False, default="en")
    staff_count: Mapped[int | None]
    opened_on: Mapped[date] = mapped_column(nullable=False)
    closed_on: Mapped[date | None]

    parent: Mapped["Office | None"] = relationship(remote_side=[id])
    channels: Mapped[list["Channel"]] = relationship(back_populates="office", order_by="Channel.id")

    def is_within(self, other: "Office") -> bool:
        """True for the office itself and for everything below it."""
        return self.path.startswith(other.path)

    @property
    def ancestor_ids(self) -> list[int]:
        """Ids from the root down to this office, itself included."""
        return [int(part) for part in self.path.strip("/").split("/")]


class OfficeParent(Model):
    """Where an office hung, from a day up to (not including) another."""

    __tablename__ = "office_parent"
    __table_args__ = (UniqueConstraint("office_id", "from_on"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("office.id"), index=True)
    from_on: Mapped[date] = mapped_column(nullable=False)
    to_on: Mapped[date | None]


class OfficeSuccession(Model):
    """An office's work went on in another from a day on."""

    __tablename__ = "office_succession"
    __table_args__ = (UniqueConstraint("office_id", "successor_id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False)
    successor_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    from_on: Mapped[date] = mapped_column(nullable=False)


class Channel(Model):
    """One way in which customers reach an office. Its owner is in accounts (ChannelOwnership)."""

    __tablename__ = "channel"
    __table_args__ = (UniqueConstraint("office_id", "kind", "name"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False, index=True)
    kind: Mapped[ChannelKind] = mapped_column(code(ChannelKind), nullable=False)
    name: Mapped[str] = mapped_column(String(120), nullable=False, default="")
    closed_on: Mapped[date | None]

    office: Mapped[Office] = relationship(back_populates="channels")


class OfficeRules(Model):
    """Rules for reports from a day on; what is None comes from the office above. The newest begun holds."""

    __tablename__ = "office_rules"
    __table_args__ = (
        UniqueConstraint("office_id", "from_on"),
        CheckConstraint("ack_days IS NULL OR ack_days BETWEEN 0 AND 60", name="ack_days"),
        CheckConstraint("answer_days IS NULL OR answer_days BETWEEN 1 AND 260", name="answer_days"),
        Index("ix_office_rules_lookup", "office_id", "from_on"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("office.id"), nullable=False)
    from_on: Mapped[date] = mapped_column(nullable=False)
    ack_days: Mapped[int | None]
    answer_days: Mapped[int | None]
    anonymous_allowed: Mapped[bool | None]
    smallest_group: Mapped[int | None]
    time_zone: Mapped[str | None] = mapped_column(String(60))
    holidays: Mapped[list[Any] | None] = mapped_column(JSON(none_as_null=True))


class TreeStamp(Model):
    """One row, whose token the database renews with every change of an office or of rules; see offices/kept.py."""

    __tablename__ = "tree_stamp"
    __table_args__ = (CheckConstraint("id = 1", name="one_row"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    token: Mapped[str] = mapped_column(String(40), nullable=False)
