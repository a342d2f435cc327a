"""The sections of a cycle's plans: the program office renames them, says hints and budgets, hides, adds its own."""

from flask import flash, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.champions import policy
from app.champions import queries as champions
from app.champions.models import Cycle, CycleState
from app.core import clock
from app.core.database import LostUpdate
from app.plans import labels, sections
from app.plans.actions import rules
from app.plans.routes.blueprint import bp
from app.plans.rules_form import RulesForm, saved
from app.web import access, language
from app.web.lost_updates import Difference, differences, take_over
from app.web.saving import save

Page = str | Response | tuple[str, int]
PATH = "/cycles/<int(max=2147483647):cycle_id>/sections"


@bp.get(PATH)
@access.roles("program_office")
def edit_sections(cycle_id: int) -> Page:
    return _page(_own(cycle_id), _language())


@bp.post(PATH)
@access.roles("program_office")
def update_sections(cycle_id: int) -> Page:
    cycle, tag = _own(cycle_id), _language()
    form, by, at = RulesForm(), access.viewer(), clock.now()
    try:
        is_saved = save(form, lambda: rules.set_rules(cycle, form.seen_lock, tag, form.rules, by=by, at=at))
    except LostUpdate:
        take_over(form, cycle)
        return _page(cycle, tag, form, _differences(cycle, tag, form)), 409
    if not is_saved:
        return _page(cycle, tag, form), 422
    flash(_("Saved."))
    return redirect(f"/cycles/{cycle_id}/sections?words={tag}", 303)


def _own(cycle_id: int) -> Cycle:
    cycle = access.found(champions.get_cycle(cycle_id))
    access.require(policy.can_run_cycles(access.viewer()) and cycle.state is not CycleState.CLOSED)
    return cycle


def _language() -> str:
    """Whose words are shown: asked for, else the language of the page."""
    known = [tag for tag, _name in language.menu()]
    asked = request.args.get("words", "")
    return asked if asked in known else language.choose()


def _differences(cycle: Cycle, tag: str, form: RulesForm) -> list[Difference]:
    """What was saved in between beside what was typed, each with the section's name."""
    found = []
    for key in sections.TEXTS:
        values = saved(key, rules.rule_in(cycle, key, tag))
        found += [
            Difference(f"{labels.part(key)}: {one.label}", one.theirs, one.yours) for one in differences(form, values)
        ]
    return found


def _page(cycle: Cycle, tag: str, form: RulesForm | None = None, lost: object = None) -> str:
    form = form or RulesForm.of(lambda key: rules.rule_in(cycle, key, tag), cycle.lock)
    return render_template(
        "champions/sections.html", cycle=cycle, form=form, lost=lost, language=tag, languages=language.menu(),
        keys=sections.TEXTS, own=sections.OWN, budgets=sections.BUDGETS, labels=labels,
    )  # fmt: skip
