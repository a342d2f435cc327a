"""A text as the words that a reader sees, so that two texts are compared by words and not by bytes. Knows no plan.

Scripts without blanks between words (Thai, Chinese, Japanese) are parted by BudouX; Lao, Khmer and Myanmar, for which
it has no model, by the character with its marks.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

import budoux

from app.core.folding import UNSPACED

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u0900-\u1aff\u1dc0-\u1dff"
    "\u200c\u200d\u20d0-\u20f0\ufe20-\ufe2f"
)
"""Signs that belong to the letter before them: accents, vowel signs, joiners."""

_LETTER = rf"(?:(?![{UNSPACED}])[\w{MARKS}])"
_TOKEN = re.compile(
    rf"(?P<unspaced>[{UNSPACED}]+)"
    rf"|(?P<word>\d+(?:[.,٫٬]\d+)+|{_LETTER}+(?:['’]{_LETTER}+)*)"
    r"|(?P<blank>\s+)"
    r"|(?P<sign>.)",
    re.DOTALL,
)
_QUOTES = str.maketrans("‘’‚“”„«»", "'''" + '"' * 5)
_THAI, _KANA, _HAN = re.compile("[\u0e00-\u0e7f]"), re.compile("[\u3041-\u30ff]"), re.compile("[\u3400-\u9fff]")
_CLUSTER = re.compile(".[\u0eb1-\u0ecd\u102b-\u103e\u17b4-\u17d3]*", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Token:
    """A word or a sign with the blanks after it, as typed; `key` is what makes it the same word."""

    words: str
    key: str


def tokens(text: str) -> list[Token]:
    """All words and signs in order; together their `words` are the text again.

    The same word in another encoding, with other quotation marks or other blanks after it, has the same key. What
    nobody sees (direction marks, blanks) is no word of its own.
    """
    found: list[Token] = []
    for piece in _pieces(text):
        key = _key(piece)
        if key:
            found.append(Token(piece, key))
        elif found:
            found[-1] = Token(found[-1].words + piece, found[-1].key)
        else:
            found.append(Token(piece, ""))
    return found


def paragraphs(text: str) -> list[Token]:
    """The lines of a text, where it is too long for its words; empty lines belong to the one before."""
    lines = re.findall(r"[^\n]*\n+|[^\n]+", text)
    return [Token(line, " ".join(_key(line).split())) for line in lines]


def _key(piece: str) -> str:
    if piece.isascii():
        return piece.strip()
    seen = "".join(one for one in piece if unicodedata.category(one) != "Cf")
    return unicodedata.normalize("NFC", seen).translate(_QUOTES).strip()


def _pieces(text: str) -> Iterator[str]:
    for found in _TOKEN.finditer(text):
        if found.lastgroup == "unspaced":
            yield from _whole(_parted(found.group()))
        else:
            yield found.group()


def _parted(run: str) -> list[str]:
    """The words of a stretch without blanks."""
    if _THAI.search(run):
        return _parser("thai").parse(run)
    if _KANA.search(run):
        return _parser("japanese").parse(run)
    return _parser("chinese").parse(run) if _HAN.search(run) else _CLUSTER.findall(run)


def _whole(pieces: list[str]) -> Iterator[str]:
    """No word begins with a sign that belongs to the letter before it."""
    kept = ""
    for piece in pieces:
        if kept and unicodedata.category(piece[0])[0] != "M":
            yield kept
            kept = ""
        kept += piece
    if kept:
        yield kept


@cache
def _parser(script: str) -> budoux.Parser:
    make: dict[str, Callable[[], budoux.Parser]] = {
        "thai": budoux.load_default_thai_parser,
        "japanese": budoux.load_default_japanese_parser,
        "chinese": budoux.load_default_simplified_chinese_parser,
    }
    return make[script]()
