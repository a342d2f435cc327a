"""What changed between two texts, in words: which were taken out, which were put in. Pure; knows no plan.

The longest common run of words is kept (rapidfuzz, bit-parallel), then tidied: a few words that happen to stand in both
between two changes tell a reader nothing, so they count as changed too.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import groupby
from typing import NamedTuple

from rapidfuzz.distance import LCSseq

from app.reviews.words import Token, paragraphs, tokens

MOST = 30_000
"""Characters of both texts together that are compared word by word. Two whole plans have about 12,000."""
MOST_PARAGRAPHS = 4_000
"""A text of more is shown as one replacement of the other."""
LONGEST_NAME = 2_000
LEAST_KEPT = 0.2
"""Where less than this share of the longer text stays, the one text replaces the other."""


class Kind(StrEnum):
    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Span:
    """Words that belong together: kept, taken out, or put in."""

    kind: Kind
    words: str


@dataclass(frozen=True, slots=True)
class Marked:
    """Both texts with their changed words marked. `is_by_paragraph`: too long to be compared by words."""

    old: tuple[Span, ...] = ()
    new: tuple[Span, ...] = ()
    is_by_paragraph: bool = False

    @property
    def is_changed(self) -> bool:
        return any(span.kind is not Kind.SAME for span in (*self.old, *self.new))


class Step(NamedTuple):
    """A stretch of words that is kept, or replaced: those of the old and of the new text."""

    kept: bool
    old: Sequence[Token]
    new: Sequence[Token]


def between(old: str, new: str, *, most: int = MOST) -> Marked:
    """Both texts, marked. Together longer than `most` characters, they are compared by paragraph."""
    if old == new:
        return whole(old, new)
    is_long = len(old) + len(new) > most
    before, after = (paragraphs(old), paragraphs(new)) if is_long else (tokens(old), tokens(new))
    if is_long and max(len(before), len(after)) > MOST_PARAGRAPHS:
        return replace(whole(old, new), is_by_paragraph=True)
    steps = _steps(before, after) if is_long else _readable(_steps(before, after))
    return Marked(
        tuple(_spans((Kind.SAME if step.kept else Kind.REMOVED, step.old) for step in steps)),
        tuple(_spans((Kind.SAME if step.kept else Kind.ADDED, step.new) for step in steps)),
        is_long,
    )


def whole(old: str, new: str) -> Marked:
    """A name, a date, a number: the same, or another."""
    if old == new:
        same = (Span(Kind.SAME, old),) if old else ()
        return Marked(same, same)
    return Marked(
        (Span(Kind.REMOVED, old),) if old else (),
        (Span(Kind.ADDED, new),) if new else (),
    )


def likeness(old: str, new: str) -> float:
    """The share of words that two short texts have in common, 0 to 1: which entry of a list became which."""
    numbers: dict[str, int] = {}
    before, after = (_numbered(tokens(text[:LONGEST_NAME]), numbers) for text in (old, new))
    return float(LCSseq.normalized_similarity(before, after)) if before and after else 0.0


def _steps(old: Sequence[Token], new: Sequence[Token]) -> list[Step]:
    numbers: dict[str, int] = {}
    codes = LCSseq.opcodes(_numbered(old, numbers), _numbered(new, numbers))
    return _joined(
        Step(code.tag == "equal", old[code.src_start : code.src_end], new[code.dest_start : code.dest_end])
        for code in codes
    )


def _numbered(found: Sequence[Token], numbers: dict[str, int]) -> list[int]:
    """Each word by a number of its own: numbers cannot be mistaken for each other as hashes can."""
    return [numbers.setdefault(token.key, len(numbers)) for token in found]


def _readable(steps: list[Step]) -> list[Step]:
    """Without islands of kept words; one replacement where hardly anything stays."""
    kept = _length(token for step in steps if step.kept for token in step.old)
    old, new = _length(t for step in steps for t in step.old), _length(t for step in steps for t in step.new)
    if kept < LEAST_KEPT * max(old, new):
        return _joined(step._replace(kept=False) for step in steps)
    return _joined(step._replace(kept=step.kept and not _is_island(steps, place)) for place, step in enumerate(steps))


def _is_island(steps: list[Step], place: int) -> bool:
    """Kept words between two changes, shorter than what changed on either side of them."""
    if place in (0, len(steps) - 1):
        return False
    kept = _length(steps[place].old)
    around = (steps[place - 1], steps[place + 1])
    return all(kept <= max(_length(step.old), _length(step.new)) for step in around)


def _joined(steps: Iterable[Step]) -> list[Step]:
    """Neighbours that are kept alike, as one."""
    joined: list[Step] = []
    for kept, found in groupby(steps, key=lambda step: step.kept):
        group = list(found)
        joined.append(
            Step(kept, [token for step in group for token in step.old], [token for step in group for token in step.new])
        )
    return joined


def _spans(parts: Iterable[tuple[Kind, Sequence[Token]]]) -> Iterator[Span]:
    for kind, found in parts:
        words = "".join(token.words for token in found)
        seen = words if kind is Kind.SAME else words.rstrip()
        if seen:
            yield Span(kind, seen)
        if seen != words:  # blanks after the last changed word are no change
            yield Span(Kind.SAME, words[len(seen) :])


def _length(found: Iterable[Token]) -> int:
    """Characters, without the blanks around words."""
    return sum(len(token.key) for token in found)
