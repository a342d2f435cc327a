"""What a map says in numbers. Pure: steps in, figures out. No words, no database.

    lead time      sum of work and wait over all steps
    work time      sum of work
    share waiting  sum of wait / lead time
    hand-offs      how often the next step has another lane
    rolled yield   product of the shares right at the first time, over the steps for which one is known
    free to fix    sum of the waits that our own policy or habit causes

Sources: lead time, process time, activity ratio and rolled per cent complete and accurate as in K. Martin and
M. Osterling, "Value Stream Mapping" (2014), chapter 3; the product is the rolled throughput yield of Six Sigma. A wait
counts as our own only where the step says so: a step without a rule counts for nobody.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import prod

from app.plans.process import MapStep

OURS = ("policy", "habit")
LEGAL = ("law", "regulation")


@dataclass(frozen=True)
class Figures:
    """Times in minutes. `wait_share` and `rolled` from 0 to 1, None where nothing is known of them."""

    steps: int
    lead: int
    work: int
    wait: int
    ours: int
    legal: int
    hand_offs: int
    wait_share: float | None
    rolled: float | None
    known: int


def of(steps: Sequence[MapStep]) -> Figures:
    """The figures of one way."""
    work, wait = sum(step.work for step in steps), sum(step.wait for step in steps)
    rights = [step.right / 100 for step in steps if step.right is not None]
    return Figures(
        steps=len(steps),
        lead=work + wait,
        work=work,
        wait=wait,
        ours=_waits(steps, OURS),
        legal=_waits(steps, LEGAL),
        hand_offs=sum(lane_key(one.lane) != lane_key(other.lane) for one, other in pairwise(steps)),
        wait_share=wait / (work + wait) if work + wait else None,
        rolled=prod(rights) if rights else None,
        known=len(rights),
    )


def is_ours(step: MapStep) -> bool:
    """True where the wait after the step is free to fix."""
    return step.rule in OURS


def lane_key(lane: str) -> str:
    """Two ways to write one lane are one lane."""
    return " ".join(lane.split()).casefold()


def lanes(steps: Iterable[MapStep]) -> list[str]:
    """The lanes in the order in which work comes to them, as they are written first."""
    found: dict[str, str] = {}
    for step in steps:
        found.setdefault(lane_key(step.lane), step.lane)
    return list(found.values())


def _waits(steps: Iterable[MapStep], rules: Sequence[str]) -> int:
    return sum(step.wait for step in steps if step.rule in rules)
