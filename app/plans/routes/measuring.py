"""How long the draft is with what was typed, and what it lacks: for the page, and as JSON while somebody writes.

Nothing is saved. Fields that cannot be read are left out, and named.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, jsonify, make_response, render_template
from flask_babel import gettext as _

from app.core import pdf
from app.measures import labels as measure_labels
from app.plans import assembling, labels, queries, readiness, rendering, sections
from app.plans.content import LONGEST, Content, size
from app.plans.length import Length
from app.plans.models import PlanVersion
from app.plans.sheet import PlanSheet
from app.web import errors
from app.web.figures import listed


def answer(version: PlanVersion, shown: Content, beside: queries.Beside, unread: Sequence[str]) -> Response:
    """The meter's figures and what stands below them, as JSON."""
    sheet = sheet_of(version, shown, beside)
    try:
        found = _measured(sheet, version)
    except pdf.PdfError:
        what = _("The pages cannot be measured just now. Nothing is lost.")
        return make_response(jsonify(error=what, reference=errors.refer(503)), 503)
    plan, names = version.plan, labels.names(sections.of(version.plan))
    lacks = _lacks(version, shown, sheet, found)
    return jsonify(
        pages=found.pages, limit=found.limit, fill=found.fill, over_by_lines=found.over_by_lines,
        room_lines=found.room_lines, left_out=_left_out(unread),
        sections=[{"key": key, "label": names.get(key, key), "lines": lines} for key, lines in found.sections],
        lacks=render_template("plans/writing/lacks.html", plan=plan, url=f"/plans/{plan.ref}", names=names, **lacks),
    )  # fmt: skip


def judged(
    version: PlanVersion, shown: Content, sheet: PlanSheet | None, unread: Sequence[str], names: Mapping[str, str]
) -> dict[str, Any]:
    """What the page says of the draft beside it: its length, words, what is missing, advice on its measures."""
    found = measured_or_none(sheet, version)
    meter = None if found is None else _meter(found, names) | {"left_out": _left_out(unread)}
    return {"meter": meter, "counts": readiness.word_counts(shown), **_lacks(version, shown, sheet, found)}


def sheet_of(version: PlanVersion, shown: Content, beside: queries.Beside) -> PlanSheet | None:
    """The sheet with what was typed; None where all texts together would keep the printers busy for minutes."""
    return None if size(shown) > LONGEST else assembling.draft_sheet(version, shown, beside)


def measured_or_none(sheet: PlanSheet | None, version: PlanVersion) -> Length | None:
    """None where the pages cannot be measured now."""
    try:
        return _measured(sheet, version)
    except pdf.PdfError:
        return None


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
        "room_lines": found.room_lines,
        "sections": [(names.get(key, key), lines) for key, lines in found.sections],
    }


def _measured(sheet: PlanSheet | None, version: PlanVersion) -> Length:
    """Raises PdfError, at once for texts that are too long to be a sheet."""
    if sheet is None:
        raise pdf.TooSlow("more than one section holds")
    return rendering.measured(sheet, version.plan.cycle.page_limit)
