"""Why a grade is what it is, in the reader's words: what it rests on, and which steps it stands lower.

Words only. What a live measure rests on comes from evidence, what a report froze from its own figures.
"""

from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _
from flask_babel import ngettext

from app.measures import labels
from app.measures.evidence import BASE_POINTS, Evidence
from app.measures.models import Measure, Recount, Signal
from app.web import figures

SUSTAINED, COMPARED = 3, 4


@dataclass(frozen=True)
class Basis:
    """`before` and `after` are counts of numbers; `earned` is the grade without the steps down and the recount."""

    before: int
    after: int
    earned: int
    has_change: bool
    signal: Signal
    recounted_on: date | None = None
    has_changed_source: bool = False
    is_stale: bool = False


def basis_of(measure: Measure, found: Evidence, today: date, recounted: Recount | None = None) -> Basis:
    """What a measure's grade rests on, on a day."""
    return Basis(
        before=len(found.base),
        after=len(found.after),
        earned=measure.grade + found.has_changed_source,
        has_change=found.change is not None,
        signal=measure.signal,
        recounted_on=recounted.recorded_on if recounted and measure.is_checked(today) else None,
        has_changed_source=found.has_changed_source,
        is_stale=measure.is_stale(today),
    )


def sentences(basis: Basis) -> list[str]:
    """What the grade rests on, then what takes steps off."""
    return [words for words in (_numbers(basis), *_found(basis), *_steps(basis)) if words]


def in_short(measure: Measure, today: date) -> str:
    """The same for a row of a list, from what is stored with the measure: it asks nothing of the database."""
    said = [_step_reached(measure)]
    if measure.is_checked(today):
        said.append(_("Counted again from outside."))
    if measure.is_stale(today):
        said.append(_("One step down: the next number is overdue."))
    return " ".join(said)


def _step_reached(measure: Measure) -> str:
    if measure.grade >= COMPARED:
        return _("At least three like offices without the change did not have it.")
    if measure.grade >= SUSTAINED:
        return _("The improvement is beyond chance.")
    if measure.signal is Signal.WORSE:
        return _("It got worse beyond chance.")
    if measure.signal is Signal.IMPROVING:
        return _("Better beyond chance, but from few numbers or from two sources.")
    reached = (
        _("No numbers from before the change."), _("Numbers from before, none from after a change."),
        _("Numbers from before and after; the difference may be chance."),
    )  # fmt: skip
    return reached[measure.grade]


def _numbers(basis: Basis) -> str:
    before, after = figures.number(basis.before), figures.number(basis.after)
    if not basis.before:
        return _("One dated count from before, no numbers.") if basis.earned else ""
    if not basis.has_change:
        return ngettext("%(before)s number, no dated change.", "%(before)s numbers, no dated change.", basis.before,
                        before=before)  # fmt: skip
    return ngettext(
        "%(before)s number from before the change, %(after)s from after it.",
        "%(before)s numbers from before the change, %(after)s from after it.", basis.before,
        before=before, after=after,
    )  # fmt: skip


def _found(basis: Basis) -> list[str]:
    found = []
    if basis.before < BASE_POINTS and basis.earned:
        found.append(_("Too few to tell news from chance."))
    if basis.earned >= SUSTAINED:
        found.append(_("The improvement is beyond chance."))
    elif basis.signal is Signal.WORSE:
        found.append(_("It got worse beyond chance."))
    if basis.earned >= COMPARED:
        found.append(_("At least three like offices without the change did not have it."))
    if basis.recounted_on:
        found.append(_("Counted again from outside on %(day)s.", day=labels.day(basis.recounted_on)))
    return found


def _steps(basis: Basis) -> list[str]:
    steps = []
    if basis.is_stale:
        steps.append(_("One step down: the next number is overdue."))
    if basis.has_changed_source:
        steps.append(_("One step down: the numbers come from more than one source."))
    return steps
