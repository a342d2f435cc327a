"""A version section by section, with its remarks: those who review write them, the team answers."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import Any, Protocol

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from app.accounts.models import Person
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule, NotNow
from app.plans import labels as plan_labels
from app.plans import sections, shown
from app.plans.models import PlanVersion
from app.plans.policy import is_contributor
from app.plans.queries import writer_ids
from app.reviews import actions, labels, parts, policy, queries, sides
from app.reviews.forms import AnswersForm, RemarksForm, answers_form, remarks_form
from app.reviews.models import Remark, RemarkState
from app.reviews.routes.blueprint import VERSION, bp, reviewed
from app.web import access
from app.web.texts import said


class Named(Protocol):
    @property
    def name(self) -> str: ...


@bp.get(f"{VERSION}/remarks")
@access.signed_in
def index(number: int, version: int) -> Response:
    """The version's texts with what was remarked on each."""
    return page(reviewed(number, version))


@bp.post(f"{VERSION}/remarks")
@access.signed_in
def create(number: int, version: int) -> AnyResponse:
    """Keep all remarks of the form; one message to the team."""
    found = reviewed(number, version)
    access.require(policy.may_ever_remark(access.viewer(), found.plan, writer_ids(found.plan)))
    form = remarks_form(_titles(found))
    if not form.validate():
        return page(found, remarks=form, status=422)
    try:
        with transaction():
            actions.remark_all(found, form.words, by=access.viewer(), at=clock.now())
    except NotNow as broken:
        form.form_errors = [*form.form_errors, said(broken)]
        return page(found, remarks=form, status=409)
    except BrokenRule as broken:
        form.refuse(broken)
        return page(found, remarks=form, status=422)
    count = len(form.words)  # what was sent twice is kept all the same
    flash(ngettext("%(num)s remark is kept. The team is told.", "%(num)s remarks are kept. The team is told.", count))
    return redirect(f"/plans/P-{number}/versions/{version}/remarks", 303)


@bp.post(f"{VERSION}/answers")
@access.signed_in
def create_answers(number: int, version: int) -> AnyResponse:
    """Keep all answers of the form; one message to each who asked."""
    found = reviewed(number, version)
    access.require(policy.can_answer(access.viewer(), found.plan))
    form = answers_form(_open_ids(queries.beside(found)))
    if not form.validate():
        return page(found, answers=form, status=422)
    path = f"/plans/P-{number}/versions/{version}/remarks"
    try:
        with transaction():
            made = actions.answer_all(found.plan, form.words, path=path, by=access.viewer(), at=clock.now())
    except BrokenRule as broken:
        form.refuse(broken)
        return page(found, answers=form, status=422)
    count = len(made)
    flash(ngettext("%(num)s answer is kept. Who asked is told.", "%(num)s answers are kept. Who asked is told.", count))
    return redirect(path, 303)


def page(
    version: PlanVersion, *, remarks: RemarksForm | None = None, answers: AnswersForm | None = None, status: int = 200
) -> Response:
    """The version as read, with the boxes that the viewer may write in."""
    viewer, plan = access.viewer(), version.plan
    beside = queries.beside(version)
    writers = writer_ids(plan) if policy.is_reviewer(viewer, plan) else frozenset[int]()
    html = render_template(
        "reviews/remarks.html",
        plan=plan,
        version=version,
        parts=_parts(version, beside),
        counts={state: sum(one.state is state for one in beside) for state in RemarkState},
        can_remark=policy.can_remark(viewer, version, writers),
        kept_out=_why_kept_out(viewer, version, writers),
        can_answer=policy.can_answer(viewer, plan),
        settled_by_viewer=_settled_by(viewer, beside, writers),
        remarks=remarks or remarks_form(_titles(version), formdata=None),
        answers=answers or answers_form(_open_ids(beside), formdata=None),
        labels=labels,
        plan_labels=plan_labels,
    )
    return make_response(html, status)


def _why_kept_out(viewer: Person, version: PlanVersion, writers: Collection[int]) -> str:
    """Why somebody who reviews plans does not remark on this version now; empty where they do, or never would."""
    if not policy.is_kept_out(viewer, version, writers):
        return ""
    is_along = is_contributor(viewer, version.plan)
    return str(labels.WRITES_ALONG if is_along else labels.WORKS_ON_IT)


def _settled_by(viewer: Person, beside: Sequence[Remark], writers: Collection[int]) -> set[int]:
    """Remarks that the viewer may settle. Who may still remark is asked only where that makes a difference."""
    own = {one.id for one in beside if policy.can_settle(viewer, one, writers, has_asker=True)}
    others = [one for one in beside if one.id not in own and policy.can_settle(viewer, one, writers, has_asker=False)]
    askers = queries.asker_ids(beside[0].plan, writers) if others else ()
    return own.union(one.id for one in others if one.author_id not in askers)


def _titles(version: PlanVersion) -> Mapping[str, str]:
    """What can be remarked on, and what it is called: sections that the cycle asks for, what is beside, the whole."""
    asked = sections.of(version.plan)
    name_of = labels.part_of(plan_labels.names(asked))
    return {key: name_of(key) for key in parts.known() if key not in asked or not asked[key].is_hidden}


def _open_ids(beside: Sequence[Remark]) -> list[int]:
    return [one.id for one in beside if one.state is not RemarkState.SETTLED]


def _parts(version: PlanVersion, beside: Sequence[Remark]) -> list[dict[str, Any]]:
    """Each part with what it says and what was remarked on it; empty ones too, since what is missing is remarked on."""
    said_of: dict[str, list[Remark]] = defaultdict(list)
    for one in beside:
        said_of[one.part].append(one)
    seen, beside_it = shown.of(version), sides.promised(version)
    name_of = labels.part_of(seen.names)
    keys = dict.fromkeys((*_titles(version), *said_of))
    return [
        {
            "key": key,
            "title": name_of(key),
            "words": seen.words.get(key, ""),
            "remarks": said_of[key],
            "changes": seen.changes if key == "changes" else (),
            "days": seen.days if key == "days" else (),
            "names": _names(key, seen, beside_it),
        }
        for key in sorted(keys, key=parts.place)
    ]


def _names(key: str, seen: shown.Shown, promised: sides.Promised) -> list[str]:
    lists: dict[str, Sequence[Named]] = {
        "channels": seen.channels, "measures": promised.measures, "milestones": promised.milestones,
    }  # fmt: skip
    return [one.name for one in lists.get(key, ())]
