"""How wide words will be, from the advance widths of the paper's fonts: enough to choose a side, not to
shape text.
"""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[3] / "static" / "fonts" / "print"
TEXT, STRONG, VOICE = "text", "strong", "voice"
FILES = {
    VOICE: ("SourceSerifPro-Semibold.ttf", "NotoNaskhArabic-Bold.ttf", "NotoSerifThai-Bold.ttf"),
    TEXT: ("SourceSansPro-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoSansThai-Regular.ttf"),
    STRONG: ("SourceSansPro-Semibold.ttf", "NotoSansArabic-Bold.ttf", "NotoSansThai-Bold.ttf"),
}
JOINED = 0.82
"""Arabic letters that join are narrower than those that stand alone, which is all that a width table
knows.
"""


def width(text: str, size: float = 10.5, *, strong: bool = False) -> float:
    """Width of one line in points."""
    return width_in(STRONG if strong else TEXT, text, size)


def width_in(face: str, text: str, size: float) -> float:
    """Width of one line in the face TEXT, STRONG or VOICE (the serif of titles), in points."""
    return sum(_advance(sign, face) for sign in text) * size


def balanced(text: str, room: float, size: float, face: str) -> float:
    """The least width that needs no more lines than `room` does, so that lines end alike; 0 for one line
    or long words.
    """
    lines = _lines(text, room, size, face)
    if lines < 2 or max(width_in(face, word, size) for word in text.split()) > room:
        return 0.0
    low, high = room / 2, room
    while high - low > 2:
        middle = (low + high) / 2
        low, high = (low, middle) if _lines(text, middle, size, face) <= lines else (middle, high)
    return round(min(room, high + size / 3), 1)


def _lines(text: str, room: float, size: float, face: str) -> int:
    lines, at = 1, 0.0
    space = width_in(face, " ", size)
    for word in text.split():
        length = width_in(face, word, size)
        if at and at + space + length > room:
            lines, at = lines + 1, length
        else:
            at += length + (space if at else 0)
    return lines


def wrap(text: str, room: float, size: float = 10.5, *, strong: bool = False, indent: float = 0.0) -> list[str]:
    """The text in lines that fit `room`, the first shorter by `indent`; breaks at spaces, inside a word only
    when the
    word alone is too long."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, room, size, strong):
        joined = f"{line}{word}"
        left = room if lines else room - indent
        if line and width(joined.rstrip(), size, strong=strong) > left:
            lines.append(line.rstrip())
            line = word.lstrip()
        else:
            line = joined
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _pieces(text: str, room: float, size: float, strong: bool) -> list[str]:
    pieces: list[str] = []
    for word in text.split():
        if width(word, size, strong=strong) > room or any(_is_wide(sign) for sign in word):
            pieces += [*_clusters(word), " "]
        else:
            pieces.append(f"{word} ")
    return pieces


def _clusters(word: str) -> list[str]:
    """Letters with the marks that belong to them."""
    clusters: list[str] = []
    for sign in word:
        if clusters and (_is_mark(sign) or sign in "，。、；：？！）》」ำะา"):
            clusters[-1] += sign
        else:
            clusters.append(sign)
    return clusters


@cache
def _advance(sign: str, face: str) -> float:
    if _is_mark(sign):
        return 0.0
    for file in FILES[face]:
        advances, units = _table(file)
        if ord(sign) in advances:
            return advances[ord(sign)] / units * (JOINED if "Arabic" in file and sign.isalpha() else 1.0)
    return 1.0 if _is_wide(sign) else 0.6


@cache
def _table(file: str) -> tuple[dict[int, int], int]:
    with TTFont(FOLDER / file, lazy=True) as font:
        advances = font["hmtx"].metrics
        table = {code: advances[name][0] for code, name in font.getBestCmap().items()}
        units: int = font["head"].unitsPerEm
    return table, units


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Cf")


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in ("W", "F")
