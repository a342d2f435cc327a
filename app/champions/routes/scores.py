"""Scoring a nomination, and saying that one is too near to do so."""

from collections.abc import Sequence
from datetime import datetime

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.models import Person
from app.champions.nominations import actions, policy, queries
from app.champions.nominations.actions import CriterionText
from app.champions.nominations.forms import ConflictForm, score_form
from app.champions.nominations.models import Assessment, Nomination
from app.champions.routes.blueprint import NOMINATION, bp
from app.champions.routes.criteria import defaults, shown_criteria
from app.champions.routes.nominations import page_decided, page_with, visible
from app.core import clock
from app.core.database import LostUpdate
from app.core.errors import NotNow
from app.web import access
from app.web.forms import Form
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get(f"{NOMINATION}/scores/new")
@access.roles("program_office")
def new_score(number: int) -> Page:
    nomination = _judged(number)
    if nomination.state not in policy.OPEN:
        return page_decided(nomination)
    known, found = shown_criteria(nomination.cycle), queries.assessment_of(nomination, access.viewer())
    return _page(score_form(known, **_given(found)), nomination, known)


@bp.post(f"{NOMINATION}/scores")
@access.roles("program_office")
def create_score(number: int) -> Page:
    nomination = _judged(number)
    known, by, at = shown_criteria(nomination.cycle), access.viewer(), clock.now()
    form, saved = score_form(known), None
    try:
        if form.validate_on_submit():
            saved = attempt(
                form, lambda: actions.assess(
                    nomination, form.points, str(form.note.data), seen_lock=form.seen_lock,
                    defaults=defaults(), by=by, at=at,
                ),
            )  # fmt: skip
    except LostUpdate:
        return _collided(form, nomination, by), 409
    except NotNow:
        return page_decided(nomination, form.note.data)
    if saved is None:
        return _page(form, nomination, known), 422
    flash(_("Your scores are saved."))
    return redirect(url_for("champions.show_nomination", number=number), 303)


@bp.post(f"{NOMINATION}/conflicts")
@access.roles("program_office")
def create_conflict(number: int) -> Page:
    nomination, form = visible(number), ConflictForm()
    by, at = access.viewer(), clock.now()
    access.require(policy.may_declare(by, nomination))
    done = attempt(form, lambda: _declare(nomination, form, by, at)) if form.validate_on_submit() else None
    if done is None:
        return page_with(nomination, declaring=form), 422
    flash(_("Noted. You neither score nor decide here; a colleague of the program office does."))
    return redirect(url_for("champions.index_nominations", cycle_id=nomination.cycle_id), 303)


def _declare(nomination: Nomination, form: ConflictForm, by: Person, at: datetime) -> Nomination:
    actions.declare_conflict(nomination, str(form.conflict.data), by=by, at=at)
    return nomination


def _judged(number: int) -> Nomination:
    nomination = visible(number)
    access.require(policy.may_judge(access.viewer(), nomination))
    return nomination


def _given(found: Assessment | None) -> dict[str, str]:
    if found is None:
        return {"lock": "0"}
    points = {f"points_{place}": str(score.points) for place, score in enumerate(found.scores)}
    return {"lock": str(found.lock), "note": found.note} | points


def _collided(form: Form, nomination: Nomination, by: Person) -> str:
    """Scored in another window: what is saved is said, the form keeps what was chosen and may be sent once more."""
    found, known = queries.assessment_of(nomination, by), shown_criteria(nomination.cycle)
    form["lock"].data = str(found.lock) if found else "0"
    return _page(form, nomination, known, found)


def _page(
    form: Form, nomination: Nomination, criteria: Sequence[CriterionText], saved: Assessment | None = None
) -> str:
    return render_template(
        "champions/score.html", form=form, nomination=nomination, criteria=criteria, saved=saved
    )

