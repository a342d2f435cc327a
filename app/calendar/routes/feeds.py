"""The link by which another program reads the calendar: made and ended by its person, read without signing in."""

import hashlib
from datetime import date, timedelta
from urllib.parse import urlsplit

from flask import Response, current_app, flash, make_response, redirect, render_template, request
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.calendar import actions, queries
from app.calendar.entries import Scope
from app.calendar.forms import FeedForm
from app.calendar.models import CalendarFeed, Shows
from app.calendar.routes.blueprint import bp
from app.calendar.sources import entries
from app.core import clock
from app.core.database import transaction
from app.web import access

BACK, AHEAD = timedelta(days=365), timedelta(days=730)
MOST = 5000
"""Of each kind: three years of every plan of a large agency."""


@bp.get("/calendar/feed")
@access.signed_in
def show_feed() -> Response:
    """Whether there is a link, since when, and how to make and end it. The link itself is shown once only."""
    feed = queries.running_feed(access.viewer())
    return _page(feed, FeedForm(formdata=None, data={"shows": feed.shows.value} if feed else None))


@bp.post("/calendar/feed")
@access.signed_in
def create_feed() -> Response:
    """A new link instead of the old one, shown in the answer and never again."""
    form, viewer = FeedForm(), access.viewer()
    if not form.validate():
        return _page(queries.running_feed(viewer), form, status=422)
    with transaction():
        token = actions.make_feed(viewer, Shows(form.shows.data), at=clock.now())
    return _page(queries.running_feed(viewer), form, address=f"{_base_url()}/calendar/feed/{token}.ics", status=201)


@bp.post("/calendar/feed/endings")
@access.signed_in
def end_feed() -> AnyResponse:
    """From now on the link gives nothing."""
    with transaction():
        has_ended = actions.end_feed(access.viewer(), at=clock.now())
    flash(_("The link works no more.") if has_ended else _("There is no link."))
    return redirect("/calendar/feed", 303)


@bp.get("/calendar/feed/<token>.ics")
@access.public
def feed(token: str) -> AnyResponse:
    """The dates that the link's person may see now; 404 for a link that does not work."""
    access.forget_viewer()
    found = access.found(queries.feed_by(token))
    with force_locale(found.person.language):
        body = _text(found, clock.today())
    answer = make_response(body)
    answer.headers["Content-Type"] = "text/calendar; charset=utf-8"
    answer.headers["Content-Disposition"] = 'inline; filename="groundwork.ics"'
    answer.headers["Cache-Control"] = "private, no-cache"
    answer.headers["Referrer-Policy"] = "no-referrer"
    answer.set_etag(hashlib.sha256(body).hexdigest())
    return answer.make_conditional(request)


def _text(found: CalendarFeed, today: date) -> bytes:
    """One year back and two ahead at most."""
    person = found.person
    office = person.office if found.shows is Shows.OFFICE else None
    scope = Scope(person, found.shows, clock.now(), office, most=MOST)
    rows, _is_cut = entries(scope, today - BACK, today + AHEAD)
    host = urlsplit(_base_url()).hostname or "groundwork"
    from app.calendar.feed import ics  # icalendar is loaded where feeds are read, not with every start

    return ics(rows, name="Groundwork", base_url=_base_url(), host=host, stamp=found.made_at)


def _base_url() -> str:
    """From BASE_URL, never from the request's host, which anyone can forge."""
    return str(current_app.config["SETTINGS"].base_url)


def _page(feed: CalendarFeed | None, form: FeedForm, *, address: str = "", status: int = 200) -> Response:
    answer = make_response(render_template("calendar/feed.html", feed=feed, form=form, address=address), status)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
