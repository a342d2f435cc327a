"""How full the pages of a version are, whatever is written in it. Takes long: never inside a transaction.

Of texts too long to be laid out the beginning is measured: it has too many pages already.
"""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from threading import Lock
from typing import TypeVar

from app.core import pdf
from app.plans import assembling, content, labels, queries, rendering, sections
from app.plans.actions import Finished
from app.plans.actions.submit import refuse_too_long, too_long
from app.plans.content import Content
from app.plans.errors import CannotMeasure, CannotPrint
from app.plans.length import Length
from app.plans.models import PlanVersion
from app.plans.sheet import PlanSheet

NO_PAGE_HOLDS = 7_500
"""Characters that are more than a page, of the narrowest letters too."""

LONG_ONES = Lock()
"""Held while this process lays out texts that cannot fit."""

Made = TypeVar("Made")


def sheet_of(version: PlanVersion, shown: Content, beside: queries.Beside) -> PlanSheet | None:
    """The sheet with what was typed; None where all texts together would keep the printers busy for minutes."""
    return assembling.draft_sheet(version, shown, beside) if _is_layable(shown) else None


def measured(version: PlanVersion, shown: Content, sheet: PlanSheet | None, beside: queries.Beside) -> Length:
    """How full the pages are with what was typed; `sheet` is that of `sheet_of`. Raises CannotPrint for texts past all
    measure, CannotMeasure where they are not at fault, Busy."""
    with _one_at_a_time(version, shown):
        return _laid_out(version, shown, sheet, rendering.measured) or _least(version, shown, beside)


def finished(version: PlanVersion) -> Finished:
    """The pages as they would be handed in. Raises TooLong, and what `measured` raises."""
    texts, names = content.of(version), labels.names(sections.of(version.plan))
    sheet = assembling.final_sheet(version) if _is_layable(texts) else None
    with _one_at_a_time(version, texts):
        found = _laid_out(version, texts, sheet, rendering.finished)
        if found is None:
            raise too_long(_least(version, texts), names)
    refuse_too_long(found.length, names)
    return found


@contextmanager
def _one_at_a_time(version: PlanVersion, texts: Content) -> Iterator[None]:
    """Texts that cannot fit take seconds. Raises Busy while this process lays out others of that kind, so that nobody's
    keep all its threads waiting for the printers."""
    if _can_fit(version, texts):
        yield
        return
    if not LONG_ONES.acquire(blocking=False):
        raise pdf.Busy
    try:
        yield
    finally:
        LONG_ONES.release()


def _can_fit(version: PlanVersion, texts: Content) -> bool:
    return content.size(texts) <= version.plan.cycle.page_limit * NO_PAGE_HOLDS


def _is_layable(texts: Content) -> bool:
    return content.size(texts) <= content.LONGEST


def _laid_out(
    version: PlanVersion, texts: Content, sheet: PlanSheet | None, make: Callable[[PlanSheet, int], Made]
) -> Made | None:
    """What the printers make of the sheet; None where its texts are too long for them. Raises CannotMeasure where they
    are not, Busy."""
    limit = version.plan.cycle.page_limit
    try:
        return make(sheet, limit) if sheet else None
    except pdf.Busy:
        raise
    except pdf.PdfError as error:
        if _can_fit(version, texts):
            raise CannotMeasure from error
        return None


def _least(version: PlanVersion, texts: Content, beside: queries.Beside | None = None) -> Length:
    """At least so full are texts that cannot be laid out whole. Raises CannotPrint where their beginning cannot be
    either, or fits; Busy."""
    limit = version.plan.cycle.page_limit
    printed = texts.replaced(sections.printed(texts.words, sections.of(version.plan)))
    begun = content.beginning(printed, limit * NO_PAGE_HOLDS)
    try:
        found = rendering.measured(assembling.draft_sheet(version, begun, beside), limit)
    except pdf.Busy:
        raise
    except pdf.PdfError as error:
        raise CannotPrint from error
    if found.fits:
        raise CannotPrint
    return replace(found, is_least=True, sections=_by_whole_text(found, content.lengths(printed)))


def _by_whole_text(found: Length, written: Mapping[str, int]) -> tuple[tuple[str, int], ...]:
    """The sections that people write, with the lines of their beginning, the longest of the whole text first."""
    return tuple(sorted((one for one in found.sections if one[0] in written), key=lambda one: -written[one[0]]))
