"""What nominations of a cycle are scored by."""

from flask import flash, redirect, render_template, url_for
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.champions import policy
from app.champions import queries as cycles
from app.champions.models import Cycle, CycleState
from app.champions.nominations import actions, queries
from app.champions.nominations.actions import CriterionText
from app.champions.nominations.errors import NoCriteria
from app.champions.nominations.forms import criteria_form
from app.champions.nominations.labels import CRITERIA
from app.champions.routes.blueprint import CYCLE, bp
from app.core import clock
from app.core.database import LostUpdate
from app.offices import queries as offices
from app.web import access
from app.web.forms import Form
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"{CYCLE}/criteria")
@access.roles("program_office")
def edit_criteria(cycle_id: int) -> str:
    cycle = _running(cycle_id)
    return _page(criteria_form(shown_criteria(cycle), lock=str(cycle.lock)), cycle)


@bp.post(f"{CYCLE}/criteria")
@access.roles("program_office")
def update_criteria(cycle_id: int) -> Page:
    cycle, form = _running(cycle_id), criteria_form()
    by, at = access.viewer(), clock.now()
    if not form.validate_on_submit():
        return _page(form, cycle), 422
    if not form.criteria:
        form.refuse(NoCriteria())
        return _page(form, cycle), 422
    try:
        attempt(form, lambda: actions.set_criteria(cycle, form.seen_lock, form.criteria, by=by, at=at))
    except LostUpdate:
        take_over(form, cycle)
        saved = criteria_form(shown_criteria(cycle), formdata=None)
        names = [name for name in form.data if name.startswith(("name_", "question_"))]
        return _page(form, cycle, differences(form, {name: saved[name].data or "" for name in names})), 409
    flash(_("Saved."))
    return redirect(url_for("champions.index_nominations", cycle_id=cycle.id), 303)


def shown_criteria(cycle: Cycle) -> list[CriterionText]:
    """Those of the cycle; where nobody has written any, those that every cycle begins with."""
    own = [CriterionText(one.name, one.question) for one in queries.criteria(cycle)]
    return own or [CriterionText(str(name), str(question)) for name, question in CRITERIA]


def defaults() -> list[CriterionText]:
    """What a cycle begins with, in the agency's language: it is stored once, and read by everyone."""
    root = offices.root()
    with force_locale(root.language if root else "en"):
        return [CriterionText(str(name), str(question)) for name, question in CRITERIA]


def _running(cycle_id: int) -> Cycle:
    cycle = access.found(cycles.get_cycle(cycle_id))
    access.require(policy.can_run_cycles(access.viewer()) and cycle.state is not CycleState.CLOSED)
    return cycle


def _page(form: Form, cycle: Cycle, lost: object = None) -> str:
    return render_template(
        "champions/criteria.html", form=form, cycle=cycle, lost=lost, is_fixed=queries.is_scored(cycle)
    )
