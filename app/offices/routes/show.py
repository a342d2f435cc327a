"""Reading the tree: one level at a time, and one office with all that is its own."""

from flask import redirect, render_template, request, url_for
from werkzeug.wrappers import Response

from app.accounts import policy as accounts_policy
from app.accounts import queries as accounts
from app.accounts.models import Person
from app.champions import queries as champions
from app.core import clock
from app.offices import days, finding, policy, queries, rules, story, tree
from app.offices.models import Office
from app.offices.routes.blueprint import bp
from app.web import access
from app.web.pages import pager

LONGEST_SEARCH = 200


@bp.get("/offices")
@access.signed_in
def index() -> str | Response:
    """The agency and its first level, or what a search finds."""
    words = _words()
    if words:
        return render_template("offices/search.html", words=words, offices=finding.search(words))
    root = access.found(queries.agency())
    return redirect(url_for("offices.show", slug=root.slug), 303)


@bp.get("/offices/<slug>")
@access.signed_in
def show(slug: str) -> str:
    """Long lists of offices below are read page by page, or narrowed by words."""
    office = access.found(queries.get_by_slug(slug))
    viewer, today, words = access.viewer(), days.today_at(office, clock.now()), _words()
    around = tree.around(office.path)
    page, count = tree.branches(around, words, request.args.get("after"), request.args.get("before"))
    return render_template(
        "offices/office.html", office=office, around=around, words=words, branches=page.rows, count=count,
        most=tree.PAGE_SIZE, pager=pager(page), story=story.of(office), channels=accounts.channels_of(office),
        seats=champions.current_seats_of(office), rules=rules.in_force(office, today),
        coming=queries.coming(office, today), **_rights(office, viewer),
    )  # fmt: skip


def _words() -> str:
    return request.args.get("words", "").strip()[:LONGEST_SEARCH]


def _rights(office: Office, viewer: Person) -> dict[str, bool]:
    """What the page offers; closed offices only show."""
    is_open = office.closed_on is None
    return {
        "can_manage": is_open and policy.can_manage(viewer, office),
        "can_move": is_open and office.parent_id is not None and policy.can_manage(viewer, office),
        "can_set_rules": is_open and policy.can_set_rules(viewer, office),
        "can_name_owner": is_open and accounts_policy.can_name_owner(viewer, office),
    }
