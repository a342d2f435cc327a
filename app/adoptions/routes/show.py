"""One copy: what was offered and why, what the office answered, what came of it."""

from flask import Response, make_response, render_template
from flask_babel import gettext as _

from app.adoptions import labels, policy, queries
from app.adoptions.forms import OutcomeForm, RefusalForm, TermsForm, WithdrawalForm
from app.adoptions.models import Adoption
from app.adoptions.routes.blueprint import ONE, bp, visible
from app.measures import labels as measure_labels
from app.plans import labels as plan_labels
from app.web import access
from app.web.forms import Form
from app.web.lost_updates import Difference


@bp.get(ONE)
@access.signed_in
def show(number: int) -> Response:
    """The page; forms only for those who may use them now."""
    return page(visible(number))


def page(
    adoption: Adoption, *, typed: tuple[str, Form] | None = None, differences: list[Difference] | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    """The page with the forms that fit now. `typed` is one that was refused, by its address: it holds what was typed
    and shows whether it still fits or not."""
    forms = {way: _form(way, adoption) for way in _fitting(adoption)} | dict([typed] if typed else [])
    for form in forms.values():
        if isinstance(form, TermsForm):
            offer_measures(form, adoption)
    html = render_template(
        "adoptions/show.html", adoption=adoption, plan=adoption.plan, forms=forms, differences=differences,
        offers=queries.same_offers(adoption), labels=labels, plan_labels=plan_labels, measure_labels=measure_labels,
    )  # fmt: skip
    return make_response(html, status)


def _fitting(adoption: Adoption) -> tuple[str, ...]:
    """What the viewer can do now: answer for the office, take the offer back."""
    viewer, is_open = access.viewer(), policy.is_open(adoption)
    answers = policy.ways(adoption) if policy.can_answer(viewer, adoption) else ()
    return (*answers, "withdrawals") if is_open and policy.can_withdraw(viewer, adoption) else answers


def _form(way: str, adoption: Adoption) -> Form:
    if way == "refusals":
        return RefusalForm(formdata=None)
    if way == "outcomes":
        return OutcomeForm(formdata=None)
    if way == "withdrawals":
        return WithdrawalForm(formdata=None)
    return TermsForm(formdata=None, data=saved(adoption) | {"lock": str(adoption.lock)})


def saved(adoption: Adoption) -> dict[str, object]:
    """The terms as they are saved, by field."""
    return {
        "measure_id": adoption.measure_id or 0, "started_on": adoption.started_on, "differently": adoption.differently
    }  # fmt: skip


def offer_measures(form: TermsForm, adoption: Adoption) -> None:
    """The choices of the form: the office's own measures, or none yet."""
    form.measure_id.choices = [(0, _("None yet")), *queries.measures_of(adoption.office_id)]
