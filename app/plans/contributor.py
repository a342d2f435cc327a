"""A colleague who writes along in one draft. The row; who may add and remove them is in actions/contribute.py."""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from app.accounts.models import Person
from app.core.columns import UtcDateTime
from app.extensions import Model


class Contributor(Model):
    """The right ends when it is taken back (`ended_at`), with the seat that gave it, and when the version is no draft
    any more."""

    __tablename__ = "contributor"
    __table_args__ = (
        Index(
            "uq_contributor_current", "version_id", "person_id", unique=True,
            sqlite_where=text("ended_at IS NULL"), postgresql_where=text("ended_at IS NULL"),
        ),
    )  # fmt: skip

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plan.id"), nullable=False, index=True)
    version_id: Mapped[int] = mapped_column(ForeignKey("plan_version.id"), nullable=False)
    seat_id: Mapped[int] = mapped_column(ForeignKey("seat.id"), nullable=False)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False, index=True)
    added_by_id: Mapped[int] = mapped_column(ForeignKey("person.id"), nullable=False)
    added_at: Mapped[datetime] = mapped_column(UtcDateTime, nullable=False)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    person: Mapped[Person] = relationship(foreign_keys=[person_id])
