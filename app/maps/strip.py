"""The steps of a map that a plan's two pages name: at most eight, those that take longest; the others are summed, those
that we make wait ourselves apart from the rest, so that the sums stay true. In the language that is set."""

from collections.abc import Sequence

from flask_babel import ngettext

from app.core.durations import MINUTES, Unit
from app.maps import figures, labels
from app.plans.process import MapStep
from app.plans.sheet import Step

MOST = 8
NAMED = 6
"""Where there are more than eight: two places are for the sums."""


def of(steps: Sequence[MapStep]) -> tuple[Step, ...]:
    """Steps of the sheet, in order; what is summed comes last."""
    if len(steps) <= MOST:
        return tuple(_step(step) for step in steps)
    longest = sorted(range(len(steps)), key=lambda place: -(steps[place].work + steps[place].wait))[:NAMED]
    named = [_step(steps[place]) for place in sorted(longest)]
    rest = [step for place, step in enumerate(steps) if place not in longest]
    ours, others = [s for s in rest if figures.is_ours(s)], [s for s in rest if not figures.is_ours(s)]
    return (*named, *(_summed(some, is_ours=some is ours) for some in (ours, others) if some))


def _step(step: MapStep) -> Step:
    why = " · ".join(part for part in (step.name if not step.rule_name else "", labels.why(step)) if part)
    return Step(step.lane, _days([step]), why, step.rule in figures.LEGAL, figures.is_ours(step))


def _summed(steps: Sequence[MapStep], *, is_ours: bool) -> Step:
    lane = ngettext("%(num)s other step", "%(num)s other steps", len(steps))
    names = ngettext("%(num)s lane", "%(num)s lanes", len(figures.lanes(steps)))
    return Step(lane, _days(steps), names, is_law=False, is_ours=is_ours)


def _days(steps: Sequence[MapStep]) -> float:
    """Rounded so that a frozen number is the same wherever it was worked out."""
    return round(sum(step.work + step.wait for step in steps) / MINUTES[Unit.DAYS], 4)
