"""What is said about the measures that a plan promises: outcome first. Advice, never a lock. Pure, no words.

A proxy only hints at what customers get: calls, repeat calls, tickets, visits. Fewer calls may mean that people were
helped, or that they gave up; the outcome itself tells which.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from app.measures.models import Kind, Measure


class Advice(StrEnum):
    NO_MEASURE = "no_measure"
    ALL_PROXIES = "all_proxies"
    NO_OUTCOME = "no_outcome"
    NO_BALANCING = "no_balancing"


@dataclass(frozen=True)
class Promised:
    """What advice needs to know of a measure."""

    kind: Kind
    is_proxy: bool


def of(measures: Iterable[Measure | Promised]) -> tuple[Advice, ...]:
    """What to say; nothing where an outcome itself is counted, and something that must not get worse meanwhile.

    A balancing measure counts no outcome, so it is no answer to proxies.
    """
    found = list(measures)
    if not found:
        return (Advice.NO_MEASURE,)
    moving = [one for one in found if one.kind is not Kind.BALANCING]
    said = []
    if moving and all(one.is_proxy for one in moving):
        said.append(Advice.ALL_PROXIES)
    elif not any(one.kind is Kind.OUTCOME and not one.is_proxy for one in found):
        said.append(Advice.NO_OUTCOME)
    if len(moving) == len(found):
        said.append(Advice.NO_BALANCING)
    return tuple(said)
