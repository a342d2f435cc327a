"""How long the draft is with what was typed, and what it lacks: for the page, and as JSON while somebody writes.

Nothing is saved. Fields that cannot be read are left out, and named.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from flask import Response, jsonify, make_response, render_template
from flask_babel import gettext as _

from app.core import pdf
from app.core.errors import BrokenRule
from app.measures import labels as measure_labels
from app.plans import assembling, labels, measuring, queries, readiness, sections
from app.plans.actions.submit import too_long
from app.plans.content import Content
from app.plans.errors import CannotMeasure, CannotPrint
from app.plans.length import Length
from app.plans.models import PlanVersion
from app.plans.sheet import PlanSheet
from app.web import errors
from app.web.figures import listed
from app.web.texts import said

TROUBLES = (CannotPrint, CannotMeasure, pdf.Busy)


def answer(version: PlanVersion, shown: Content, beside: queries.Beside, unread: Sequence[str]) -> Response:
    """The meter's figures and what stands below them, as JSON. Without figures why: 422 where the texts are at fault,
    503 where the printers are."""
    sheet = measuring.sheet_of(version, shown, beside)
    try:
        found = measuring.measured(version, shown, sheet, beside)
    except TROUBLES as error:
        status = 422 if isinstance(error, CannotPrint) else 503
        return make_response(jsonify(error=_trouble(error), reference=errors.refer(status)), status)
    plan, names = version.plan, labels.names(sections.of(version.plan))
    lacks = _lacks(version, shown, sheet, found)
    return jsonify(
        pages=found.pages, limit=found.limit, fill=found.fill, over_by_lines=found.over_by_lines,
        room_lines=found.room_lines, sentence=_sentence(found, names), left_out=_left_out(unread),
        sections=[{"key": key, "label": names.get(key, key), "lines": lines} for key, lines in found.longest_few],
        lacks=render_template("plans/writing/lacks.html", plan=plan, url=f"/plans/{plan.ref}", names=names, **lacks),
    )  # fmt: skip


def judged(
    version: PlanVersion, shown: Content, beside: queries.Beside, *, unread: Sequence[str], names: Mapping[str, str]
) -> dict[str, Any]:
    """What the page says of the draft beside it: its length, words, what is missing, advice on its measures.

    Without a `meter` the `trouble` says why.
    """
    sheet = measuring.sheet_of(version, shown, beside)
    found, trouble = None, ""
    try:
        found = measuring.measured(version, shown, sheet, beside)
    except TROUBLES as error:
        trouble = _trouble(error)
    meter = None if found is None else _meter(found, names) | {"left_out": _left_out(unread)}
    lacks = _lacks(version, shown, sheet, found)
    return {"meter": meter, "trouble": trouble, "counts": readiness.word_counts(shown), **lacks}


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
        "sections": [(names.get(key, key), lines) for key, lines in found.longest_few],
    }


def _sentence(found: Length, names: Mapping[str, str]) -> str:
    """What the meter says in place of its own words."""
    return said(too_long(found, names)) if found.is_least else ""


def _trouble(error: BrokenRule | pdf.Busy) -> str:
    """Why there are no figures."""
    return said(error if isinstance(error, BrokenRule) else CannotMeasure())
