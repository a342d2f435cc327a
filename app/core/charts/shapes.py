"""Marks as SVG: attributes only, since a strict policy refuses `style`. Turned round as a whole for
right-to-left.
"""

from dataclasses import replace
from itertools import groupby

from app.core.charts.model import Area, Chart, Line, Mark, Sign
from app.core.charts.palette import NAMES, PAPER

HATCH_STEP = 3.6
TICK = ((-0.5, 0.0), (-0.12, 0.42), (0.55, -0.4))
"""From the middle of the dot, in radii."""


def drawing(chart: Chart, *, rtl: bool) -> str:
    """The marks of a chart as one SVG group."""
    flip = f' transform="translate({_n(chart.width)} 0) scale(-1 1)"' if rtl else ""
    marks = [_upright(mark) for mark in chart.marks] if rtl else chart.marks
    drawn = "".join(_group(kind, list(group)) for kind, group in groupby(marks, key=_dot_kind))
    return f"<g{flip}>{drawn}</g>"


def _upright(mark: Mark) -> Mark:
    """A tick is a tick in every direction of reading: turned round once, so that the whole turns it back."""
    return replace(mark, shape="ticked-back") if isinstance(mark, Sign) and mark.shape == "ticked" else mark


def _dot_kind(mark: Mark) -> tuple[str, float] | None:
    """Dots of one colour and size are drawn as one path: a year of points costs as much as one."""
    return (mark.colour, mark.size) if isinstance(mark, Sign) and mark.shape == "dot" else None


def _group(kind: tuple[str, float] | None, marks: list[Mark]) -> str:
    if kind is None:
        return "".join(_mark(mark) for mark in marks)
    colour, r = kind
    turns = f"a{_n(r)} {_n(r)} 0 1 0 {_n(2 * r)} 0a{_n(r)} {_n(r)} 0 1 0 {_n(-2 * r)} 0z"
    places = "".join(f"M{_n(sign.x - r)} {_n(sign.y)}{turns}" for sign in marks if isinstance(sign, Sign))
    return f'<path d="{places}" class="{_class(colour, "fill")}" fill="{colour}"/>'


def _mark(mark: Mark) -> str:
    if isinstance(mark, Line):
        return _line(mark)
    return _area(mark) if isinstance(mark, Area) else _sign(mark)


def _line(line: Line) -> str:
    places = " ".join(f"{_n(x)},{_n(y)}" for x, y in line.points)
    dash = f' stroke-dasharray="{" ".join(_n(step) for step in line.dash)}"' if line.dash else ""
    return (
        f'<polyline points="{places}" fill="none" class="{_class(line.colour, "line")}" stroke="{line.colour}" '
        f'stroke-width="{_n(line.width)}"{dash} stroke-linejoin="round"/>'
    )


def _area(area: Area) -> str:
    frame = f'x="{_n(area.x)}" y="{_n(area.y)}" width="{_n(area.width)}" height="{_n(area.height)}"'
    stroke = "" if area.stroke == "none" else f' stroke="{area.stroke}" stroke-width="0.9"'
    rectangle = f'<rect {frame} class="{_class(area.fill, "fill")}" fill="{area.fill}"{stroke}/>'
    if not area.hatch:
        return rectangle
    return rectangle + f'<path d="{_hatching(area)}" fill="none" stroke="{area.hatch}" stroke-width="0.9"/>'


def _hatching(area: Area) -> str:
    """Slanted lines cut at the edges, since patterns need ids, which clash when a page holds two charts."""
    lines = []
    reach = area.width + area.height
    for number in range(1, int(reach / HATCH_STEP) + 1):
        at = number * HATCH_STEP
        from_x, from_y = (at, 0.0) if at <= area.width else (area.width, at - area.width)
        to_x, to_y = (0.0, at) if at <= area.height else (at - area.height, area.height)
        lines.append(f"M{_n(area.x + from_x)} {_n(area.y + from_y)}L{_n(area.x + to_x)} {_n(area.y + to_y)}")
    return "".join(lines)


def _sign(sign: Sign) -> str:
    x, y, r = sign.x, sign.y, sign.size
    solid = f'class="{_class(sign.colour, "fill")}" fill="{sign.colour}"'
    hollow = f'class="{_class(sign.colour, "line")}" fill="{PAPER}" stroke="{sign.colour}" stroke-width="1.5"'
    if sign.shape == "ring":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {hollow}/>'
    if sign.shape == "dashed-ring":
        return f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {hollow} stroke-dasharray="1.6 1.3"/>'
    if sign.shape in ("ticked", "ticked-back"):
        way = r if sign.shape == "ticked" else -r
        tick = " ".join(f"{_n(x + dx * way)},{_n(y + dy * r)}" for dx, dy in TICK)
        return (
            f'<circle cx="{_n(x)}" cy="{_n(y)}" r="{_n(r)}" {solid}/>'
            f'<polyline points="{tick}" fill="none" stroke="{PAPER}" stroke-width="1.1" stroke-linejoin="round"/>'
        )
    outline = {
        "square": ((-r, -r), (r, -r), (r, r), (-r, r)),
        "triangle": ((0, -1.2 * r), (1.2 * r, r), (-1.2 * r, r)),
        "diamond": ((0, -1.4 * r), (1.4 * r, 0), (0, 1.4 * r), (-1.4 * r, 0)),
    }[sign.shape.removeprefix("full-")]
    places = " ".join(f"{_n(x + dx)},{_n(y + dy)}" for dx, dy in outline)
    return f'<polygon points="{places}" {hollow if sign.shape == "diamond" else solid}/>'


def _class(colour: str, use: str) -> str:
    return f"chart-{use}-{NAMES.get(colour, 'ink')}"


def _n(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
