"""The drawing of a plan's maps on one scale, in the language that is set. What it says comes from its arguments alone,
so the same drawing is made once."""

from collections.abc import Sequence
from functools import lru_cache

from flask_babel import gettext as _
from markupsafe import Markup

from app.core import charts
from app.core.charts.lane_words import RAIL, Cause
from app.core.charts.scale import day_ticks, ticks
from app.core.durations import MINUTES, Unit, unit_of
from app.maps import figures, labels
from app.maps.models import Kind
from app.plans.process import MapStep, ProcessMap
from app.web import spoken
from app.web.figures import formats, number

PAPER_WIDTH = 504.0
SCREEN_WIDTH = 780.0
WIDEST = 1600.0
ROOM = 9.0
"""Points that each step gets on screen, so that a long map is scrolled and not pressed together."""


def on_screen(maps: Sequence[ProcessMap]) -> Markup:
    """The first map in lanes, the others in one bar each; empty without steps."""
    return _drawn(tuple(maps), spoken.now().tag, is_screen=True)


def on_paper(maps: Sequence[ProcessMap]) -> Markup:
    return _drawn(tuple(maps), spoken.now().tag, is_screen=False)


def is_wide(maps: Sequence[ProcessMap]) -> bool:
    """True where the drawing keeps its width and is scrolled."""
    return bool(maps) and _width(maps[0], is_screen=True) > SCREEN_WIDTH


@lru_cache(maxsize=128)
def _drawn(maps: tuple[ProcessMap, ...], _language: str, *, is_screen: bool) -> Markup:
    if not maps:
        return Markup("")
    draw = charts.to_svg if is_screen else charts.to_print
    return draw(build(maps, _width(maps[0], is_screen=is_screen)), rtl=formats().is_right_to_left)


def build(maps: Sequence[ProcessMap], width: float) -> charts.Chart:
    """The chart, in the unit of its longest way."""
    longest = max(figures.of(one.steps).lead for one in maps)
    unit = unit_of(longest)
    scale = MINUTES[unit]
    first, *others = maps
    return charts.lanes(
        _blocks(first.steps, scale),
        [_way(one, scale) for one in others],
        words=_words(first, longest, unit),
        ticks=(day_ticks if unit is Unit.DAYS else ticks)(longest / scale),
        width=width,
    )


def _blocks(steps: Sequence[MapStep], scale: int) -> list[charts.Block]:
    names = {figures.lane_key(lane): lane for lane in figures.lanes(steps)}
    return [
        charts.Block(
            names[figures.lane_key(step.lane)], step.work / scale, step.wait / scale, _cause(step), labels.why(step)
        )
        for step in steps
    ]


def _cause(step: MapStep) -> Cause:
    if figures.is_ours(step):
        return "own"
    return "law" if step.rule in figures.LEGAL else "other"


def _way(one: ProcessMap, scale: int) -> charts.Way:
    found = figures.of(one.steps)
    names = formats().listed(figures.lanes(one.steps))
    return charts.Way(
        labels.kind(one), found.lead / scale, f"{labels.duration(found.lead)} · {names}", one.kind == Kind.TO_BE
    )


def _words(first: ProcessMap, longest: int, unit: Unit) -> charts.LaneWords:
    scale = MINUTES[unit]
    return charts.LaneWords(
        title=_("Steps in lanes, waits to scale: %(time)s in all", time=labels.duration(figures.of(first.steps).lead)),
        first=number(0),
        last=labels.duration(longest, unit),
        header=(_("Who"), _("Then it waits"), _("Why it waits, or which rule")),
        amount=lambda value: labels.short(value * scale),
        tick=number,
    )


def _width(one: ProcessMap, *, is_screen: bool) -> float:
    if not is_screen:
        return PAPER_WIDTH
    return min(WIDEST, max(SCREEN_WIDTH, RAIL + ROOM * len(one.steps)))
