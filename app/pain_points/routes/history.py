"""What happened to a report, from the event log."""

from flask import render_template
from flask_babel import gettext as _

from app.pain_points import queries
from app.pain_points.routes.door import bp
from app.web import access


@bp.get("/pain-points/PP-<int:number>/history")
@access.signed_in
def history(number: int) -> str:
    """Who did what, from the log: without words, and for an anonymous report without hours."""
    point = access.found(queries.get(number))
    return render_template(
        "audit/of_thing.html", kind="pain_point", id=point.id, ref=point.ref, href=f"/pain-points/{point.ref}",
        list=(_("Pain points"), "/pain-points"), title=point.title,
    )  # fmt: skip
