"""One chart, however it is drawn: marks and labels at places in points, with the table that says the same in
words.

Places run from the start of the text, left to right; the label writers turn them round for right-to-left. No
builder
here, no output.
"""

from dataclasses import dataclass, field
from typing import Literal

from app.core.charts.palette import INK, QUIET, TEXT

Anchor = Literal["start", "middle", "end"]
Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line through two or more places; `dash` in points, () for solid."""

    points: tuple[tuple[float, float], ...]
    colour: str = INK
    width: float = 0.75
    dash: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    fill: str
    stroke: str = "none"
    hatch: str = ""
    """Colour of the hatching; empty for none."""


Shape = Literal[
    "dot", "ring", "dashed-ring", "ticked", "ticked-back", "square", "full-square", "triangle", "diamond",
    "full-diamond",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sign:
    """A sign for one value: ordinary (dot), before (ring), better (square), worse (triangle), promised
    (diamond).
    """

    shape: Shape
    x: float
    y: float
    colour: str
    size: float = 3.0


@dataclass(frozen=True, slots=True)
class Part:
    """A run of words in one weight and colour."""

    text: str
    strong: bool = False
    colour: str = TEXT


@dataclass(frozen=True, slots=True)
class Label:
    """Words at a place: x of the anchor, y of the middle of the line."""

    x: float
    y: float
    parts: tuple[Part, ...]
    anchor: Anchor = "start"
    size: float = 10.5
    has_ground: bool = False
    """White behind the words, where lines run through them."""

    @property
    def text(self) -> str:
        return "".join(part.text for part in self.parts)


Mark = Line | Area | Sign
PHONE = 190.0
"""What the smallest phone shows of a chart at once."""


@dataclass(frozen=True, slots=True)
class Chart:
    """`title` is the text for those who cannot see it; `header` and `rows` are its table."""

    width: float
    height: float
    title: str
    marks: tuple[Mark, ...]
    labels: tuple[Label, ...] = ()
    header: Row = ()
    rows: tuple[Row, ...] = field(default=())
    opens_until: float = 0.0
    """Where the first look ends on a page too narrow for the whole; 0 begins at the start."""


def say(x: float, y: float, text: str, *, colour: str = QUIET, strong: bool = False, anchor: Anchor = "start") -> Label:
    """A label of one run, the usual case."""
    return Label(x, y, (Part(text, strong, colour),), anchor)


def table(chart: Chart) -> tuple[Row, tuple[Row, ...]]:
    """Header and rows of the data table that goes with every figure on screen."""
    return chart.header, chart.rows
