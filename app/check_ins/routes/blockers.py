"""Blockers: the open ones, one with its story, and the words of whoever is asked and of the team."""

from collections.abc import Callable
from typing import Any

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.check_ins import actions, labels, policy, queries
from app.check_ins.forms import AnswerForm, ReopenForm, SettleForm
from app.check_ins.models import Blocker, BlockerState, StepKind
from app.check_ins.routes.blueprint import NUMBER, PLAN, bp, visible_plan
from app.core import clock
from app.core.database import LostUpdate
from app.core.errors import NotNow
from app.offices.days import agency_today, today_at
from app.plans.labels import title_of
from app.web import access
from app.web.forms import Form
from app.web.saving import save

ONE = f"{PLAN}/blockers/<{NUMBER}:blocker_id>"
FORMS: dict[str, type[Form]] = {"answers": AnswerForm, "settlements": SettleForm, "reopenings": ReopenForm}
ANSWERS: dict[str, Callable[..., None]] = {
    StepKind.TAKEN: actions.take, StepKind.ANSWERED: actions.answer_blocker, StepKind.PASSED_UP: actions.pass_up,
}  # fmt: skip
TEAM: dict[str, Callable[..., None]] = {"settlements": actions.settle, "reopenings": actions.reopen}


@bp.get("/blockers")
@access.signed_in
def index_blockers() -> str:
    """What waits for the viewer's own word, and the other open ones that the viewer may read."""
    viewer = access.viewer()
    widest = policy.widest(viewer)
    own = queries.asked_of(viewer)
    others = queries.open_blockers(office=widest) if widest else []
    known = {one.id for one in own}
    return render_template(
        "check_ins/blockers.html", own=own, others=[one for one in others if one.id not in known], labels=labels,
        today=agency_today(clock.now()),
    )  # fmt: skip


@bp.get(ONE)
@access.signed_in
def show_blocker(number: int, blocker_id: int) -> Response:
    return _page(_visible(number, blocker_id), {})


@bp.post(f"{ONE}/<any(answers, settlements, reopenings):step>")
@access.signed_in
def create_blocker_step(number: int, blocker_id: int, step: str) -> AnyResponse:
    """Say what happens, or that it is settled, or that it is not. Nothing typed is lost."""
    blocker, form, viewer = _visible(number, blocker_id), FORMS[step](), access.viewer()
    access.require(policy.can_answer(viewer, blocker) if step == "answers" else policy.can_tell(viewer, blocker.plan))
    try:
        if not save(form, lambda: _act(blocker, step, form)):
            return _page(blocker, {step: form}, 422)
    except LostUpdate:
        form.refuse(NotNow())
    except NotNow as late:
        form.refuse(late)
    else:
        flash(_("Noted. Those who need to know are told."))
        return redirect(f"/plans/P-{number}/blockers/{blocker_id}", 303)
    return _page(_visible(number, blocker_id), {step: form}, 409)


def _act(blocker: Blocker, step: str, form: Any) -> None:
    action = ANSWERS[form.step.data] if step == "answers" else TEAM[step]
    action(blocker, form.words.data or "", seen_lock=form.seen_lock, by=access.viewer(), at=clock.now())


def _visible(number: int, blocker_id: int) -> Blocker:
    """404 where the plan is not the viewer's to see, 403 where the blocker is not."""
    blocker = access.found(queries.get_blocker(visible_plan(number), blocker_id))
    access.require(policy.can_read_blocker(access.viewer(), blocker))
    return blocker


def _page(blocker: Blocker, sent: dict[str, Form], status: int = 200) -> Response:
    viewer, plan = access.viewer(), blocker.plan
    forms = {name: sent.get(name) or FORMS[name](formdata=None, lock=str(blocker.lock)) for name in FORMS}
    for form in sent.values():
        form["lock"].data = str(blocker.lock)
    answer = forms["answers"]
    assert isinstance(answer, AnswerForm)  # noqa: S101  # as FORMS says
    if not policy.can_pass_up(blocker):
        answer.leave_out(StepKind.PASSED_UP)
    if blocker.state is BlockerState.TAKEN:
        answer.leave_out(StepKind.TAKEN)
    is_team = policy.can_tell(viewer, plan)
    html = render_template(
        "check_ins/blocker.html", blocker=blocker, plan=plan, title=title_of(plan), labels=labels, forms=forms,
        today=today_at(plan.office, clock.now()), sent=sent,
        can_answer=policy.is_asked(blocker) and policy.can_answer(viewer, blocker),
        can_settle=is_team and policy.is_unsettled(blocker), can_reopen=is_team and policy.can_reopen(blocker),
    )  # fmt: skip
    return make_response(html, status)
