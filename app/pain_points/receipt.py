"""The four words with which an anonymous reporter reads the answer. Kept only as a keyed hash.

More than 2^40 combinations, and the key is the installation's secret: a copy of the database alone does not
give them away.
"""

import hashlib
import hmac
import re
import secrets
import unicodedata
from functools import cache
from pathlib import Path

COUNT = 4
PURPOSE = b"groundwork four words"
_WORD = re.compile(r"[a-z]+")


def make() -> tuple[str, ...]:
    """Four different plain words, drawn evenly."""
    return tuple(secrets.SystemRandom().sample(all_words(), COUNT))


def parse(typed: str) -> tuple[str, ...] | None:
    """The four words as typed: any case, numbers and punctuation between them ignored. None where they are not four."""
    found = tuple(_WORD.findall(unicodedata.normalize("NFKC", typed[:400]).lower()))
    return found if len(found) == COUNT else None


def hash_of(words: tuple[str, ...], secret_key: str) -> str:
    """HMAC-SHA-256 under a key made from the installation's secret, in hexadecimal."""
    pepper = hmac.new(secret_key.encode(), PURPOSE, hashlib.sha256).digest()
    return hmac.new(pepper, " ".join(words).encode(), hashlib.sha256).hexdigest()


@cache
def all_words() -> tuple[str, ...]:
    return tuple((Path(__file__).parent / "words.txt").read_text("ascii").split())
