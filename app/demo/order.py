"""Public numbers in the order of the stories, so that the README can name them on whatever day the demo is loaded.

A story's day gives way to weekends and holidays; which of two things is written first is another on another day. So
each gets its number right after its first action, before anything else names it; the next free number is beyond all.
"""

from collections.abc import Mapping


def numbers_of(days: Mapping[str, int]) -> dict[str, int]:
    """The number of each story, given its day: 1 is the oldest; those of the same day count as they stand."""
    return {key: number for number, key in enumerate(sorted(days, key=days.__getitem__), 1)}
