"""Words beside a sign or bar: after it when they fit, else before it, else in lines on the wider side."""

from app.core.charts.metrics import width, wrap
from app.core.charts.model import Anchor, Label, Part

LINE = 12.0
SLACK = 3.0
"""Points kept free, since widths are only nearly known."""


def beside(first: Part, rest: Part, *, sign: tuple[float, float], edges: tuple[float, float], y: float) -> list[Label]:
    """Labels, one per line, for `first` (kept whole) and `rest`; `sign` and `edges` are start and end on
    the line.
    """
    after, before = edges[1] - sign[1], sign[0] - edges[0]
    whole = width(first.text, strong=first.strong) + width(f" {rest.text}", strong=rest.strong) + SLACK
    goes_after = whole <= after or after >= before
    place, room = (sign[1], after) if goes_after else (sign[0], before)
    anchor: Anchor = "start" if goes_after else "end"
    indent = width(f"{first.text} ", strong=first.strong)
    head, *others = wrap(rest.text, max(40.0, room - SLACK), strong=rest.strong, indent=indent)
    opening = (first, Part(f" {head}", rest.strong, rest.colour)) if rest.text else (first,)
    following = [
        Label(place, y + LINE * number, (Part(line, rest.strong, rest.colour),), anchor, has_ground=True)
        for number, line in enumerate(others, start=1)
    ]
    return [Label(place, y, opening, anchor, has_ground=True), *following]
