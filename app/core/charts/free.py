"""Where words have room: whether they would touch anything that is drawn. All numbers are points of the chart."""

from collections.abc import Iterable, Sequence
from itertools import pairwise

from app.core.charts.metrics import width
from app.core.charts.model import Label, Line, Mark, Sign

HALF = 6.5
"""Half the height of a line of words, with a little air."""
BEFORE, AFTER = 5.0, 4.0
"""Air between words and what is drawn before or after them."""
STEP = 3.0
"""Between two places on a line at most."""

Place = tuple[float, float]


def is_free(place: Place, length: float, drawn: Iterable[Place]) -> bool:
    """Words of this length that begin at `place`, the middle of their line, touch nothing."""
    x, y = place
    return not any(x - BEFORE < a < x + length + AFTER and abs(b - y) < HALF for a, b in drawn)


def along(line: Sequence[Place]) -> list[Place]:
    """Places on a line, close enough that no words fit between two."""
    found = list(line[:1])
    for (a, b), (c, d) in pairwise(line):
        count = int(max(abs(c - a), abs(d - b)) / STEP) + 1
        found += [(a + (c - a) * n / count, b + (d - b) * n / count) for n in range(1, count + 1)]
    return found


def on_marks(marks: Iterable[Mark]) -> list[Place]:
    """Places on lines and signs; words may stand on areas."""
    found: list[Place] = []
    for mark in marks:
        if isinstance(mark, Line):
            found += along(mark.points)
        elif isinstance(mark, Sign):
            found.append((mark.x, mark.y))
    return found


def on_words(labels: Iterable[Label]) -> list[Place]:
    """Places on words; all labels must begin at their place (anchor "start")."""
    found: list[Place] = []
    for label in labels:
        length = sum(width(part.text, label.size, strong=part.strong) for part in label.parts)
        found += along(((label.x, label.y), (label.x + length, label.y)))
    return found
