"""Whose form it was. The token of every form holds a mark of the person it was made for, which only we can compare.

A mark is a random start with a keyed digest of it and of the person's number: it tells nobody who, and two marks of one
person have nothing in common.
"""

import hmac
import secrets
from hashlib import sha256

from flask import current_app
from itsdangerous import BadData, URLSafeTimedSerializer

START, WHOLE = 40, 104
"""Letters of a mark that are random, and of all of it."""


def mark(person_id: int) -> str:
    """A new mark: what the session keeps to know its forms again."""
    start = secrets.token_hex(START // 2)
    return start + _digest(start, person_id)


def is_of(mark: str, person_id: int) -> bool:
    """True where the mark was made for this person; False for none, a damaged one and another's."""
    return hmac.compare_digest(mark[START:].encode(), _digest(mark[:START], person_id).encode())


def in_token(token: str) -> str:
    """The mark in a form's token, however old it is; empty where there is none or we did not make the token."""
    try:
        found = URLSafeTimedSerializer(_secret(), salt="wtf-csrf-token").loads(token)
    except BadData:
        return ""
    return found if isinstance(found, str) and len(found) == WHOLE else ""


def _digest(start: str, person_id: int) -> str:
    return hmac.new(_secret().encode(), f"form of {person_id} {start}".encode(), sha256).hexdigest()


def _secret() -> str:
    return str(current_app.secret_key)
