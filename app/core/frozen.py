"""Dataclasses as they are kept for good: plain JSON, a hash of the content, and the dataclass read back."""

import hashlib
import json
from dataclasses import asdict, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import TYPE_CHECKING, Any, Literal, TypeVar, cast, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

T = TypeVar("T")


def to_json(thing: "DataclassInstance") -> dict[str, Any]:
    """What the database keeps; dates as ISO text. Raises TypeError for what JSON cannot hold."""
    kept: dict[str, Any] = json.loads(canonical(asdict(thing)))
    return kept


def content_hash(thing: "DataclassInstance") -> str:
    """SHA-256 of the canonical JSON; its first 16 hex digits are the fingerprint that prints."""
    return hashlib.sha256(canonical(asdict(thing)).encode()).hexdigest()


def from_json(kind: type[T], kept: dict[str, Any]) -> T:
    """The dataclass that `to_json` was given. What a later version of the app added has its default."""
    return cast("T", _read(kind, kept))


def canonical(values: dict[str, Any]) -> str:
    """One text for one content: sorted names, no blanks."""
    return json.dumps(values, default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _read(kind: Any, kept: Any) -> Any:
    if kept is None:
        return None
    kind = _without_none(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{f.name: _read(hints[f.name], kept[f.name]) for f in fields(kind) if f.name in kept})
    if get_args(kind) and get_origin(kind) is not Literal:
        return tuple(_read(get_args(kind)[0], one) for one in kept)
    if kind is date:
        return date.fromisoformat(kept)
    return kind(kept) if isinstance(kind, type) and issubclass(kind, StrEnum | float) else kept


def _without_none(kind: Any) -> Any:
    """The T of `T | None`."""
    parts = get_args(kind)
    return next(part for part in parts if part is not NoneType) if NoneType in parts else kind


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"what is frozen cannot hold {type(value).__name__}")
