"""What who asked does with an answer: settles the remark, or asks again."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule, NotNow
from app.plans import labels as plan_labels
from app.plans import sections
from app.plans.queries import writer_ids
from app.reviews import actions, labels, policy, queries
from app.reviews.forms import QuestionForm
from app.reviews.models import Remark
from app.reviews.routes.blueprint import REMARK, bp, page_of, remark
from app.web import access
from app.web.texts import said


@bp.post(f"{REMARK}/settlements")
@access.signed_in
def create_settlement(number: int, remark_id: int) -> AnyResponse:
    found = _own(number, remark_id)
    with transaction():
        actions.settle(found, by=access.viewer(), at=clock.now())
    flash(_("The remark is settled."))
    return redirect(page_of(found), 303)


@bp.get(f"{REMARK}/questions/new")
@access.signed_in
def new_question(number: int, remark_id: int) -> Response:
    return _page(_own(number, remark_id), QuestionForm(formdata=None))


@bp.post(f"{REMARK}/questions")
@access.signed_in
def create_question(number: int, remark_id: int) -> AnyResponse:
    """The remark waits for the team again."""
    found, form = _own(number, remark_id), QuestionForm()
    if not form.validate():
        return _page(found, form, status=422)
    path = page_of(found)
    try:
        with transaction():
            words, at = form.words.data or "", clock.now()
            actions.ask_again(found, words, path=path.partition("#")[0], by=access.viewer(), at=at)
    except NotNow as broken:
        form.form_errors = [*form.form_errors, said(broken)]
        return _page(found, form, status=409)
    except BrokenRule as broken:
        form.refuse(broken)
        return _page(found, form, status=422)
    flash(_("Your question is kept. The team is told."))
    return redirect(path, 303)


def _own(number: int, remark_id: int) -> Remark:
    """403 for those who did not ask."""
    found = remark(number, remark_id)
    writers = writer_ids(found.plan)
    has_asker = found.author_id in queries.asker_ids(found.plan, writers)
    access.require(policy.can_settle(access.viewer(), found, writers, has_asker=has_asker))
    return found


def _page(found: Remark, form: QuestionForm, status: int = 200) -> Response:
    html = render_template(
        "reviews/question.html",
        remark=found,
        plan=found.plan,
        form=form,
        back=page_of(found),
        labels=labels,
        part_name=labels.part_of(plan_labels.names(sections.of(found.plan)))(found.part),
    )
    return make_response(html, status)
