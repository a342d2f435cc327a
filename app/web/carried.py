"""What somebody typed survives the end of their session: it is carried through signing in and sent again by them.

The refused write of our own page comes back as hidden fields of the sign-in form, then as a form with one button, to
the address it was meant for, with the new session's token. The server keeps nothing. Secrets and files do not travel.
Only who typed it gets it back: on a shared device somebody else may sign in (whose.py).
"""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import current_app, request

from app.web import access, whose
from app.web.security import is_same_origin

SECRET = ("password", "token", "code")
NEVER = ("csrf_token", "carried", "carried_to", "carried_for", "next")
STAMPS = ("lock", "keep-", "have-")
"""Beginnings of the names of fields that say what somebody saw, not what they wrote."""
MOST_FIELDS = 500
LONGEST_SHOWN = 300


@dataclass(frozen=True)
class Carried:
    """Where a form was sent to, its fields in their order, and the mark of who typed them."""

    path: str
    fields: tuple[tuple[str, str], ...]
    mark: str

    def is_of(self, person_id: int) -> bool:
        return whose.is_of(self.mark, person_id)

    @property
    def packed(self) -> str:
        return json.dumps(self.fields, ensure_ascii=False)

    @property
    def shown(self) -> list[str]:
        """The beginnings of what people wrote, to know it again."""
        texts = (value for name, value in self.fields if not name.startswith(STAMPS))
        return [text[:LONGEST_SHOWN] for text in texts if len(text.split()) > 1]


def refused() -> Carried | None:
    """What this refused write brought; None where it is not of our own page, was typed by somebody else than who is
    signed in now, or brought nothing to keep."""
    if request.method != "POST" or not is_same_origin() or is_for_anyone():
        return None
    mark, viewer = whose.in_token(request.form.get("csrf_token", "")), access.viewer_or_none()
    brought = _carried(request.full_path.rstrip("?"), [*request.form.items(multi=True)], mark)
    return None if brought and viewer and not brought.is_of(viewer.id) else brought


def returned() -> Carried | None:
    """What the sign-in form carries; None where that is nothing or damaged."""
    try:
        fields = [(str(name), str(value)) for name, value in json.loads(request.form.get("carried", ""))]
        "".join(text for field in fields for text in field).encode()  # half a sign cannot be shown again
    except (ValueError, TypeError, RecursionError):
        return None
    return _carried(request.form.get("carried_to", ""), fields, request.form.get("carried_for", ""))


def is_for_anyone() -> bool:
    """The request is for a page that asks for no session."""
    view = current_app.view_functions.get(request.endpoint or "")
    return view is None or access.statement(view) == access.PUBLIC


def _carried(path: str, fields: list[tuple[str, str]], mark: str) -> Carried | None:
    kept = tuple((name, value) for name, value in fields if name not in NEVER and not _is_secret(name))
    parts = urlsplit(path)
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.scheme and path.isprintable()
    return Carried(path, kept, mark) if kept and is_ours and len(kept) <= MOST_FIELDS else None


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRET)
