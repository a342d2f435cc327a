"""One small test: plan, do, study, act."""

from flask import Response, make_response, render_template

from app.core import clock
from app.offices.days import today_at
from app.trials import labels, policy
from app.trials.forms import NoteForm
from app.trials.models import Trial
from app.trials.routes.blueprint import ONE, bp, visible
from app.web import access


@bp.get(ONE)
@access.signed_in
def show(number: int, trial_id: int) -> Response:
    """The page; buttons only for those who may use them now."""
    return page(visible(number, trial_id))


def page(trial: Trial, *, note: NoteForm | None = None, status: int = 200) -> Response:
    """The page with the note's form as it stands; one that was refused holds what was typed."""
    today = today_at(trial.plan.office, clock.now())
    is_writer = policy.can_write(access.viewer(), trial.plan)
    html = render_template(
        "trials/show.html",
        trial=trial,
        plan=trial.plan,
        state=trial.state_on(today),
        clock=labels.clock_of(trial, today),
        unit=trial.measure.unit if trial.measure else None,
        can_change=is_writer and policy.is_changeable(trial, today),
        can_study=is_writer and policy.is_studyable(trial, today),
        can_note=is_writer and policy.is_notable(trial, today),
        note_form=note or NoteForm(formdata=None),
        labels=labels,
    )
    return make_response(html, status)
