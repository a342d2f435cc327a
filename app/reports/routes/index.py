"""The list of reports."""

from flask import render_template, request

from app.offices.queries import get_by_slug
from app.reports import labels, policy, queries
from app.reports.models import Scope, State
from app.reports.routes.blueprint import bp, number_of
from app.web import access
from app.web.pages import pager


@bp.get("/reports")
@access.signed_in
def index() -> str:
    """Published reports, and drafts that the viewer may read, newest first."""
    page = queries.page(_filters(), access.viewer(), number_of("after"), number_of("before"))
    return render_template(
        "reports/index.html",
        page=page,
        pager=pager(page),
        cycles=queries.cycles(),
        can_start=bool(policy.scopes_of(access.viewer())),
        wanted=request.args,
        labels=labels,
        scopes=list(Scope),
        states=list(State),
    )


def _filters() -> queries.Filters:
    scope, state, slug = (request.args.get(name, "").strip() for name in ("scope", "state", "office"))
    return queries.Filters(
        scope=Scope(scope) if scope in list(Scope) else None,
        state=State(state) if state in list(State) else None,
        office=get_by_slug(slug) if slug else None,
        cycle_id=number_of("cycle"),
    )
