"""How a plan goes, in the words of its team: the list, and the three questions in the app."""

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.check_ins import actions, labels, policy, queries
from app.check_ins.forms import CheckInForm
from app.check_ins.models import Blocker
from app.check_ins.routes.blueprint import PLAN, bp, own_plan, readable_plan
from app.core import clock
from app.core.errors import NotNow
from app.core.row_numbers import row_number
from app.offices.days import today_at
from app.plans.labels import title_of
from app.plans.models import Plan
from app.web import access
from app.web.forms import Form
from app.web.pages import pager
from app.web.saving import attempt


@bp.get(f"{PLAN}/check-ins")
@access.signed_in
def index(number: int) -> str:
    """What was told, the newest first, and what is still blocked."""
    plan = readable_plan(number)
    after, before = (row_number(request.args.get(name, "")) for name in ("after", "before"))
    found = queries.page(plan.id, after, before)
    return render_template(
        "check_ins/index.html", plan=plan, title=title_of(plan), rows=found.rows, pager=pager(found), labels=labels,
        blockers=queries.open_blockers(plan_id=plan.id), today=today_at(plan.office, clock.now()),
        can_tell=policy.can_tell(access.viewer(), plan),
    )  # fmt: skip


@bp.get(f"{PLAN}/check-ins/new")
@access.signed_in
def new(number: int) -> Response:
    """The three questions: what was asked, or unasked."""
    return _page(own_plan(number), CheckInForm(formdata=None))


@bp.post(f"{PLAN}/check-ins")
@access.signed_in
def create(number: int) -> AnyResponse:
    """Tell. Who comes too late reads why, and keeps what was typed."""
    plan, form = own_plan(number), CheckInForm()
    if not form.validate():
        return _page(plan, form, 422)
    by, at = access.viewer(), clock.now()

    def tell() -> tuple[Blocker | None]:
        return (actions.tell(plan, form.told, by=by, at=at),)

    try:
        told = attempt(form, tell)
    except NotNow as late:
        form.refuse(late)
        return _page(plan, form, 409)
    if told is None:
        return _page(plan, form, 422)
    flash(thanks(told[0]))
    return redirect(f"/plans/{plan.ref}/check-ins", 303)


def thanks(blocker: Blocker | None) -> str:
    """What is said when the answers are in."""
    if blocker is None:
        return _("Your answers are in. The next questions come in two weeks.")
    return _("Your answers are in. %(name)s is asked to help.", name=blocker.asked_of.name)


def _page(plan: Plan, form: Form, status: int = 200) -> Response:
    newest, today = queries.newest(plan.id), today_at(plan.office, clock.now())
    is_asked = newest is not None and policy.is_answerable(newest, today)
    html = render_template(
        "check_ins/new.html", plan=plan, title=title_of(plan), form=form, check_in=newest if is_asked else None
    )
    return make_response(html, status)
