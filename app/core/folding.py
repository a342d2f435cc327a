"""One fold for storing and asking: what looks the same to a reader becomes the same string on both databases.

Here: case, accents, letter forms, width, digits, and how a text falls into tokens. Not here: the index (app/search).
"""

import re
import unicodedata
from collections.abc import Iterator

MOST_TOKENS = 4000  # of one text; what follows is not searchable
LONGEST_TOKEN = 40

# Before casefold: Turkish I, İ and ı are one letter to whoever asks. After: letter forms that Unicode keeps apart.
_LETTERS = str.maketrans({
    "İ": "i", "ı": "i", "ς": "σ",
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ک": "ك", "ة": "ه", "ۀ": "ه", "ە": "ه", "ہ": "ه", "ـ": None, "ء": None,
    "_": " ",
})  # fmt: skip

# Scripts written without blanks between words: Thai, Lao, Myanmar, Khmer, kana, Han.
UNSPACED = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
_MARKS = "\u0900-\u1aaf"  # vowel signs of Indic and South-East Asian scripts, which are no decoration
_RUN = re.compile(rf"[{UNSPACED}]+|(?:(?![{UNSPACED}])[\w{_MARKS}])+")
_IS_UNSPACED = re.compile(f"[{UNSPACED}]")
_PREFIXES = ("وال", "و", "ال")  # Arabic "and the", "and", "the", written without a blank
_SHORTEST_STEM = 3


def fold(text: str) -> str:
    """The text without case, accents, marks, width and letter forms. Folding twice changes nothing."""
    plain = unicodedata.normalize("NFKD", text.translate(_LETTERS)).translate(_LETTERS).casefold()
    kept = "".join(map(_kept, unicodedata.normalize("NFKD", plain)))
    return unicodedata.normalize("NFKC", kept.translate(_LETTERS))


def tokens(text: str) -> list[str]:
    """What a text is stored under: words, Arabic ones also without their prefix, bigrams and single characters else.

    In order, each once, at most MOST_TOKENS.
    """
    return _unique(_stored(fold(text)))


def asked(text: str) -> list[str]:
    """What a question must find, all of it: words without Arabic prefixes; bigrams, or one character alone."""
    return _unique(_wanted(fold(text)))


def runs(folded: str) -> Iterator[str]:
    """The words of a folded text, and its stretches of unspaced script."""
    return (found.group() for found in _RUN.finditer(folded))


def is_unspaced(run: str) -> bool:
    return bool(_IS_UNSPACED.match(run))


def stem(word: str) -> str:
    """An Arabic word without "and" and "the" before it, where enough remains; any other word as it is."""
    for prefix in _PREFIXES:
        if word.startswith(prefix) and len(word) - len(prefix) >= _SHORTEST_STEM:
            return word.removeprefix(prefix)
    return word


def bigrams(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)]


def _kept(character: str) -> str:
    """Decorating marks and invisible signs go; digits of any script become 0 to 9."""
    kind = unicodedata.category(character)
    if kind == "Mn":
        return character if "\u0900" <= character <= "\u1aaf" or character in "\u3099\u309a" else ""
    if kind == "Cf":
        return ""
    return str(unicodedata.decimal(character)) if kind == "Nd" else character


def _stored(folded: str) -> Iterator[str]:
    for run in runs(folded):
        if is_unspaced(run):
            yield from run
            yield from bigrams(run)
        else:
            word = run[:LONGEST_TOKEN]
            yield word
            yield stem(word)


def _wanted(folded: str) -> Iterator[str]:
    for run in runs(folded):
        if is_unspaced(run):
            yield from bigrams(run) or [run]
        else:
            yield stem(run[:LONGEST_TOKEN])


def _unique(found: Iterator[str]) -> list[str]:
    kept: dict[str, None] = {}
    for token in found:
        kept[token] = None
        if len(kept) >= MOST_TOKENS:
            break
    return list(kept)
