"""Signing in and out. One answer for unknown addresses, wrong passwords and too many tries, and the same work done."""

from datetime import datetime
from urllib.parse import urlsplit

from flask import flash, redirect, render_template, request, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import devices, failures, passwords, queries, sessions
from app.accounts.actions import sign_in
from app.accounts.errors import WrongSignIn
from app.accounts.forms import SignInForm
from app.accounts.routes.blueprint import bp
from app.core import clock
from app.core.database import transaction
from app.web import access, carried

Page = str | Response | tuple[str, int]


@bp.get("/sign-in")
@access.public
def new_session() -> Page:
    if access.viewer_or_none():
        return redirect(_local(request.args.get("next")), 303)
    return _page(SignInForm(next=_local(request.args.get("next"))))


@bp.post("/sign-in")
@access.public
def create_session() -> Page:
    form = SignInForm()
    if form.validate_on_submit():
        done = _try(str(form.email.data).lower(), str(form.password.data), clock.now())
        if done:
            sessions.bind(*done)
            return _welcome(done[1], _local(form.next.data))
    form.refuse(WrongSignIn())
    return _page(form), 422


@bp.post("/sign-out")
@access.public
def destroy_session() -> Response:
    """Harmless to repeat, and where the session has ended already."""
    with transaction():
        running = sessions.current()
        if running:
            sign_in.end(running, by=running.person, at=clock.now())
    sessions.release()
    return redirect(url_for("accounts.new_session"), 303)


def _welcome(person_id: int, path: str) -> Page:
    """On to where they wanted to go; first to what they typed, if it was they who typed it."""
    brought = carried.returned()
    if brought and brought.is_of(person_id):
        return render_template("accounts/carried.html", carried=brought)
    if brought:
        flash(_("What was typed on this device before was not typed by you, so it was left out."), "late")
    return redirect(path, 303)


def _try(email: str, password: str, at: datetime) -> tuple[str, int] | None:
    """The token of a new session and whose it is, or None. The password is hashed in every case, outside the
    transaction."""
    person = queries.get_by_email(email)
    stored = person.password_hash if person else None
    fits = passwords.matches(password, stored)
    better = passwords.hash_of(password) if fits and stored and passwords.is_outdated(stored) else stored
    with transaction():
        if failures.is_blocked(email, at):
            return None
        person = queries.get_by_email(email)
        if not (fits and person and person.is_active and person.password_hash == stored):
            sign_in.fail(email, at=at)
            return None
        person.password_hash = better
        return sign_in.start(person, device=devices.describe(request.user_agent.string), at=at), person.id


def _page(form: SignInForm) -> str:
    return render_template("accounts/sign_in.html", form=form, carried=carried.returned())


def _local(path: str | None) -> str:
    """A path of ours, or the first page: nobody is sent elsewhere after signing in."""
    text = path or "/"
    parts = urlsplit(text.replace("\\", "/"))
    is_ours = text.startswith("/") and not text.replace("\\", "/").startswith("//")
    is_plain = not parts.scheme and not parts.netloc and text.isprintable() and len(text) <= 2000
    return text if is_ours and is_plain else "/"
