"""Facts as they are kept: plain JSON, its fingerprint, and the facts read back. The hash is of the content."""

import hashlib
import json
from dataclasses import asdict, dataclass, fields, is_dataclass
from datetime import date
from enum import StrEnum
from types import NoneType
from typing import Any, get_args, get_type_hints

from app.reports.facts import Facts


@dataclass(frozen=True)
class Finished:
    """A rendered report: what is frozen beside its facts. `content_hash` is of the facts that it shows."""

    content_hash: str
    page_html: str
    pdf: bytes
    pages: int


def to_json(facts: Facts) -> dict[str, Any]:
    """What the database keeps; dates as ISO text."""
    kept: dict[str, Any] = json.loads(_canonical(facts))
    return kept


def content_hash(facts: Facts) -> str:
    """SHA-256 of the canonical JSON; its first 16 hex digits are the fingerprint that prints."""
    return hashlib.sha256(_canonical(facts).encode()).hexdigest()


def from_json(kept: dict[str, Any]) -> Facts:
    """The facts that `to_json` was given. What a later version of the app added has its default."""
    found = _read(Facts, kept)
    assert isinstance(found, Facts)  # noqa: S101  # what _read makes of the type it is given
    return found


def _read(kind: Any, kept: Any) -> Any:
    if kept is None:
        return None
    kind = _without_none(kind)
    if is_dataclass(kind) and isinstance(kind, type):
        hints = get_type_hints(kind)
        return kind(**{f.name: _read(hints[f.name], kept[f.name]) for f in fields(kind) if f.name in kept})
    if get_args(kind):
        return tuple(_read(get_args(kind)[0], one) for one in kept)
    if kind is date:
        return date.fromisoformat(kept)
    return kind(kept) if isinstance(kind, type) and issubclass(kind, StrEnum | float) else kept


def _without_none(kind: Any) -> Any:
    """The T of `T | None`."""
    parts = get_args(kind)
    return next(part for part in parts if part is not NoneType) if NoneType in parts else kind


def _canonical(facts: Facts) -> str:
    return json.dumps(asdict(facts), default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a report cannot hold {type(value).__name__}")
