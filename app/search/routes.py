"""The search page: words over pain points, plans and progress reports that one may see."""

from flask import Blueprint, render_template, request

from app.core.row_numbers import row_number
from app.plans.labels import title_of
from app.search import marking, results
from app.web import access
from app.web.forms import clean
from app.web.pages import pager

bp = Blueprint("search", __name__)

LONGEST_SHOWN = 500


@bp.get("/search")
@access.signed_in
def index() -> str:
    """Empty words show the empty form; whatever is typed is text, never an operator."""
    words = clean(request.args.get("q"))[:LONGEST_SHOWN]
    after = row_number(request.args.get("after"))
    found = results.find(words, access.viewer(), after) if words else None
    return render_template(
        "search/index.html", words=words, found=found, marked=marking.mark, excerpt=marking.excerpt,
        pager=pager(found.pain_points) if found else None, title_of=title_of,
    )  # fmt: skip
