"""The page of one sign-off: what is asked, what was said, both views side by side, the forms of whose turn it is."""

from dataclasses import dataclass

from flask import Response, make_response, render_template

from app.accounts.models import Person
from app.core import clock
from app.offices.days import today_at
from app.plans import labels as plan_labels
from app.plans.queries import writer_ids
from app.sign_offs import labels, policy, queries
from app.sign_offs.forms import DecisionForm, MetAnswerForm, MetForm, ViewForm, WordForm
from app.sign_offs.models import Outcome, SignOff
from app.sign_offs.queries.names import names_around
from app.sign_offs.routes.blueprint import ONE, bp, visible
from app.web import access
from app.web.forms import Form


@dataclass(frozen=True)
class Turn:
    """What the viewer may say now."""

    word: bool
    met: bool
    met_answer: bool
    view: bool
    decision: bool


@bp.get(ONE)
@access.signed_in
def show(number: int, sign_off_id: int) -> Response:
    """Forms only for those who may use them now."""
    return page(visible(number, sign_off_id))


def page(sign_off: SignOff, posted: Form | None = None, *, status: int = 200) -> Response:
    """What was posted stands in its form, also where its time is over: nothing typed is lost."""
    today, is_live = today_at(sign_off.plan.office, clock.now()), queries.is_live(sign_off)
    above = sign_off.escalation
    html = render_template(
        "sign_offs/show.html",
        plan=sign_off.plan,
        sign_off=sign_off,
        version=sign_off.asked_of,
        above=above if above is not None and above.outcome is not Outcome.SETTLED else None,
        channel=plan_labels.channel(sign_off.channel.kind, sign_off.channel.name),
        is_live=is_live,
        is_late=sign_off.word is None and sign_off.due_on < today,
        forms=_forms(sign_off, _turn(access.viewer(), sign_off, is_live=is_live), posted),
        names=names_around(sign_off),
        labels=labels,
        plan_labels=plan_labels,
    )
    return make_response(html, status)


def _turn(viewer: Person, sign_off: SignOff, *, is_live: bool) -> Turn:
    """Who wrote in the plan is only looked up for whoever is asked; who is on its team, their rights say."""
    above = sign_off.escalation
    is_asked = policy.is_asked(viewer, sign_off) or (above is not None and above.decider_id == viewer.id)
    makers = writer_ids(sign_off.plan) if is_asked else frozenset[int]()
    may_answer = is_asked and policy.may_answer(viewer, sign_off, makers)
    may_decide = is_asked and policy.may_decide(viewer, sign_off, makers)
    return Turn(
        word=may_answer and policy.is_open(sign_off, is_live=is_live),
        met=policy.can_claim_met(viewer, sign_off, is_live=is_live),
        met_answer=may_answer and policy.can_answer_met(sign_off, is_live=is_live),
        view=policy.can_say_view(viewer, sign_off, is_live=is_live),
        decision=may_decide and policy.is_escalated(sign_off, is_live=is_live),
    )


def _forms(sign_off: SignOff, turn: Turn, posted: Form | None) -> dict[str, Form]:
    lock = {"lock": str(sign_off.lock)}
    made: dict[str, Form | None] = {
        "met_answer": MetAnswerForm(formdata=None, data=lock) if turn.met_answer else None,
        "decision": DecisionForm(formdata=None, data=lock) if turn.decision else None,
        "met": MetForm(formdata=None, data=lock) if turn.met else None,
        "view": _view_form(sign_off, lock) if turn.view else None,
        "word": WordForm.of(sign_off, is_posted=False) if turn.word else None,
    }
    kinds = {"word": WordForm, "met": MetForm, "met_answer": MetAnswerForm, "view": ViewForm, "decision": DecisionForm}
    made |= {name: posted for name, kind in kinds.items() if isinstance(posted, kind)}
    return {name: form for name, form in made.items() if form is not None}


def _view_form(sign_off: SignOff, lock: dict[str, str]) -> ViewForm:
    words = sign_off.escalation.view if sign_off.escalation is not None else ""
    return ViewForm(formdata=None, data={**lock, "view": words})
