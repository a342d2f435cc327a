"""The annex: a plan's maps on paper, as the page shows them."""

from flask import Response, make_response

from app.core import pdf
from app.maps import rendering
from app.maps.routes.blueprint import PLAN, bp, maps_of, shown_version, visible_plan
from app.web import access, errors


@bp.get(f"{PLAN}/map.pdf")
@access.signed_in
def show_pdf(number: int) -> Response:
    """The maps of the version that is shown, `?draft=1` the draft's; made now. 404 without a map."""
    plan = visible_plan(number)
    version = shown_version(plan)
    maps = maps_of(version)
    access.found(maps.all or None)
    answer = make_response(rendering.annex(plan, version, maps))
    answer.headers["Content-Type"] = "application/pdf"
    answer.headers["Content-Disposition"] = f'inline; filename="{plan.ref}-map.pdf"'
    answer.headers["Cache-Control"] = "private, no-store"
    return answer


@bp.errorhandler(pdf.PdfError)
def _busy(_error: pdf.PdfError) -> Response:
    """The page holds all that the paper would."""
    answer = errors.page(503)
    answer.headers["Retry-After"] = "10"
    return answer
