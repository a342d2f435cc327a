"""What comes back from the renderer: the paper, and how full it is. No rendering here."""

from dataclasses import asdict, dataclass, field
from typing import Any

LEADING = 14.0
"""Points from line to line in running text; the unit in which people are told how much to cut."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How much of the allowed pages a document takes. Heights in points.

    `fill` is where the last line ends, over all that the allowed pages hold; it is above 1 exactly when
    `pages` is
    above `limit_pages`. Space that a page break leaves empty counts as used: nobody can write there.
    """

    pages: int
    limit_pages: int
    used_height: float
    limit_height: float
    sections: dict[str, float] = field(default_factory=dict)
    """Lines that each `data-section` takes, the longest first."""
    breaks: tuple[int, ...] = ()
    """For each page after the first: how many letters, digits and figures stand before it."""

    @property
    def fill(self) -> float:
        return self.used_height / self.limit_height

    @property
    def over_by_lines(self) -> int:
        """Lines to cut until it fits; 0 when it does."""
        over = self.used_height - self.limit_height
        return max(0, int(-(-over // LEADING)))

    @property
    def fits(self) -> bool:
        return self.pages <= self.limit_pages


@dataclass(frozen=True, slots=True)
class Rendered:
    """A finished PDF, its page count, and its layout."""

    pdf: bytes
    layout: Layout

    @property
    def pages(self) -> int:
        return self.layout.pages


def to_wire(layout: Layout) -> dict[str, Any]:
    return asdict(layout)


def from_wire(data: dict[str, Any]) -> Layout:
    return Layout(**{**data, "breaks": tuple(data["breaks"])})
