"""A pasted table: first what saving it would do, line by line, then saving exactly that."""

from flask import Response, flash, make_response, redirect, render_template
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.errors import BrokenRule
from app.measures import actions, labels, queries
from app.measures.forms import ImportForm
from app.measures.models import Measure, Source
from app.measures.pasted import Line, read
from app.measures.previews import Preview, judge
from app.measures.routes.blueprint import NUMBER, bp, recordable
from app.measures.routes.observations import source_of
from app.offices.days import today_at
from app.web import access
from app.web.saving import attempt
from app.web.texts import said


@bp.get(f"/measures/M-{NUMBER}/observation-imports/new")
@access.signed_in
def new_import(number: int) -> Response:
    """The empty form."""
    measure = recordable(number)
    return _page(measure, _prepared(ImportForm(formdata=None), measure), None)


@bp.post(f"/measures/M-{NUMBER}/observation-imports")
@access.signed_in
def create_import(number: int) -> AnyResponse:
    """Without `confirm` a preview that saves nothing; with it, save what the preview showed."""
    measure = recordable(number)
    form = _prepared(ImportForm(), measure)
    lines = _lines(form, measure) if form.validate() else None
    if lines is None:
        return _page(measure, form, None, status=422)
    source = source_of(measure, form.source_id.data)
    if not form.confirm.data:
        return _page(measure, form, _preview(measure, source, lines))
    return _save(measure, source, form, lines)


def _save(measure: Measure, source: Source, form: ImportForm, lines: list[Line]) -> AnyResponse:
    seen, reason, by, at = form.seen.data or "", form.reason.data or "", access.viewer(), clock.now()
    saved = attempt(
        form, lambda: actions.save_lines(measure, source, lines, seen=seen, reason=reason, by=by, at=at)
    )
    if saved is None:
        return _page(measure, form, _preview(measure, source, lines), status=422)
    count = len(saved.to_save)
    saved_words = ngettext("%(num)s number saved.", "%(num)s numbers saved.", count)
    flash(saved_words if count else _("They are all there already."))
    return redirect(f"/measures/{measure.ref}", 303)


def _lines(form: ImportForm, measure: Measure) -> list[Line] | None:
    try:
        return read(form.text.data or "", measure.cadence, measure.unit, form.writing)
    except BrokenRule as broken:
        form.refuse(broken)
    return None


def _preview(measure: Measure, source: Source, lines: list[Line]) -> Preview:
    known = [row for row in queries.current([measure.id]) if row.source_id == source.id]
    return judge(lines, known, today_at(measure.office, clock.now()))


def _prepared(form: ImportForm, measure: Measure) -> ImportForm:
    form.source_id.choices = [(source.id, source.name) for source in reversed(measure.sources)]
    return form


def _page(measure: Measure, form: ImportForm, preview: Preview | None, status: int = 200) -> Response:
    html = render_template(
        "measures/import.html", measure=measure, form=form, preview=preview, labels=labels, said=said
    )
    return make_response(html, status)
