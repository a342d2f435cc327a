"""What came of a small test: studied once, notes at any time after it began."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.offices.days import today_at
from app.trials import actions, labels, policy
from app.trials.forms import NoteForm, StudyForm
from app.trials.models import Trial
from app.trials.routes.blueprint import ONE, bp, path_of, writable
from app.trials.routes.show import page
from app.web import access, errors
from app.web.saving import attempt, save


@bp.get(f"{ONE}/studies/new")
@access.signed_in
def new_study(number: int, trial_id: int) -> AnyResponse:
    """The form; 409 before it has begun, and once somebody studied it."""
    trial = writable(number, trial_id)
    today = today_at(trial.plan.office, clock.now())
    if not policy.is_studyable(trial, today):
        return errors.page(409)
    return _page(trial, StudyForm(formdata=None, data={"ended_on": min(today, trial.ends_on)}))


@bp.post(f"{ONE}/studies")
@access.signed_in
def create_study(number: int, trial_id: int) -> AnyResponse:
    """Write what happened, once."""
    trial, form = writable(number, trial_id), StudyForm()
    by, at = access.viewer(), clock.now()

    if not save(form, lambda: actions.study(trial, form.found, by=by, at=at)):
        return _page(trial, form, status=422)
    flash(_("Noted: what happened, and what you learned."))
    return redirect(path_of(trial), 303)


@bp.post(f"{ONE}/notes")
@access.signed_in
def create_note(number: int, trial_id: int) -> AnyResponse:
    """Say something beside what stands."""
    trial, form = writable(number, trial_id), NoteForm()
    by, at = access.viewer(), clock.now()
    here = path_of(trial)
    made = (
        attempt(form, lambda: actions.add_note(trial, form.words.data or "", by=by, at=at)) if form.validate() else None
    )
    if made is None:
        return page(trial, note=form, status=422)
    flash(_("The note stands beside it."))
    return redirect(f"{here}#notes", 303)


def _page(trial: Trial, form: StudyForm, status: int = 200) -> Response:
    html = render_template(
        "trials/study.html", trial=trial, plan=trial.plan, form=form, labels=labels,
        unit=trial.measure.unit if trial.measure else None,
    )  # fmt: skip
    return make_response(html, status)
