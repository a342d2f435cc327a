"""Hashing and judging passwords. Slow on purpose (argon2): never call it inside a transaction."""

import unicodedata

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from app.core.errors import N_, BrokenRule

SHORTEST = 12
LONGEST = 200

_HASHER = PasswordHasher()

# Verified against where there is no account, so that the answer takes as long. Made with the settings above.
NOBODYS_HASH = (  # the hash of a random string that nobody knows
    "$argon2id$v=19$m=65536,t=3,p=4$fyHg+PbIQrODfM0Qo5nClw$"
    "f/Yx4gQNTJ9+dsHCJQCHdvsUvFZdmAjK0uSbJGX+DcA"
)


class WeakPassword(BrokenRule):
    """Too short, or too easy to guess."""

    field = "password"


class TooShort(WeakPassword):
    message = N_("Use at least %(shortest)s characters. Four words in a row are easy to remember.")


class TooPlain(WeakPassword):
    message = N_("This is easy to guess. Leave out your name and address, and do not repeat the same few characters.")


def check(password: str, *about: str) -> None:
    """Raise WeakPassword unless it is long, varied, and not made of what is known `about` the person."""
    if len(password) < SHORTEST:
        raise TooShort(shortest=SHORTEST)
    left = password.casefold()
    for known in about:
        left = left.replace(known.casefold(), "")
    if len(set(left)) < 5:
        raise TooPlain


def hash_of(password: str) -> str:
    """The hash to store; the same word typed on another keyboard gives the same characters (NFKC)."""
    return _HASHER.hash(unicodedata.normalize("NFKC", password))


def matches(password: str, stored: str | None) -> bool:
    """True where the password fits; takes as long where there is nothing stored."""
    try:
        _HASHER.verify(stored or NOBODYS_HASH, unicodedata.normalize("NFKC", password))
    except (VerificationError, InvalidHashError):
        return False
    return stored is not None


def is_outdated(stored: str) -> bool:
    """True where the hash was made with weaker settings than today's."""
    return _HASHER.check_needs_rehash(stored)
