"""What a plan's draft promises to move: choosing measures and their order."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import transaction
from app.core.errors import NotNow
from app.measures import actions, advice, card, labels, queries
from app.measures.forms import ChoiceForm
from app.measures.models import Measure
from app.measures.routes.blueprint import NUMBER, bp, draft_of, editable_plan, visible, visible_plan
from app.offices.days import todays
from app.plans import policy as plans
from app.plans import queries as plan_queries
from app.plans.labels import title_of
from app.plans.models import Plan, PlanVersion
from app.web import access
from app.web.saving import attempt


@bp.get(f"/plans/P-{NUMBER}/measures")
@access.signed_in
def promised(number: int) -> Response:
    """The measures of the plan as the viewer may see it; the draft's for those who write it."""
    plan = visible_plan(number)
    return _page(plan, ChoiceForm(formdata=None))


@bp.post(f"/plans/P-{NUMBER}/measures")
@access.signed_in
def create_link(number: int) -> AnyResponse:
    """Promise one more measure."""
    plan = editable_plan(number)
    form, draft = ChoiceForm(), draft_of(plan)
    if draft is None:
        raise NotNow
    measure = queries.get(form.measure.data) if form.validate() else None
    if measure is None:
        form.measure.errors = [_("Choose a measure from the list.")]
        return _page(plan, form, status=422)
    by, at = access.viewer(), clock.now()
    if attempt(form, lambda: actions.link(draft, measure, by=by, at=at)) is None:
        return _page(plan, form, status=422)
    flash(_("%(name)s is in the plan.", name=measure.name))
    return redirect(f"/plans/{plan.ref}/measures", 303)


@bp.post(f"/plans/P-{NUMBER}/measures/M-<int(max=2000000000):measure>/removals")
@access.signed_in
def remove_link(number: int, measure: int) -> AnyResponse:
    """Take a measure out of the draft; the measure itself stays."""
    plan, found = editable_plan(number), visible(measure)
    with transaction():
        actions.unlink(_draft(plan), found, by=access.viewer(), at=clock.now())
    flash(_("%(name)s is out of the plan. The measure itself stays.", name=found.name))
    return redirect(f"/plans/{plan.ref}/measures", 303)


@bp.post(f"/plans/P-{NUMBER}/measures/M-<int(max=2000000000):measure>/<any(up, down):way>")
@access.signed_in
def move_link(number: int, measure: int, way: str) -> AnyResponse:
    """One place up or down."""
    plan, found = editable_plan(number), visible(measure)
    with transaction():
        actions.move(_draft(plan), found, up=way == "up", by=access.viewer(), at=clock.now())
    return redirect(f"/plans/{plan.ref}/measures", 303)


def _draft(plan: Plan) -> PlanVersion:
    draft = draft_of(plan)
    if draft is None:
        raise NotNow
    return draft


def _page(plan: Plan, form: ChoiceForm, status: int = 200) -> Response:
    viewer = access.viewer()
    can_edit = plans.can_edit(viewer, plan)
    draft = draft_of(plan) if can_edit else None
    shown = draft or plan_queries.shown_to(plan, viewer)
    numbers = queries.for_version(shown.id) if shown else []
    days = todays((one.measure.office for one in numbers), clock.now())
    candidates = queries.candidates(plan, draft) if draft else []
    form.measure.choices = [(one.number, _choice(one, plan)) for one in candidates]
    html = render_template(
        "measures/promised.html",
        plan=plan,
        title=title_of(plan),
        version=shown,
        draft=draft,
        can_edit=can_edit,
        cards=[(one.measure, card.card_of(one, days[one.measure.office_id])) for one in numbers],
        form=form,
        most=actions.MOST,
        advice=advice.of(one.measure for one in numbers),
        labels=labels,
    )
    return make_response(html, status)


def _choice(measure: Measure, plan: Plan) -> str:
    where = "" if measure.office_id == plan.office_id else f", {measure.office.name}"
    return f"{measure.name} ({measure.ref}{where})"
