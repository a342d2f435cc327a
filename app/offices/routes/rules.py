"""The rules for reports of an office, inherited down the tree, dated."""

from typing import Any

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import LostUpdate
from app.offices import days, policy, queries, rules, tree
from app.offices.actions.rules import set_rules
from app.offices.forms import RulesForm
from app.offices.models import Office, OfficeRules
from app.offices.routes.blueprint import bp
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/offices/<slug>/rules/new")
@access.roles(policy.ADMINISTRATOR, policy.PROGRAM_OFFICE)
def new_rules(slug: str) -> str:
    office = _office(slug)
    today = days.today_at(office, clock.now())
    return _page(RulesForm(lock=office.lock, from_on=today, **shown(rules.own(office, today))), office)


@bp.post("/offices/<slug>/rules")
@access.roles(policy.ADMINISTRATOR, policy.PROGRAM_OFFICE)
def create_rules(slug: str) -> Page:
    office, form = _office(slug), RulesForm()
    try:
        saved = attempt(form, lambda: _set(office, form)) if form.validate_on_submit() else None
    except LostUpdate:
        take_over(form, office)
        saved_now = shown(rules.own(office, days.today_at(office, clock.now())))
        return _page(form, office, differences(form, saved_now)), 409
    if saved is None:
        return _page(form, office), 422
    flash(_("The rules hold from %(day)s.", day=saved.from_on.isoformat()))
    return redirect(url_for("offices.show", slug=slug), 303)


def shown(stated: OfficeRules | None) -> dict[str, object]:
    """Stored rules as the form's fields show them."""
    stated = stated or OfficeRules()
    allowed = {None: "", True: "yes", False: "no"}
    return {
        "ack_days": _text(stated.ack_days),
        "answer_days": _text(stated.answer_days),
        "anonymous_allowed": allowed[stated.anonymous_allowed],
        "smallest_group": _text(stated.smallest_group),
        "time_zone": _text(stated.time_zone),
        "holidays": "\n".join(stated.holidays or []),
    }


def _text(value: object) -> str:
    return "" if value is None else str(value)


def _set(office: Office, form: RulesForm) -> OfficeRules:
    from_on: Any = form.from_on.data
    return set_rules(
        office, form.seen_lock, from_on=from_on, stated=form.stated(), by=access.viewer(), at=clock.now()
    )


def _office(slug: str) -> Office:
    office = access.found(queries.get_by_slug(slug))
    access.require(policy.can_set_rules(access.viewer(), office) and office.closed_on is None)
    return office


def _page(form: RulesForm, office: Office, lost: object = None) -> str:
    today = days.today_at(office, clock.now())
    return render_template(
        "offices/rules.html", form=form, office=office, lost=lost, ancestors=tree.ancestors(office),
        in_force=rules.in_force(office, today),
    )  # fmt: skip
