"""Keyset pages, newest first: flat at any size, because no row before the page is ever counted or skipped."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from flask import request, url_for

T = TypeVar("T")

PAGE_SIZE = 25


@dataclass(frozen=True)
class Slice(Generic[T]):
    """One page of a list, as a query gives it. `after`/`before` are the public numbers of its last and first row."""

    rows: Sequence[T]
    after: str | None = None
    before: str | None = None


@dataclass(frozen=True)
class Pager:
    """Where the links at the foot of a list lead; None where there is nothing."""

    first_href: str | None
    previous_href: str | None
    next_href: str | None
    label: str = ""


def pager(page: Slice[Any], label: str = "") -> Pager:
    """Links for the current address, its filters kept."""
    return Pager(
        first_href=_href() if request.args.get("after") or request.args.get("before") else None,
        previous_href=_href(before=page.before) if page.before else None,
        next_href=_href(after=page.after) if page.after else None,
        label=label,
    )


def _href(**cursor: str) -> str:
    kept = {key: value for key, value in request.args.to_dict(flat=False).items() if key not in ("after", "before")}
    return url_for(str(request.endpoint), **{**(request.view_args or {}), **kept, **cursor})
