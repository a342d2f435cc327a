"""One's own account: name, language, password, and the browsers in which one is signed in."""

from flask import flash, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts import failures, passwords, queries, sessions
from app.accounts.actions import people, sign_in
from app.accounts.errors import WrongPassword, WrongSignIn
from app.accounts.forms import AccountForm, ChangePasswordForm
from app.accounts.models import Person
from app.accounts.routes.blueprint import NUMBER, bp
from app.core import clock
from app.core.database import LostUpdate, transaction
from app.core.errors import BrokenRule
from app.web import access
from app.web.lost_updates import differences, take_over
from app.web.saving import attempt

Page = str | Response | tuple[str, int]


@bp.get("/account")
@access.signed_in
def show_account() -> str:
    return _page(AccountForm(obj=access.viewer()))


@bp.post("/account")
@access.signed_in
def update_account() -> Page:
    form, person = AccountForm(), access.viewer()
    if not form.validate_on_submit():
        return _page(form), 422
    try:
        with transaction():
            people.update_own(
                person, form.seen_lock, name=str(form.name.data), language=form.language.data,
                credit=form.chosen_credit, at=clock.now(),
            )  # fmt: skip
    except LostUpdate:
        take_over(form, person)
        saved = {"name": person.name, "language": person.language, "credit": person.credit.value}
        return _page(form, differences(form, saved)), 409
    flash(_("Saved."))
    return redirect(url_for("accounts.show_account"), 303)


@bp.get("/account/passwords/new")
@access.signed_in
def new_password() -> str:
    return render_template("accounts/password.html", form=ChangePasswordForm())


@bp.post("/account/passwords")
@access.signed_in
def create_password() -> Page:
    """Asks for the password of now, so that an open browser left alone is not enough."""
    form, person = ChangePasswordForm(), access.viewer()
    if not (form.validate_on_submit() and _is_good(form, person)):
        return render_template("accounts/password.html", form=form), 422
    hashed = passwords.hash_of(str(form.password.data))
    here = sessions.current()
    attempt(form, lambda: people.set_password(person, hashed, at=clock.now(), but=here))
    flash(_("Your password is changed. Other browsers are signed out."))
    return redirect(url_for("accounts.show_account"), 303)


@bp.post(f"/account/sessions/<{NUMBER}:session_id>/endings")
@access.signed_in
def end_session(session_id: int) -> Response:
    with transaction():
        person = access.viewer()
        session = access.found(queries.get_session(person, session_id))
        sign_in.end(session, by=person, at=clock.now())
    flash(_("That browser is signed out."))
    return redirect(url_for("accounts.show_account"), 303)


@bp.post("/account/sessions/endings")
@access.signed_in
def end_all_sessions() -> Response:
    """Everywhere, this browser too."""
    with transaction():
        person = access.viewer()
        sign_in.end_all(person, by=person, at=clock.now())
    sessions.release()
    flash(_("You are signed out everywhere."))
    return redirect(url_for("accounts.new_session"), 303)


def _is_good(form: ChangePasswordForm, person: Person) -> bool:
    if not _knows_password(form, person):
        return False
    try:
        passwords.check(str(form.password.data), person.email, person.email.partition("@")[0], person.name)
    except BrokenRule as broken:
        form.refuse(broken)
        return False
    return True


def _knows_password(form: ChangePasswordForm, person: Person) -> bool:
    """Wrong ones count as failed sign-ins do: who finds a browser open cannot try them all."""
    email, stored, at = person.email, person.password_hash, clock.now()
    if failures.is_blocked(email, at):
        form.refuse(WrongSignIn())
        return False
    if passwords.matches(str(form.current.data), stored):
        return True
    with transaction():
        sign_in.fail(email, at=at)
    form.refuse(WrongPassword())
    return False


def _page(form: AccountForm, lost: object = None) -> str:
    person = access.viewer()
    return render_template(
        "accounts/account.html", form=form, lost=lost, person=person, here=sessions.current_id(),
        sessions=queries.running_sessions(person), answered_for=queries.offices_answered_for(person),
    )  # fmt: skip
