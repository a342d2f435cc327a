"""Column types and mixins that several tables share."""

import secrets
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import DateTime, Dialect, Enum, Integer, LargeBinary
from sqlalchemy.orm import Mapped, declared_attr, mapped_column
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Refuses one without a time zone (ValueError); gives back UTC on both databases."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("an instant needs a time zone")
        value = value.astimezone(UTC)
        return value.replace(tzinfo=None) if dialect.name == "sqlite" else value

    def process_result_value(self, value: datetime | None, _dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


class Lockable:
    """A row that people edit: a second save from the same lock number is a lost update, never a silent one."""

    lock: Mapped[int] = mapped_column(Integer, nullable=False, default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.__table__.c.lock}  # type: ignore[attr-defined]  # the mapped class has it


def new_salt() -> bytes:
    """Sixteen random bytes that lie with a person's text, and die with it."""
    return secrets.token_bytes(16)


class Salted:
    """A row with a person's text: events carry a digest of the text, made with this salt."""

    salt: Mapped[bytes] = mapped_column(LargeBinary(16), nullable=False, default=new_salt)


def code(choices: type[StrEnum]) -> Enum:
    """A column that holds one of a vocabulary's codes, as text on both databases."""
    return Enum(choices, native_enum=False, length=20, values_callable=lambda members: [m.value for m in members])
