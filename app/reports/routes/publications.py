"""Publishing a draft: a plan's at once, the others in the background."""

from flask import flash, redirect, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock, pdf
from app.core.database import LostUpdate, transaction
from app.core.errors import BrokenRule
from app.core.row_numbers import row_number
from app.reports import actions, erasures, gather, policy, rendering
from app.reports.errors import CannotPrint
from app.reports.models import Report, Scope, State
from app.reports.routes.blueprint import NUMBER, bp, visible
from app.reports.routes.edit import keep_words
from app.reports.routes.show import draft_page, words_form
from app.web import access, errors


@bp.post(f"/reports/R-<{NUMBER}:number>/publications")
@access.signed_in
def publish(number: int) -> Response:
    """Publish the draft as it was seen (`lock`), with the words that were sent; what is published is only shown."""
    report = visible(number)
    access.require(policy.can_publish(access.viewer(), report))
    if report.state is not State.DRAFT or report.progress is not None:
        return redirect(f"/reports/{report.ref}", 303)
    if "title" in request.form:  # the button beside the fields: what was typed is saved first, and nothing of it lost
        refused = keep_words(report)
        if refused is not None:
            return refused
    elif _seen_lock(report) != report.lock:
        return errors.page(409)
    broken = _publish(report)
    if broken is not None:
        form = words_form(report)
        form.refuse(broken)
        return draft_page(report, form, status=422)
    return redirect(f"/reports/{report.ref}", 303)


def _publish(report: Report) -> BrokenRule | None:
    """The rule that keeps it from being published; None when it was. Raises LostUpdate, and Busy, which is a 503."""
    ref, lock, at, erased = report.ref, report.lock, clock.now(), erasures.newest()
    try:
        facts = gather.gather(report, at)
        made = rendering.finished(facts) if report.scope is Scope.PLAN else None
    except pdf.Busy:
        raise
    except pdf.PdfError:
        return CannotPrint()
    except BrokenRule as broken:
        return broken
    with transaction():
        if erasures.newest() != erased:
            raise LostUpdate(report)
        if made is not None:
            actions.publish(report, facts, made, seen_lock=lock, by=access.viewer(), at=at)
        else:
            actions.begin(report, facts, seen_lock=lock, by=access.viewer(), at=at)
    if made is not None:
        flash(_("%(report)s is published. Nothing alters it from now on.", report=ref))
    return None


def _seen_lock(report: Report) -> int:
    """The state that the person saw; a button without it publishes the draft as it stands."""
    seen = row_number(request.form.get("lock"))
    return report.lock if seen is None else seen
