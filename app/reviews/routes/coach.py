"""Who coaches a plan: named by the program office, with all who did before."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.accounts import queries as accounts
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule, NotAllowed, NotNow
from app.plans import labels
from app.plans import policy as plan_policy
from app.plans.models import Plan
from app.reviews import actions, policy, queries
from app.reviews.forms import CoachForm
from app.reviews.routes.blueprint import PLAN, bp, visible_plan
from app.web import access


@bp.get(f"{PLAN}/coach")
@access.signed_in
def show_coach(number: int) -> Response:
    """For those who read the drafts."""
    plan = visible_plan(number)
    access.require(plan_policy.can_read_drafts(access.viewer(), plan))
    return _page(plan, CoachForm(formdata=None))


@bp.post(f"{PLAN}/coach")
@access.roles("program_office")
def create_coach(number: int) -> AnyResponse:
    """Name somebody; who coached before does not any more."""
    plan, form = visible_plan(number), CoachForm()
    if not form.validate():
        return _page(plan, form, status=422)
    try:
        with transaction():
            person = accounts.pick(str(form.person.data), "person")
            actions.name_coach(plan, person, by=access.viewer(), at=clock.now())
            name = person.name
    except (NotAllowed, NotNow):
        raise
    except BrokenRule as broken:
        form.refuse(broken)
        return _page(plan, form, status=422)
    flash(_("%(name)s coaches this plan now.", name=name))
    return redirect(f"/plans/P-{number}/coach", 303)


@bp.post(f"{PLAN}/coach/endings")
@access.roles("program_office")
def end_coach(number: int) -> AnyResponse:
    plan = visible_plan(number)
    with transaction():
        actions.end_coach(plan, by=access.viewer(), at=clock.now())
    flash(_("Nobody coaches this plan now."))
    return redirect(f"/plans/P-{number}/coach", 303)


def _page(plan: Plan, form: CoachForm, status: int = 200) -> Response:
    everyone = queries.coaches(plan)
    html = render_template(
        "reviews/coach.html",
        plan=plan,
        form=form,
        coach=next((one for one in everyone if one.grant.to_on is None), None),
        earlier=[one for one in everyone if one.grant.to_on is not None],
        can_name=policy.can_name_coach(access.viewer(), plan),
        labels=labels,
    )
    return make_response(html, status)
