"""The small tests of one plan."""

from flask import render_template

from app.core import clock
from app.offices.days import today_at
from app.plans.labels import title_of
from app.trials import labels, policy, queries
from app.trials.routes.blueprint import PLAN, bp, visible_plan
from app.web import access


@bp.get(PLAN)
@access.signed_in
def of_plan(number: int) -> str:
    """The latest first."""
    plan = visible_plan(number)
    return render_template(
        "trials/of_plan.html",
        plan=plan,
        title=title_of(plan),
        rows=queries.for_plan(plan.id),
        today=today_at(plan.office, clock.now()),
        can_add=policy.can_write(access.viewer(), plan) and policy.is_plan_open(plan),
        labels=labels,
    )
