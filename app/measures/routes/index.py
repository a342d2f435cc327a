"""The list of measures."""

from datetime import date

from flask import render_template, request

from app.core import clock
from app.measures import card, labels, queries, reasons
from app.measures.models import Measure, Signal
from app.measures.routes.blueprint import bp
from app.offices import finding
from app.offices.days import earliest_and_latest, todays
from app.offices.places import Place
from app.web import access
from app.web.fields import whole
from app.web.pages import pager


@bp.get("/measures")
@access.signed_in
def index() -> str:
    """All measures, the newest first, narrowed by office, mine, signal and stale."""
    at, sought = clock.now(), finding.sought(request.args.get("office", ""))
    filters = _filters(sought.office)
    page = queries.page(filters, whole(request.args.get("after")) or None, whole(request.args.get("before")) or None)
    days = todays((measure.office for measure in page.rows), at)
    return render_template(
        "measures/index.html",
        rows=[_row(measure, days[measure.office_id]) for measure in page.rows],
        pager=pager(page),
        filters=filters,
        sought=sought,
        labels=labels,
    )


def _row(measure: Measure, today: date) -> dict[str, object]:
    return {
        "measure": measure,
        "latest": labels.figure(measure.latest, measure.unit),
        "verdict": card.verdict(measure),
        "grade": card.grade(measure, today),
        "reason": reasons.in_short(measure, today),
        "stale": card.stale(measure, today),
    }


def _filters(office: Place | None) -> queries.Filters:
    wanted = request.args
    signal = wanted.get("signal", "")
    return queries.Filters(
        office=office,
        signal=Signal(signal) if signal in list(Signal) else None,
        mine=access.viewer() if wanted.get("mine") else None,
        stale_on=earliest_and_latest(clock.now())[0] if wanted.get("stale") else None,
    )
