"""Error pages in the house's look: what happened, what was kept, what to do, and a reference to give to support."""

import logging
import secrets

from flask import Flask, Response, jsonify, make_response, render_template, request
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from sqlalchemy.orm.exc import StaleDataError
from werkzeug.exceptions import HTTPException

from app.core.database import LostUpdate
from app.core.errors import NotAllowed, NotNow
from app.web import access, carried

log = logging.getLogger("groundwork")

# code: (what happened, what to do)
WORDS = {
    400: (_l("We could not read this request."), _l("Go back, look at the page again, and send it once more.")),
    401: (_l("You are signed out."), _l("Sign in again, go back to the page, and send it once more.")),
    403: (_l("You may not do this."), _l("If you think you should, ask your program office for the role.")),
    404: (_l("We did not find this page."), _l("It may have moved, or it is not for you to see. Try the search.")),
    405: (_l("This address cannot be used that way."), _l("Open the page and use its buttons.")),
    409: (_l("Someone changed this in the meantime."), _l("Open it again and look at what is there now.")),
    413: (_l("This is too large to send."), _l("Shorten it or choose a smaller file.")),
    429: (_l("Too many tries in a short time."), _l("Wait a few minutes and try again.")),
    500: (
        _l("Something went wrong on our side."),
        _l("Try again in a minute. If it stays, give the reference to support."),
    ),
    503: (_l("We are busy just now."), _l("Nothing was lost. Wait a moment and try again.")),
}


def init_app(app: Flask) -> None:
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(CSRFError, _csrf)
    app.register_error_handler(LostUpdate, lambda _error: page(409))
    app.register_error_handler(StaleDataError, lambda _error: page(409))
    app.register_error_handler(NotNow, lambda _error: page(409))
    app.register_error_handler(NotAllowed, lambda _error: page(403))
    app.register_error_handler(Exception, _unexpected)


def page(code: int, error: Exception | None = None) -> Response:
    """The error page for a status code; JSON where the client asked for it. Its reference stands in the log too."""
    what, what_to_do = WORDS.get(code, WORDS[500 if code >= 500 else 400])
    reference = refer(code, error)
    if request.accept_mimetypes.best == "application/json":
        return make_response(jsonify(error=str(what), what_to_do=str(what_to_do), reference=reference), code)
    html = render_template(
        "errors/error.html", code=code, what=what, what_to_do=what_to_do, reference=reference,
        is_write=request.method not in ("GET", "HEAD"), carried=carried.refused() if code in (400, 401) else None,
    )  # fmt: skip
    return make_response(html, code)


def refer(code: int, error: Exception | None = None) -> str:
    """A new reference, noted in the log with what happened. A refusal on a page for anyone does not even say where."""
    reference = secrets.token_hex(4)
    where = request.endpoint if error or not carried.is_for_anyone() else None
    found = {"reference": reference, "status": code, "endpoint": where}
    if error:
        log.error("unexpected error", exc_info=error, extra=found)
    else:
        log.info("refused", extra=found)
    return reference


def _http(error: HTTPException) -> Response:
    if error.code is not None and error.code < 400:
        return make_response(error.get_response())
    answer = page(error.code or 500)
    if error.code == 405:
        answer.headers["Allow"] = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
    return answer


def _csrf(_error: CSRFError) -> Response:
    """A token dies with its session: who is signed out is told so."""
    return page(400 if carried.is_for_anyone() or access.viewer_or_none() else 401)


def _unexpected(error: Exception) -> Response:
    return page(500, error)
