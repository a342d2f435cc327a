"""Colleagues who write along in the draft: who they are, asking one more, and taking the right back."""

from flask import flash, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import queries as accounts
from app.core import clock
from app.core.database import transaction
from app.core.row_numbers import row_number
from app.extensions import db
from app.plans import actions, policy
from app.plans.contributor import Contributor
from app.plans.contributor_form import ContributorForm
from app.plans.models import Plan, PlanVersion
from app.plans.routes.blueprint import bp, visible
from app.plans.routes.edit import draft_of, without_draft
from app.web import access, errors
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/plans/P-<int:number>/contributors")
@access.signed_in
def contributors(number: int) -> Page:
    plan, draft = _own(number)
    return without_draft(number) if draft is None else _page(plan, draft, ContributorForm(formdata=None))


@bp.post("/plans/P-<int:number>/contributors")
@access.signed_in
def create_contributor(number: int) -> Page:
    plan, draft = _own(number)
    if draft is None:
        return errors.page(409)
    form = ContributorForm()
    added = attempt(form, lambda: _add(draft, form)) if form.validate() else None
    if added is None:
        return _page(plan, draft, form), 422
    flash(_("%(name)s writes along from now on.", name=added.person.name))
    return redirect(f"/plans/{plan.ref}/contributors", 303)


@bp.post("/plans/P-<int:number>/contributors/<int:contributor_id>/removals")
@access.signed_in
def remove_contributor(number: int, contributor_id: int) -> Page:
    plan, draft = _own(number)
    if draft is None:
        return errors.page(409)
    found = access.found(_contributor(draft, contributor_id))
    with transaction():
        actions.remove_contributor(draft, found, by=access.viewer(), at=clock.now())
    flash(_("%(name)s does not write along any more. What was written stays.", name=found.person.name))
    return redirect(f"/plans/{plan.ref}/contributors", 303)


def _own(number: int) -> tuple[Plan, PlanVersion | None]:
    plan = visible(number)
    access.require(policy.can_edit(access.viewer(), plan))
    return plan, draft_of(plan)


def _contributor(draft: PlanVersion, contributor_id: int) -> Contributor | None:
    found = db.session.get(Contributor, row_number(str(contributor_id)) or 0)
    return found if found is not None and found.version_id == draft.id else None


def _add(draft: PlanVersion, form: ContributorForm) -> Contributor:
    person = accounts.pick(str(form.person.data), "person")
    return actions.add_contributor(draft, person, by=access.viewer(), at=clock.now())


def _page(plan: Plan, draft: PlanVersion, form: ContributorForm) -> str:
    writers = [one for one in plan.contributors if policy.is_contributor(one.person, plan)]
    return render_template("plans/contributors.html", plan=plan, version=draft, form=form, writers=writers)
