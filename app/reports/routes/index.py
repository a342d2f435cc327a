"""The list of reports."""

from flask import render_template, request

from app.offices import finding
from app.offices.places import Place
from app.reports import labels, policy, queries
from app.reports.models import Scope, State
from app.reports.routes.blueprint import bp, number_of
from app.web import access
from app.web.pages import pager


@bp.get("/reports")
@access.signed_in
def index() -> str:
    """Published reports, and drafts that the viewer may read, newest first."""
    sought = finding.sought(request.args.get("office", ""))
    page = queries.page(_filters(sought.office), access.viewer(), number_of("after"), number_of("before"))
    return render_template(
        "reports/index.html",
        page=page,
        pager=pager(page),
        cycles=queries.cycles(),
        can_start=bool(policy.scopes_of(access.viewer())),
        wanted=request.args,
        sought=sought,
        labels=labels,
        scopes=list(Scope),
        states=list(State),
    )


def _filters(office: Place | None) -> queries.Filters:
    scope, state = (request.args.get(name, "").strip() for name in ("scope", "state"))
    return queries.Filters(
        scope=Scope(scope) if scope in list(Scope) else None,
        state=State(state) if state in list(State) else None,
        office=office,
        cycle_id=number_of("cycle"),
    )
