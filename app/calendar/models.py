"""The secret link by which a person's calendar program reads what is theirs. The calendar itself owns nothing."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import UtcDateTime, code
from app.extensions import Model


class Shows(StrEnum):
    """Whose dates: the person's own, those of the person's office and below, or all that the person may read."""

    MINE = "mine"
    OFFICE = "office"
    ALL = "all"


class CalendarFeed(Model):
    """A link that works without signing in, until it is ended. The token is stored hashed; one runs per person."""

    __tablename__ = "calendar_feed"
    __table_args__ = (
        Index(
            "uq_calendar_feed_running", "person_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    token_hash: Mapped[str] = mapped_column(String(64), nullable=False, unique=True)
    shows: Mapped[Shows] = mapped_column(code(Shows), nullable=False)
    made_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship()
