"""The year: what is due across plans, and the milestones of one plan."""

from dataclasses import replace

from flask import Response, make_response, render_template, request

from app.core import clock
from app.milestones import drawing, labels, policy, queries
from app.milestones.models import State
from app.milestones.routes.blueprint import PLAN, bp, draft_of, visible_plan
from app.offices import finding
from app.offices.days import today_at
from app.offices.places import Place
from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.labels import title_of
from app.web import access
from app.web.fields import whole
from app.web.pages import pager

LISTED = ("late", *State)


@bp.get("/milestones")
@access.signed_in
def index() -> str:
    """Promises of running plans, overdue first."""
    at, sought = clock.now(), finding.sought(request.args.get("office", ""))
    filters = _filters(sought.office)
    cursors = (queries.cursor_from(request.args.get(name, "")) for name in ("after", "before"))
    page = queries.page(filters, at, *cursors)
    days = queries.days_of(page.rows, at)
    return render_template(
        "milestones/index.html",
        rows=[(one, replace(labels.clock_of(one, days[one.plan.office_id]), due=None)) for one in page.rows],
        pager=pager(page),
        filters=filters,
        sought=sought,
        late=queries.late_count(at, filters.office),
        cycles=plan_queries.cycles(),
        labels=labels,
        title_of=title_of,
    )


@bp.get(PLAN)
@access.signed_in
def of_plan(number: int) -> Response:
    """All milestones of a plan by date; what only the draft holds is for those who read drafts."""
    plan, viewer = visible_plan(number), access.viewer()
    promised = queries.promised_ids(plan.id)
    sees_drafts = plans.can_read_drafts(viewer, plan)
    today = today_at(plan.office, clock.now())
    shown = [one for one in queries.for_plan(plan.id) if sees_drafts or one.id in promised]
    html = render_template(
        "milestones/of_plan.html",
        plan=plan,
        title=title_of(plan),
        rows=[(one, labels.clock_of(one, today)) for one in shown],
        months=drawing.twelve_months(shown, plan.cycle.starts_on, today),
        promised=promised,
        can_add=policy.can_write(viewer, plan) and draft_of(plan) is not None,
        labels=labels,
    )
    return make_response(html)


def _filters(office: Place | None) -> queries.Filters:
    wanted = request.args
    state = wanted.get("state", "")
    return queries.Filters(
        office=office,
        cycle_id=whole(wanted.get("cycle")) or None,
        state=state if state in LISTED else "",
        mine=access.viewer() if wanted.get("mine") else None,
    )
