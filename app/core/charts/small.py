"""Small figures that stand in a line or a cell: sparkline, demand range, promised and came, grade."""

from collections.abc import Sequence

from app.core.charts.model import Area, Chart, Line, Mark, Sign, say
from app.core.charts.palette import BETTER, COMMON, INK, PAPER, QUIET, ROW
from app.core.charts.scale import Linear, upwards
from app.core.charts.series import Formats, Point, point_sign


def sparkline(
    points: Sequence[Point], *, title: str, formats: Formats, unit: str = "", width: float = 96.0, height: float = 24.0
) -> Chart:
    """The points in order, evenly spaced, from 0 up; the last one larger."""
    across = Linear(0, max(1, len(points) - 1), 4, width - 4)
    upright = upwards([point.value for point in points], height - 4, 4)
    places = [(across(number), upright(point.value)) for number, point in enumerate(points)]
    marks: list[Mark] = [Line(tuple(places), COMMON, 0.9)] if len(places) > 1 else []
    last = len(points) - 1
    marks += [
        point_sign(point, x, y, 2.4 if number == last else 1.5)
        for number, (point, (x, y)) in enumerate(zip(points, places, strict=True))
        if point.signal or number == last
    ]
    rows = tuple((formats.month_year(point.day), formats.number(point.value, unit)) for point in points)
    return Chart(width, height, title, tuple(marks), (), (), rows)


def demand_range(
    low: float, likely: float, high: float, largest: float, *, title: str, width: float = 117.0, height: float = 14.0
) -> Chart:
    """How many customers a pain point meets: a whisker from the lowest to the highest count, a dot at the
    likely one.
    """
    across = Linear(0, max(largest, high, 1), 4, width - 4)
    middle = height / 2
    left, right = across(low), across(high)
    marks = (
        Line(((4, middle), (width - 4, middle)), ROW, 0.75),
        Line(((left, middle), (right, middle)), COMMON, 1.5),
        Line(((left, middle - 4), (left, middle + 4)), COMMON, 1.5),
        Line(((right, middle - 4), (right, middle + 4)), COMMON, 1.5),
        Sign("dot", across(likely), middle, INK, 3.0),
    )
    return Chart(width, height, title, marks)


def promised_and_came(
    before: float,
    promised: float,
    came: float | None,
    *,
    title: str,
    header: tuple[str, ...] = (),
    row: tuple[str, ...] = (),
    width: float = 246.0,
    height: float = 16.0,
) -> Chart:
    """On one line from 0: a ring before, a diamond promised, a square came."""
    across = Linear(0, max(before, promised, came or 0, 1e-9), 6, width - 24)
    middle = height / 2
    marks: list[Mark] = [Line(((0, middle), (width, middle)), ROW, 0.75)]
    end = promised if came is None else came
    marks.append(Line(((across(before), middle), (across(end), middle)), BETTER if came is not None else ROW, 2.2))
    marks.append(Sign("ring", across(before), middle, QUIET, 3.8))
    marks.append(Sign("diamond", across(promised), middle, BETTER, 3.4))
    if came is not None:
        marks.append(Sign("square", across(came), middle, BETTER, 2.6))
    return Chart(width, height, title, tuple(marks), (), header, (row,) if row else ())


def grade_slots(grade: int, *, title: str, highest: int = 5) -> Chart:
    """Six slots of 17 by 9, filled up to the grade, with the names of the ends and of the grade itself."""
    marks: list[Mark] = [
        Area(number * 20 + 0.5, 1, 17, 9, INK if number <= grade else PAPER, INK) for number in range(highest + 1)
    ]
    shown = {0, grade, highest} - ({highest} if highest - grade == 1 else set()) - ({0} if grade == 1 else set())
    labels = tuple(
        say(number * 20 + 9, 18, f"E{number}", colour=INK if number == grade else QUIET, strong=number == grade,
            anchor="middle")
        for number in sorted(shown)
    )  # fmt: skip
    return Chart((highest + 1) * 20, 25, title, tuple(marks), labels)
