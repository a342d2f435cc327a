"""Planning a small test, changing it before it begins, taking it out."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import LostUpdate, transaction
from app.offices.days import today_at
from app.plans.models import Plan
from app.trials import actions, policy, queries
from app.trials.errors import HasBegun
from app.trials.forms import DesignForm
from app.trials.models import Trial
from app.trials.routes.blueprint import ONE, PLAN, bp, path_of, writable, writable_plan
from app.web import access, errors
from app.web.figures import typed
from app.web.lost_updates import Difference, beside
from app.web.saving import attempt


@bp.get(f"{PLAN}/new")
@access.signed_in
def new(number: int) -> AnyResponse:
    """The empty form; 409 where the plan has ended."""
    plan = writable_plan(number)
    if not policy.is_plan_open(plan):
        return errors.page(409)
    return _page(plan, None, DesignForm(formdata=None))


@bp.post(PLAN)
@access.signed_in
def create(number: int) -> AnyResponse:
    """Plan one more."""
    plan, form = writable_plan(number), DesignForm()
    by, at = access.viewer(), clock.now()
    made = attempt(form, lambda: actions.plan(plan, form.design, by=by, at=at)) if form.validate() else None
    if made is None:
        return _page(plan, None, form, status=422)
    flash(_("The test is planned."))
    return redirect(path_of(made), 303)


@bp.get(f"{ONE}/edit")
@access.signed_in
def edit(number: int, trial_id: int) -> AnyResponse:
    """The form with what is saved; 409 once it has begun."""
    trial = writable(number, trial_id)
    if not policy.is_changeable(trial, today_at(trial.plan.office, clock.now())):
        return errors.page(409)
    return _page(trial.plan, trial, DesignForm(formdata=None, data=_saved(trial) | {"lock": str(trial.lock)}))


@bp.post(f"{ONE}/edit")
@access.signed_in
def update(number: int, trial_id: int) -> AnyResponse:
    """Save; where someone else saved in between, both stand beside each other."""
    trial, form = writable(number, trial_id), DesignForm()
    by, at = access.viewer(), clock.now()
    if not form.validate():
        return _page(trial.plan, trial, form, status=422)
    try:
        saved = attempt(form, lambda: actions.change(trial, form.design, seen_lock=form.seen_lock, by=by, at=at))
    except LostUpdate:
        return _both(trial, form)
    if saved is None:
        return _page(trial.plan, trial, form, status=422)
    flash(_("Saved."))
    return redirect(path_of(trial), 303)


@bp.post(f"{ONE}/removals")
@access.signed_in
def remove(number: int, trial_id: int) -> AnyResponse:
    """Take out what has not begun; where it has, its page says so."""
    trial = writable(number, trial_id)
    here, ref = path_of(trial), trial.plan.ref
    try:
        with transaction():
            actions.remove(trial, by=access.viewer(), at=clock.now())
    except HasBegun as broken:
        flash(_(broken.message), "late")
        return redirect(here, 303)
    flash(_("The test is taken out."))
    return redirect(f"/plans/{ref}/trials", 303)


def _both(trial: Trial, form: DesignForm) -> Response:
    _choices(form, trial.plan)
    return _page(trial.plan, trial, form, found=beside(form, trial, _saved), status=409)


def _saved(trial: Trial) -> dict[str, object]:
    names = ("question", "action", "place", "starts_on", "ends_on", "prediction")
    own = {name: getattr(trial, name) for name in names}
    return own | {"measure_id": trial.measure_id or 0, "predicted": typed(trial.predicted)}


def _choices(form: DesignForm, plan: Plan) -> None:
    form.measure_id.choices = [(0, _("None")), *queries.measures_of(plan.id)]


def _page(
    plan: Plan, trial: Trial | None, form: DesignForm, *, found: list[Difference] | None = None, status: int = 200
) -> Response:
    _choices(form, plan)
    html = render_template("trials/edit.html", plan=plan, trial=trial, form=form, found=found)
    return make_response(html, status)
