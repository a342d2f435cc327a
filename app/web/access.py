"""Default deny. Every view states who may reach it; a view without a statement cannot be reached by anyone.

Three statements: `public`, `signed_in`, `roles(...)`. What a person may do with one thing is the feature's policy:
`require(policy.can_submit(viewer(), plan))` answers 403, `found(queries.get_visible(...))` answers 404.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar, cast

from flask import Flask, abort, current_app, g, redirect, request, url_for
from flask_login import AnonymousUserMixin, current_user
from werkzeug.wrappers import Response

if TYPE_CHECKING:
    from app.accounts.models import Person

View = TypeVar("View", bound=Callable[..., Any])
T = TypeVar("T")

PUBLIC = ("public",)
SIGNED_IN = ("signed_in",)


def public(view: View) -> View:
    """Anyone, also without signing in."""
    return _state(view, PUBLIC)


def signed_in(view: View) -> View:
    """Every person with an account: the frontline."""
    return _state(view, SIGNED_IN)


def roles(*wanted: str) -> Callable[[View], View]:
    """Persons who hold one of these roles anywhere; the feature's policy narrows it to the thing."""
    return lambda view: _state(view, wanted)


def statement(view: Callable[..., Any]) -> tuple[str, ...] | None:
    """What a view stated, or None."""
    return getattr(view, "access_statement", None)


def viewer() -> "Person":
    """The signed-in person. Only for views that are not public."""
    return _person()


def viewer_or_none() -> "Person | None":
    """The signed-in person, or None: for public views."""
    return _person() if current_user.is_authenticated else None


def forget_viewer() -> None:
    """This request has nobody: its session is not looked at. For reports that nobody shall be able to trace.

    First thing in a view. Raises RuntimeError where somebody has looked already (a translated text does).
    """
    if "_login_user" in g:  # where Flask-Login keeps the person
        raise RuntimeError("too late to forget who it is")
    g.setdefault("_login_user", AnonymousUserMixin())


def require(allowed: bool) -> None:
    """Refuse with 403: the person may see the thing, but not do this."""
    if not allowed:
        abort(403)


def found(thing: T | None) -> T:
    """The thing, or 404: what you may not see does not exist for you."""
    if thing is None:
        abort(404)
    return thing


def init_app(app: Flask) -> None:
    public(app.view_functions["static"])
    app.before_request(_enforce)


def _person() -> "Person":
    """The row itself, not Flask-Login's stand-in for it, which the database layer does not take."""
    return cast("Person", current_user._get_current_object())  # noqa: SLF001  # werkzeug's way out of a proxy


def _state(view: View, who: tuple[str, ...]) -> View:
    view.access_statement = who  # type: ignore[attr-defined]  # a function carries its statement
    return view


def _enforce() -> Response | None:
    if request.endpoint is None:
        return None  # an unknown address: 404 or 405 follows by itself
    who = statement(current_app.view_functions[request.endpoint])
    if who is None:
        abort(403)
    if who == PUBLIC:
        return None
    if not current_user.is_authenticated:
        return _to_sign_in()
    if who != SIGNED_IN and not current_user.has_any_role(*who):
        abort(403)
    return None


def _to_sign_in() -> Response:
    """A page that is read comes back after signing in; a write does not repeat itself."""
    if request.method not in ("GET", "HEAD"):
        abort(401)
    return redirect(url_for("accounts.new_session", next=request.full_path.rstrip("?")), 303)
