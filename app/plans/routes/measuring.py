"""How long the draft is with what was typed, without saving it: for the page, and as JSON while somebody writes."""

from collections.abc import Mapping
from typing import Any

from flask import Response, jsonify, make_response
from flask_babel import gettext as _

from app.core import pdf
from app.plans import assembling, labels, queries, rendering, sections
from app.plans.content import LONGEST, Content, size
from app.plans.length import Length
from app.plans.models import PlanVersion
from app.plans.sheet import PlanSheet


def answer(version: PlanVersion, shown: Content, beside: queries.Beside) -> Response:
    """The meter's figures as JSON."""
    try:
        found = _measured(sheet_of(version, shown, beside), version)
    except pdf.PdfError:
        return make_response(jsonify(error=_("The pages cannot be measured just now. Nothing is lost.")), 503)
    names = labels.names(sections.of(version.plan))
    return jsonify(
        pages=found.pages, limit=found.limit, fill=found.fill, over_by_lines=found.over_by_lines,
        room_lines=found.room_lines,
        sections=[{"key": key, "label": names.get(key, key), "lines": lines} for key, lines in found.sections],
    )  # fmt: skip


def sheet_of(version: PlanVersion, shown: Content, beside: queries.Beside) -> PlanSheet | None:
    """The sheet with what was typed; None where all texts together would keep the printers busy for minutes."""
    return None if size(shown) > LONGEST else assembling.draft_sheet(version, shown, beside)


def measured_or_none(sheet: PlanSheet | None, version: PlanVersion) -> Length | None:
    """None where the pages cannot be measured now."""
    try:
        return _measured(sheet, version)
    except pdf.PdfError:
        return None


def meter(found: Length | None, names: Mapping[str, str]) -> dict[str, Any] | None:
    """The figures that templates/components/meter.html asks for."""
    if found is None:
        return None
    return {
        "pages": found.fill * found.limit,
        "limit": found.limit,
        "over_by_lines": found.over_by_lines,
        "room_lines": found.room_lines,
        "sections": [(names.get(key, key), lines) for key, lines in found.sections],
    }


def _measured(sheet: PlanSheet | None, version: PlanVersion) -> Length:
    """Raises PdfError, at once for texts that are too long to be a sheet."""
    if sheet is None:
        raise pdf.TooSlow("more than one section holds")
    return rendering.measured(sheet, version.plan.cycle.page_limit)
