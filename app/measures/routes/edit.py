"""What a measure says: a new one for a plan, and changing one."""

from collections.abc import Sequence

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.accounts.models import Person
from app.core import clock
from app.core.database import LostUpdate
from app.measures import actions, labels, proxies, queries
from app.measures.forms import MeasureForm, NewMeasureForm
from app.measures.models import Cadence, Measure
from app.measures.routes.blueprint import NUMBER, bp, draft_of, editable, editable_plan
from app.offices.models import Office
from app.plans.models import Plan
from app.web import access, figures
from app.web.lost_updates import Difference, beside
from app.web.saving import attempt

FIELDS = (
    "name", "definition", "kind", "unit", "direction", "is_proxy", "cadence", "owner_id", "baseline",
    "baseline_start", "baseline_end", "target", "target_on",
)  # fmt: skip
NUMBERS = ("baseline", "target")


@bp.get(f"/plans/P-{NUMBER}/measures/new")
@access.signed_in
def new(number: int) -> Response:
    """The form for a measure of the plan's office."""
    plan = editable_plan(number)
    usual = {"cadence": Cadence.MONTH.value, "owner_id": access.viewer().id}
    return _new_page(plan, _with_owners(NewMeasureForm(formdata=None, data=usual), plan.office))


@bp.post(f"/plans/P-{NUMBER}/measures/new")
@access.signed_in
def create(number: int) -> AnyResponse:
    """Make it, and promise it in the draft where there is one."""
    plan = editable_plan(number)
    form = NewMeasureForm()
    _with_owners(form, plan.office)
    made = attempt(form, lambda: _create(plan, form)) if form.validate() else None
    if made is None:
        return _new_page(plan, form, status=422)
    flash(_("%(ref)s is there. Now enter or paste its numbers.", ref=made.ref))
    _suggest(form)
    return redirect(f"/measures/{made.ref}", 303)


@bp.get(f"/measures/M-{NUMBER}/edit")
@access.signed_in
def edit(number: int) -> Response:
    """The form with what is saved."""
    measure = editable(number)
    form = MeasureForm(formdata=None, data=_saved(measure) | {"lock": str(measure.lock)})
    return _edit_page(measure, _with_owners(form, measure.office, measure.owner))


@bp.post(f"/measures/M-{NUMBER}/edit")
@access.signed_in
def update(number: int) -> AnyResponse:
    """Save; where someone else saved in between, both stand beside each other."""
    measure = editable(number)
    form = _with_owners(MeasureForm(), measure.office, measure.owner)
    if not form.validate():
        return _edit_page(measure, form, status=422)
    by, at = access.viewer(), clock.now()
    try:
        saved = attempt(
            form, lambda: actions.update(measure, form.definition_given, seen_lock=form.seen_lock, by=by, at=at)
        )
    except LostUpdate:
        return _edit_page(measure, form, found=beside(form, measure, _saved), status=409)
    if saved is None:
        return _edit_page(measure, form, status=422)
    flash(_("Saved."))
    _suggest(form)
    return redirect(f"/measures/{measure.ref}", 303)


def _suggest(form: MeasureForm) -> None:
    """Where the name counts calls, tickets or visits and the box for hints is empty. It stays the person's choice."""
    if not form.is_proxy.data and proxies.is_likely(form.name.data or ""):
        flash(
            _("By its name it counts calls, tickets or visits. If it only hints at what customers get, say so there."),
            "late",
        )


def _create(plan: Plan, form: NewMeasureForm) -> Measure:
    by, at = access.viewer(), clock.now()
    made = actions.create(plan.office, form.definition_given, form.words, by=by, at=at)
    draft = draft_of(plan)
    if draft is not None and len(queries.links(draft)) < actions.MOST:
        actions.link(draft, made, by=by, at=at)
    return made


def _saved(measure: Measure) -> dict[str, object]:
    """What the form's fields hold for what is saved: numbers as plain text, codes as text."""
    shown = {name: getattr(measure, name) for name in FIELDS}
    plain = {name: figures.typed(shown[name]) for name in NUMBERS}
    return {**shown, **plain}


def _with_owners(form: MeasureForm, office: Office, owner: Person | None = None) -> MeasureForm:
    people: Sequence[Person] = queries.possible_owners(office)
    kept = [owner] if owner and owner.id not in {person.id for person in people} else []
    form.owner_id.choices = [(person.id, person.display_name) for person in (*kept, *people)]
    return form


def _new_page(plan: Plan, form: MeasureForm, status: int = 200) -> Response:
    return make_response(render_template("measures/new.html", plan=plan, form=form, labels=labels), status)


def _edit_page(
    measure: Measure, form: MeasureForm, *, found: list[Difference] | None = None, status: int = 200
) -> Response:
    html = render_template("measures/edit.html", measure=measure, form=form, labels=labels, found=found)
    return make_response(html, status)
