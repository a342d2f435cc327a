"""Where a version stands with the channels it touches."""

from flask import Response, make_response, render_template, request

from app.accounts import policy as accounts
from app.core import clock
from app.offices.days import today_at
from app.plans import labels as plan_labels
from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.models import PlanVersion
from app.sign_offs import actions, labels, policy, standing
from app.sign_offs.forms import AskForm
from app.sign_offs.routes.blueprint import ALL, bp, shown_version, visible_plan
from app.web import access
from app.web.fields import whole


@bp.get(ALL)
@access.signed_in
def index(number: int) -> Response:
    """The newest version that the viewer may read; `?version=2` another one."""
    plan = visible_plan(number)
    wanted = request.args.get("version")
    if wanted is None:
        return page(shown_version(plan))
    return page(access.found(plan_queries.get_version(plan, whole(wanted), access.viewer())))


def page(version: PlanVersion, form: AskForm | None = None, *, status: int = 200) -> Response:
    """The map of a version, with what its team can do next."""
    plan, viewer, at = version.plan, access.viewer(), clock.now()
    today = today_at(plan.office, at)
    form = form or AskForm(formdata=None, due_on=actions.default_due(plan, at))
    html = render_template(
        "sign_offs/of_plan.html",
        plan=plan,
        version=version,
        versions=[one for one in plan.versions if plans.can_read_version(viewer, one)],
        stands=standing.ranked(version, today),
        today=today,
        form=form,
        counts_earlier=policy.counts_earlier(version),
        can_ask=policy.can_ask(viewer, version),
        can_take_back=policy.can_take_back(viewer, version),
        can_name_owner=accounts.can_name_owner(viewer, plan.office),
        labels=labels,
        plan_labels=plan_labels,
    )
    return make_response(html, status)
