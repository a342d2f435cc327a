"""One-use links: opened by GET, which changes nothing (mail scanners open links), spent by POST; and asking for one."""

from flask import Response, current_app, flash, make_response, redirect, render_template, url_for
from flask_babel import gettext as _
from werkzeug.wrappers import Response as BaseResponse

from app.accounts import passwords, queries, tokens
from app.accounts.actions import links
from app.accounts.forms import NewPasswordForm, PasswordRequestForm
from app.accounts.mails import link_letter
from app.accounts.models import LinkKind, OneUseLink, Person
from app.accounts.routes.blueprint import bp
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.notices.actions import send_mail
from app.web import access

Page = str | BaseResponse | tuple[str, int]


@bp.get("/links/<token>")
@access.public
def show_link(token: str) -> Response:
    link = _open_link(token)
    return _page(link, NewPasswordForm()) if link else _ended()


@bp.post("/links/<token>")
@access.public
def spend_link(token: str) -> BaseResponse:
    link = _open_link(token)
    if link is None:
        return _ended()
    form = NewPasswordForm()
    if not (form.validate_on_submit() and _is_good(form, link.person)):
        return _page(link, form, 422)
    hashed = passwords.hash_of(str(form.password.data))  # slow: before the transaction
    with transaction():
        links.spend(link, password_hash=hashed, at=clock.now())
    flash(_("Your password is set. Sign in with it."))
    return redirect(url_for("accounts.new_session"), 303)


@bp.get("/password-resets/new")
@access.public
def new_password_reset() -> str:
    return render_template("accounts/password_reset.html", form=PasswordRequestForm(), is_sent=False)


@bp.post("/password-resets")
@access.public
def create_password_reset() -> Page:
    """The answer is the same whether there is such an account or not."""
    form = PasswordRequestForm()
    if not form.validate_on_submit():
        return render_template("accounts/password_reset.html", form=form, is_sent=False), 422
    at = clock.now()
    with transaction():
        person = queries.get_by_email(str(form.email.data))
        if person and person.is_active and not links.was_just_sent(person, at):
            mail_link(person, LinkKind.PASSWORD_RESET, by=None)
    return render_template("accounts/password_reset.html", form=form, is_sent=True)


def mail_link(person: Person, kind: LinkKind, *, by: Person | None) -> None:
    """Make a link and put the mail with it into the outbox, in the running transaction."""
    at = clock.now()
    token = links.issue(person, kind, by=by, at=at)
    letter = link_letter(person, kind, address_of(token))
    send_mail(recipient=letter.recipient, subject=letter.subject, body=letter.body, at=at)


def address_of(token: str) -> str:
    """The link as it stands in a mail: from BASE_URL, never from the request's host, which anyone can forge."""
    return f"{current_app.config['SETTINGS'].base_url}/links/{token}"


def _open_link(token: str) -> OneUseLink | None:
    link = queries.get_link(tokens.hash_of(token))
    return link if link and links.is_open(link, clock.now()) else None


def _is_good(form: NewPasswordForm, person: Person) -> bool:
    try:
        passwords.check(str(form.password.data), person.email, person.email.partition("@")[0], person.name)
    except BrokenRule as broken:
        form.refuse(broken)
        return False
    return True


def _page(link: OneUseLink, form: NewPasswordForm, status: int = 200) -> Response:
    return _untold(render_template("accounts/link.html", link=link, form=form), status)


def _ended() -> Response:
    return _untold(render_template("accounts/link_ended.html"), 410)


def _untold(html: str, status: int) -> Response:
    """The address holds the secret, so it is told to nobody."""
    answer = make_response(html, status)
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer
