"""How long the draft is with what was typed, and what it lacks: for the page, and as JSON while somebody writes.

Nothing is saved. Fields that cannot be read are left out, and named. Of texts too long to be laid out the beginning is
measured: it has too many pages already.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from flask import Response, jsonify, make_response, render_template
from flask_babel import gettext as _

from app.core import pdf
from app.measures import labels as measure_labels
from app.plans import assembling, labels, queries, readiness, rendering, sections
from app.plans.actions.submit import too_long
from app.plans.content import LONGEST, Content, beginning, size
from app.plans.errors import CannotPrint
from app.plans.length import Length
from app.plans.models import PlanVersion
from app.plans.sheet import PlanSheet
from app.web import errors
from app.web.figures import listed
from app.web.texts import said

NO_PAGE_HOLDS = 7_500
"""Characters that are more than a page, of the narrowest letters too."""


def answer(version: PlanVersion, shown: Content, beside: queries.Beside, unread: Sequence[str]) -> Response:
    """The meter's figures and what stands below them, as JSON."""
    sheet = sheet_of(version, shown, beside)
    try:
        found = _measured(sheet, version, shown, beside)
    except (pdf.PdfError, CannotPrint) as error:
        status = 422 if isinstance(error, CannotPrint) else 503
        return make_response(jsonify(error=_trouble(error), reference=errors.refer(status)), status)
    plan, names = version.plan, labels.names(sections.of(version.plan))
    lacks = _lacks(version, shown, sheet, found)
    return jsonify(
        pages=found.pages, limit=found.limit, fill=found.fill, over_by_lines=found.over_by_lines,
        room_lines=found.room_lines, at_least=found.is_least, sentence=_sentence(found, names),
        left_out=_left_out(unread),
        sections=[{"key": key, "label": names.get(key, key), "lines": lines} for key, lines in found.sections],
        lacks=render_template("plans/writing/lacks.html", plan=plan, url=f"/plans/{plan.ref}", names=names, **lacks),
    )  # fmt: skip


def judged(
    version: PlanVersion,
    shown: Content,
    sheet: PlanSheet | None,
    beside: queries.Beside,
    *,
    unread: Sequence[str],
    names: Mapping[str, str],
) -> dict[str, Any]:
    """What the page says of the draft beside it: its length, words, what is missing, advice on its measures.

    Without a `meter` the `trouble` says why.
    """
    found, trouble = None, ""
    try:
        found = _measured(sheet, version, shown, beside)
    except (pdf.PdfError, CannotPrint) as error:
        trouble = _trouble(error)
    meter = None if found is None else _meter(found, names) | {"left_out": _left_out(unread)}
    lacks = _lacks(version, shown, sheet, found)
    return {"meter": meter, "trouble": trouble, "counts": readiness.word_counts(shown), **lacks}


def sheet_of(version: PlanVersion, shown: Content, beside: queries.Beside) -> PlanSheet | None:
    """The sheet with what was typed; None where all texts together would keep the printers busy for minutes."""
    return None if size(shown) > LONGEST else assembling.draft_sheet(version, shown, beside)


def least(version: PlanVersion, shown: Content, beside: queries.Beside | None = None) -> Length:
    """At least so full are texts that cannot be laid out whole. Raises CannotPrint where that is not known either,
    Busy."""
    limit = version.plan.cycle.page_limit
    begun = beginning(shown, limit * NO_PAGE_HOLDS)
    try:
        found = rendering.measured(assembling.draft_sheet(version, begun, beside), limit)
    except pdf.Busy:
        raise
    except pdf.PdfError as error:
        raise CannotPrint from error
    if found.fits:
        raise CannotPrint
    return replace(found, is_least=True)


def _lacks(version: PlanVersion, shown: Content, sheet: PlanSheet | None, found: Length | None) -> dict[str, Any]:
    return {
        "steps": readiness.steps(shown, found, sections.of(version.plan)),
        "advice": assembling.advice(sheet) if sheet else (),
        "advice_words": measure_labels.ADVICE,
    }


def _left_out(unread: Sequence[str]) -> str:
    return _("Measured without what cannot be read: %(fields)s.", fields=listed(unread)) if unread else ""


def _meter(found: Length, names: Mapping[str, str]) -> dict[str, Any]:
    """The figures that templates/components/meter.html asks for."""
    return {
        "pages": found.fill * found.limit,
        "limit": found.limit,
        "over_by_lines": found.over_by_lines,
        "sentence": _sentence(found, names),
        "room_lines": found.room_lines,
        "sections": [(names.get(key, key), lines) for key, lines in found.sections],
    }


def _sentence(found: Length, names: Mapping[str, str]) -> str:
    """What the meter says in place of its own words."""
    return said(too_long(found, names)) if found.is_least else ""


def _trouble(error: pdf.PdfError | CannotPrint) -> str:
    """Why there are no figures."""
    if isinstance(error, CannotPrint):
        return said(error)
    return _("The pages cannot be measured just now. Nothing is lost.")


def _measured(sheet: PlanSheet | None, version: PlanVersion, shown: Content, beside: queries.Beside) -> Length:
    """Raises CannotPrint for texts past all measure, PdfError where they are not at fault."""
    try:
        if sheet is not None:
            return rendering.measured(sheet, version.plan.cycle.page_limit)
    except pdf.Busy:
        raise
    except pdf.PdfError:
        if size(shown) <= version.plan.cycle.page_limit * NO_PAGE_HOLDS:
            raise
    return least(version, shown, beside)
