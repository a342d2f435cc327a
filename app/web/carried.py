"""What somebody typed survives the end of their session: it is carried through signing in and sent again by them.

The refused write of our own page comes back as hidden fields of the sign-in form, then as a form with one button, to
the address it was meant for, with the new session's token. The server keeps nothing. Secrets and files do not travel.
"""

import json
from dataclasses import dataclass
from urllib.parse import urlsplit

from flask import current_app, request

from app.web import access
from app.web.security import is_same_origin

SECRET = ("password", "token", "code")
NEVER = ("csrf_token", "carried", "carried_to", "next")
MOST_FIELDS = 500
LONGEST_SHOWN = 300


@dataclass(frozen=True)
class Carried:
    """Where a form was sent to, and its fields in their order."""

    path: str
    fields: tuple[tuple[str, str], ...]

    @property
    def packed(self) -> str:
        return json.dumps(self.fields, ensure_ascii=False)

    @property
    def shown(self) -> list[str]:
        """The beginnings of what people wrote, to know it again."""
        texts = (value for name, value in self.fields if not name.startswith(("lock", "keep-", "have-")))
        return [text[:LONGEST_SHOWN] for text in texts if len(text.split()) > 1]


def refused() -> Carried | None:
    """What this refused write brought; None where it is not of our own page or brought nothing to keep."""
    if request.method != "POST" or not is_same_origin() or is_for_anyone():
        return None
    return _carried(request.full_path.rstrip("?"), [*request.form.items(multi=True)])


def returned() -> Carried | None:
    """What the sign-in form carries; None where that is nothing or damaged."""
    try:
        fields = [(str(name), str(value)) for name, value in json.loads(request.form.get("carried", ""))]
        "".join(text for field in fields for text in field).encode()  # half a sign cannot be shown again
    except (ValueError, TypeError, RecursionError):
        return None
    return _carried(request.form.get("carried_to", ""), fields)


def is_for_anyone() -> bool:
    """The request is for a page that asks for no session."""
    view = current_app.view_functions.get(request.endpoint or "")
    return view is None or access.statement(view) == access.PUBLIC


def _carried(path: str, fields: list[tuple[str, str]]) -> Carried | None:
    kept = tuple((name, value) for name, value in fields if name not in NEVER and not _is_secret(name))
    parts = urlsplit(path)
    is_ours = path.startswith("/") and not path.startswith(("//", "/\\")) and not parts.scheme and path.isprintable()
    return Carried(path, kept) if kept and is_ours and len(kept) <= MOST_FIELDS else None


def _is_secret(name: str) -> bool:
    return any(word in name.lower() for word in SECRET)
