"""What became of a measure's target, in one sentence: still to come, met, or not met by its day."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from flask_babel import gettext as _

from app.measures import labels
from app.measures.models import Measure, Observation


def sentence(measure: Measure, observations: Sequence[Observation], today: date) -> str:
    """For a measure that has a target and numbers, which come in the order of their periods."""
    target, is_met = labels.figure(measure.target, measure.unit), is_reached(measure, observations[-1].value)
    if measure.direction == "keep":
        return _kept(target, is_kept=is_met)
    if is_met:
        return _("The target of %(target)s is met.", target=target)
    if measure.target_on is None:
        return _("The target is %(target)s.", target=target)
    given = {"target": target, "day": labels.day(measure.target_on)}
    if today <= measure.target_on:
        return _("The target is %(target)s by %(day)s.", **given)
    return _missed(measure, observations, given)


def is_reached(measure: Measure, value: Decimal) -> bool:
    """True where a value is at the target or on its better side; what must be kept is measured from the baseline."""
    if measure.target is None:
        return False
    is_upward = measure.direction == "up"
    if measure.direction == "keep":
        is_upward = measure.baseline is not None and measure.target < measure.baseline
    return value >= measure.target if is_upward else value <= measure.target


def _kept(target: str, *, is_kept: bool) -> str:
    if is_kept:
        return _("It keeps to its limit of %(target)s.", target=target)
    return _("It is beyond its limit of %(target)s.", target=target)


def _missed(measure: Measure, observations: Sequence[Observation], given: dict[str, str]) -> str:
    """The day is past and the target is not met now. The number of the period that holds the day tells of it."""
    until = [row for row in observations if measure.target_on and row.period_start <= measure.target_on]
    if until and is_reached(measure, until[-1].value):
        return _("The target of %(target)s was met by %(day)s, and is not met now.", **given)
    if measure.target_on and observations[-1].period_end < measure.target_on:
        return _("No number shows that the target of %(target)s was met by %(day)s.", **given)
    return _("The target of %(target)s was not met by %(day)s.", **given)
