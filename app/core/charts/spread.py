"""Keeps labels in one column from covering each other: they push apart, and a thin line leads back."""

from collections.abc import Sequence
from dataclasses import replace

from app.core.charts.model import Label, Line
from app.core.charts.palette import RULE

LEAD = 3.0
"""A label pushed further than this gets a line back to its place."""


def spread(labels: Sequence[Label], gap: float, low: float, high: float) -> tuple[list[Label], list[Line]]:
    """The labels at least `gap` apart and, room allowing, within low..high; with lines for those that
    moved.
    """
    order = sorted(labels, key=lambda label: label.y)
    places = _apart([label.y for label in order], gap, low, high)
    moved = [replace(label, y=place) for label, place in zip(order, places, strict=True)]
    leads = [
        Line(((old.x - 8, old.y), (old.x - 2, new.y)), RULE, 0.5)
        for old, new in zip(order, moved, strict=True)
        if abs(old.y - new.y) > LEAD
    ]
    return moved, leads


def _apart(wanted: list[float], gap: float, low: float, high: float) -> list[float]:
    places: list[float] = []
    for place in wanted:
        places.append(max(place, low, places[-1] + gap if places else low))
    limit = high
    for index in range(len(places) - 1, -1, -1):
        places[index] = min(places[index], limit)
        limit = places[index] - gap
    return places
