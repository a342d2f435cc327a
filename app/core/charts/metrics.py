"""How wide words will be, from the advance widths of the paper's fonts: enough to choose a side, not to shape text."""

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont

FOLDER = Path(__file__).resolve().parents[3] / "static" / "fonts" / "print"
FILES = {
    False: ("SourceSansPro-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoSansThai-Regular.ttf"),
    True: ("SourceSansPro-Semibold.ttf", "NotoSansArabic-Bold.ttf", "NotoSansThai-Bold.ttf"),
}
JOINED = 0.82
"""Arabic letters that join are narrower than those that stand alone, which is all that a width table knows."""


def width(text: str, size: float = 10.5, *, strong: bool = False) -> float:
    """Width of one line in points."""
    return sum(_advance(sign, strong) for sign in text) * size


def wrap(text: str, room: float, size: float = 10.5, *, strong: bool = False) -> list[str]:
    """The text in lines that fit `room`; breaks at spaces, inside a word only when the word alone is too long."""
    lines: list[str] = []
    line = ""
    for word in _pieces(text, room, size, strong):
        joined = f"{line}{word}"
        if line and width(joined.rstrip(), size, strong=strong) > room:
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
def _advance(sign: str, strong: bool) -> float:
    if _is_mark(sign):
        return 0.0
    for file in FILES[strong]:
        advances, units = _table(file)
        if ord(sign) in advances:
            return advances[ord(sign)] / units * (JOINED if "Arabic" in file and sign.isalpha() else 1.0)
    return 1.0 if _is_wide(sign) else 0.6


@cache
def _table(file: str) -> tuple[dict[int, int], int]:
    font = TTFont(FOLDER / file, lazy=True)
    advances = font["hmtx"].metrics
    table = {code: advances[name][0] for code, name in font.getBestCmap().items()}
    units: int = font["head"].unitsPerEm
    return table, units


def _is_mark(sign: str) -> bool:
    return unicodedata.category(sign) in ("Mn", "Me", "Cf")


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in ("W", "F")
