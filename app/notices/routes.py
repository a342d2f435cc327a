"""A person's notices: the list, and having read them."""

from flask import Blueprint, redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import transaction
from app.core.row_numbers import row_number
from app.notices import actions, queries
from app.notices.labels import words
from app.web import access
from app.web.pages import pager

bp = Blueprint("notices", __name__)


@bp.get("/notices")
@access.signed_in
def index() -> str:
    after, before = (row_number(request.args.get(name)) for name in ("after", "before"))
    page = queries.of_person(access.viewer().id, after, before)
    return render_template("notices/index.html", notices=page.rows, pager=pager(page), words=words)


@bp.post("/notices/reads")
@access.signed_in
def create_read() -> Response:
    """Mark as read what the page showed; a notice that came in the meantime stays unread."""
    person_id = access.viewer().id
    with transaction():
        actions.mark_read(person_id, up_to=row_number(request.form.get("up_to")) or 0, at=clock.now())
    return redirect(url_for("notices.index"), 303)
