"""What can be copied, and what waits for the viewer's office."""

from flask import render_template, request

from app.adoptions import catalogue, labels, queries
from app.adoptions.routes.blueprint import bp
from app.core import clock
from app.core.row_numbers import row_number
from app.measures import labels as measure_labels
from app.offices.days import agency_today
from app.offices.models import ChannelKind
from app.pain_points.labels import CHANNELS
from app.plans import labels as plan_labels
from app.web import access
from app.web.pages import pager


@bp.get("/adoptions")
@access.signed_in
def index() -> str:
    """The newest plans first, a page of them; narrowed by channel and words."""
    today, words = agency_today(clock.now()), request.args.get("q", "").strip()[:200]
    kind = next((kind for kind in ChannelKind if kind == request.args.get("channel")), None)
    after, before = row_number(request.args.get("after")), row_number(request.args.get("before"))
    page = catalogue.copyable(today, kind, words, after, before)
    return render_template(
        "adoptions/index.html",
        rows=catalogue.described(page.rows, today),
        pager=pager(page),
        words=words,
        kind=kind,
        channels=CHANNELS,
        waiting=queries.waiting_for(access.viewer(), today),
        labels=labels,
        plan_labels=plan_labels,
        measure_labels=measure_labels,
    )
