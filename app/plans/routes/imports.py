"""A plan that was written in Word: choose the file, look at what would come in, save what was chosen."""

from collections.abc import Sequence

from flask import Response, current_app, flash, make_response, redirect, render_template, request
from flask_babel import force_locale, ngettext
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import transaction
from app.plans import actions, content, importing, labels, policy, sections
from app.plans.importing import choosing, errors
from app.plans.importing.choosing import Offers
from app.plans.importing.synonyms import WORDS
from app.plans.models import Plan, PlanVersion
from app.plans.routes.blueprint import bp, visible
from app.plans.routes.edit import draft_of, without_draft
from app.plans.word_form import WordForm
from app.web import access
from app.web import errors as error_pages
from app.web.texts import said

ORDER = ("title", "outcome", "mission", "customers", "problem", "today", "after", "changes", "risks", "people")


@bp.get("/plans/P-<int:number>/import")
@access.signed_in
def new_import(number: int) -> AnyResponse:
    """The form for the file. Without a draft it leads to the plan."""
    plan = _writable(number)
    if draft_of(plan) is None:
        return without_draft(number)
    return _page(plan, WordForm(formdata=None), None)


@bp.post("/plans/P-<int:number>/import")
@access.signed_in
def read_import(number: int) -> AnyResponse:
    """What would come in, beside what the draft has. Saves nothing, keeps no file."""
    plan, form = _writable(number), WordForm()
    version = draft_of(plan)
    if version is None:
        return error_pages.page(409)
    try:
        data = form.data_given
        if not data:
            raise errors.NoFile
        found = importing.match(importing.read(data), _names(plan))
    except errors.NotTaken as refused:
        form.refuse(refused)
        return _page(plan, form, None, status=422)
    return _page(plan, form, choosing.offered(found, content.of(version), _keys(plan)))


@bp.post("/plans/P-<int:number>/imports")
@access.signed_in
def create_import(number: int) -> AnyResponse:
    """Save what was chosen, part by part as the draft's own page does."""
    plan = _writable(number)
    version = draft_of(plan)
    if version is None:
        return error_pages.page(409)
    saved = content.of(version)
    offers = choosing.posted(request.form, saved, _keys(plan))
    if not offers.is_sound:
        return _page(plan, WordForm(formdata=None), offers, status=422)
    return _save(plan, version, offers, saved)


def _save(plan: Plan, version: PlanVersion, offers: Offers, saved: content.Content) -> AnyResponse:
    wanted = choosing.entries(offers, saved)
    with transaction():
        conflicts = actions.save(version, wanted, by=access.viewer(), at=clock.now())
    if conflicts:
        stamps = {conflict.key: conflict.stamp for conflict in conflicts}
        again = choosing.after(offers, content.of(version), stamps)
        return _page(plan, WordForm(formdata=None), again, conflicts=list(stamps), status=409)
    came = ngettext("%(num)s section came in from Word.", "%(num)s sections came in from Word.", len(wanted))
    flash(came if wanted else _("Nothing was chosen, so nothing changed."))
    return redirect(f"/plans/{plan.ref}/edit", 303)


def _writable(number: int) -> Plan:
    plan = visible(number)
    access.require(policy.can_write(access.viewer(), plan))
    return plan


def _keys(plan: Plan) -> list[str]:
    """What can come in, in the order of the sheet."""
    shown = [*sections.shown(sections.of(plan)), "changes"]
    return [key for key in (*ORDER, *sections.OWN) if key in shown]


def _names(plan: Plan) -> dict[str, list[str]]:
    """What each section may be called above a text: by the house in all its languages, by the cycle, by habit."""
    known = {key: list(WORDS.get(key, ())) for key in _keys(plan)}
    for language in current_app.config["LANGUAGES"]:
        ruled = sections.ruled(plan.cycle.section_rules, language)
        with force_locale(language):
            names = labels.names(ruled)
        for key, found in known.items():
            found.append(names[key])
    return known


def _page(
    plan: Plan, form: WordForm, offers: Offers | None, *, conflicts: Sequence[str] = (), status: int = 200
) -> Response:
    html = render_template(
        "plans/import.html", plan=plan, form=form, offers=offers, conflicts=conflicts, said=said,
        names=labels.names(sections.of(plan)),
    )  # fmt: skip
    return make_response(html, status)
