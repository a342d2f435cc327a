"""The copies of a plan's changes, those that failed too; offering a change to like offices, taking an offer
back; taking one up oneself."""

from collections import defaultdict
from dataclasses import replace

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from app.adoptions import actions, labels, like, policy, proof, queries
from app.adoptions.actions import Offer
from app.adoptions.errors import OfferedAlready
from app.adoptions.forms import OfferForm, WithdrawalForm
from app.adoptions.like import Like
from app.adoptions.models import Adoption
from app.adoptions.proof import Proof
from app.adoptions.queries import Listed
from app.adoptions.routes.blueprint import ONE, PLAN, bp, path_of, visible_plan, withdrawable
from app.adoptions.routes.show import page
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.core.row_numbers import row_number
from app.measures import labels as measure_labels
from app.offices.days import today_at
from app.plans import labels as plan_labels
from app.plans import queries as plan_queries
from app.plans.models import Plan, PlanVersion
from app.web import access
from app.web.saving import attempt, save
from app.web.texts import said


@bp.get(PLAN)
@access.signed_in
def of_plan(number: int) -> Response:
    """What is proven, where it was copied, and for whose seat it is: the form to offer it."""
    return _page(visible_plan(number))


@bp.post(PLAN)
@access.signed_in
def create(number: int) -> AnyResponse:
    """Offer one change to one or more like offices, all or none."""
    plan, form = visible_plan(number), OfferForm()
    by, at = access.viewer(), clock.now()
    access.require(policy.can_offer(by, plan))
    found, likes = _proof(plan), _likes(plan, queries.for_plan(plan.id))
    _choices(form, plan, likes)

    def write() -> list[Adoption]:
        wanted = [one for one in likes if one.office_id in (form.offices.data or ())]
        return [actions.offer(plan, form.offer, one, found, by=by, at=at) for one in wanted]

    made = attempt(form, write) if form.validate() else None
    if made is None:
        return _page(plan, form, likes, status=422)
    flash(ngettext("Offered to %(num)s office.", "Offered to %(num)s offices.", len(made)))
    return redirect(f"/plans/{plan.ref}/spread", 303)


@bp.post(f"{PLAN}/own")
@access.signed_in
def create_own(number: int) -> AnyResponse:
    """Take a change up for one's own office, with the words that the plan has; its page asks the rest."""
    plan, by, at = visible_plan(number), access.viewer(), clock.now()
    office_id = row_number(request.form.get("office_id")) or 0
    access.require(policy.is_seat_of(by, office_id))
    here, version = f"/plans/{plan.ref}/spread", plan_queries.in_force(plan)
    given = replace(_prefilled(version), change_id=row_number(request.form.get("change_id")) or 0)
    own = Like(office_id, _own_offices(plan).get(office_id, ""), by.name, ())
    found = _proof(plan)
    try:
        with transaction():
            made = path_of(actions.offer(plan, given, own, found, by=by, at=at))
    except OfferedAlready:
        flash(_("Your office has this change already."), "late")
    except BrokenRule as broken:
        flash(said(broken), "late")
    else:
        here = made
    return redirect(here, 303)


@bp.post(f"{ONE}/withdrawals")
@access.signed_in
def create_withdrawal(number: int) -> AnyResponse:
    """Take an offer back that nobody has taken up."""
    adoption, form = withdrawable(number), WithdrawalForm()
    here, by, at = path_of(adoption), access.viewer(), clock.now()

    if not save(form, lambda: actions.withdraw(adoption, form.why.data or "", by=by, at=at)):
        return page(adoption, typed=("withdrawals", form), status=422)
    flash(_("The offer is withdrawn."))
    return redirect(here, 303)


def _proof(plan: Plan) -> Proof | None:
    return proof.of_plan(plan, today_at(plan.office, clock.now()))


def _likes(plan: Plan, copies: list[Listed]) -> list[Like]:
    """Like offices that do not have every change already."""
    version = plan_queries.in_force(plan)
    if version is None:
        return []
    had: dict[int, set[str]] = defaultdict(set)
    for row in copies:
        had[row.office_id].add(row.what)
    whole = [office for office, changes in had.items() if {one.what for one in version.changes} <= changes]
    return like.offices(plan, version, whole)


def _own_offices(plan: Plan) -> dict[int, str]:
    """Offices whose seat the viewer holds, beside the plan's own, by id."""
    person = access.viewer()
    seats = policy.seat_offices(person) - {plan.office_id}
    return {right.office_id: right.office.name for right in person.rights.held if right.office_id in seats}


def _choices(form: OfferForm, plan: Plan, likes: list[Like]) -> None:
    version = plan_queries.in_force(plan)
    form.change_id.choices = [(one.id, one.what) for one in version.changes] if version else []
    form.offices.choices = [(one.office_id, one.office) for one in likes]


def _prefilled(version: PlanVersion | None) -> Offer:
    """What the plan says already of who took part and of its risks."""
    words = (version.frozen if version else None) or {}
    return Offer(0, *(str(words.get(key, "")).replace("**", "") for key in ("people", "risks")))


def _page(plan: Plan, form: OfferForm | None = None, likes: list[Like] | None = None, status: int = 200) -> Response:
    viewer, found, rows = access.viewer(), _proof(plan), queries.for_plan(plan.id)
    version, copies = plan_queries.in_force(plan), [row for row in rows if row.plan_id == plan.id]
    can_offer = policy.can_offer(viewer, plan) and found is not None
    if can_offer and likes is None:
        likes = _likes(plan, copies)
    if can_offer and form is None:
        first = _prefilled(version)
        form = OfferForm(formdata=None, data={"took": first.took, "watch": first.watch})
    if form is not None:
        _choices(form, plan, likes or [])
    html = render_template(
        "adoptions/of_plan.html", plan=plan, title=plan_labels.title_of(plan), version=version, proof=found,
        copies=copies, withdrawn=queries.withdrawn(plan.id), worked=queries.worked_in(copies, found),
        can_offer=can_offer, form=form, likes=likes or [],
        reasons={str(one.office_id): labels.reason(one, copies) for one in likes or []},
        own_offices=_own_offices(plan) if found else {}, labels=labels, plan_labels=plan_labels,
        measure_labels=measure_labels,
    )  # fmt: skip
    return make_response(html, status)
