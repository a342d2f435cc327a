"""The words found, marked in a text; and the piece of a long text around the first of them."""

import re
from collections.abc import Iterator
from itertools import pairwise

from markupsafe import Markup, escape

from app.core.folding import UNSPACED, asked, fold, is_unspaced, tokens

# As in core/folding, but on the text as written, where marks may still stand apart from their letters.
_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u1aaf"
_RUN = re.compile(rf"[{UNSPACED}]+|(?:(?![{UNSPACED}_])[\w{_MARKS}])+")
LONGEST_EXCERPT = 240
BEFORE = 60

Span = tuple[int, int]


def mark(text: str, words: str) -> Markup:
    """The text as safe HTML with <mark> around every word that was asked for."""
    parts, end = [], 0
    for start, stop in _spans(text, set(asked(words))):
        parts += [escape(text[end:start]), Markup("<mark>"), escape(text[start:stop]), Markup("</mark>")]
        end = stop
    return Markup("").join([*parts, escape(text[end:])])


def excerpt(text: str, words: str) -> Markup:
    """About LONGEST_EXCERPT characters around the first word found, marked; the beginning where none is."""
    first = next(_spans(text, set(asked(words))), (0, 0))[0]
    start = max(0, first - BEFORE)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    piece = text[start : start + LONGEST_EXCERPT]
    before = "… " if start else ""
    after = " …" if start + LONGEST_EXCERPT < len(text) else ""
    return Markup("").join([before, mark(" ".join(piece.split()), words), after])


def _spans(text: str, wanted: set[str]) -> Iterator[Span]:
    for run in _RUN.finditer(text):
        if is_unspaced(run.group()):
            yield from _unspaced_spans(run.group(), run.start(), wanted)
        elif wanted.intersection(tokens(run.group())):
            yield run.span()


def _unspaced_spans(run: str, offset: int, wanted: set[str]) -> Iterator[Span]:
    """Characters that stand in a wanted bigram, or are wanted by themselves, in stretches."""
    folded = [(letter, at) for at, character in enumerate(run) for letter in fold(character)]
    hit = {at for letter, at in folded if letter in wanted}
    for (one, at), (other, next_at) in pairwise(folded):
        if one + other in wanted:
            hit |= {at, next_at}
    start = None
    for at in range(len(run) + 1):
        if at in hit and start is None:
            start = at
        elif at not in hit and start is not None:
            yield offset + start, offset + at
            start = None
