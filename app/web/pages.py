"""The links at the foot of a list. Reading its pages is in core/keyset."""

from dataclasses import dataclass
from typing import Any

from flask import request, url_for

from app.core.keyset import Slice


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
