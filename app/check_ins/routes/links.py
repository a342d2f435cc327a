"""The link in the mail: a narrow right to answer one check-in once, without signing in.

GET shows the form and changes nothing, since scanners open links; POST spends it. No session is looked at or set. The
address holds the secret, so no log and no Referer gets it, and whoever does not know it cannot send the form.
"""

from collections.abc import Callable

from flask import Response, abort, make_response, render_template
from flask_babel import force_locale
from flask_babel import gettext as _

from app.accounts import tokens
from app.check_ins import actions, labels, queries
from app.check_ins.actions.answer import require_link
from app.check_ins.errors import Refused, SeatOver
from app.check_ins.forms import CheckInForm
from app.check_ins.models import CheckInLink
from app.check_ins.routes.blueprint import bp
from app.check_ins.routes.check_ins import thanks
from app.core import clock
from app.extensions import csrf, db
from app.plans.labels import title_of
from app.web import access
from app.web.saving import attempt
from app.web.security import is_same_origin
from app.web.texts import said


@bp.get("/check-ins/<token>")
@access.public
def show_link(token: str) -> Response:
    """The three questions, where the link can still be used."""
    access.forget_viewer()
    return _opened(token, lambda link: _form_page(link, CheckInForm(formdata=None, meta={"csrf": False})))


@bp.post("/check-ins/<token>")
@csrf.exempt
@access.public
def spend_link(token: str) -> Response:
    """Take the answers. Where the link cannot be used any more, the page keeps what was typed and says where to go."""
    access.forget_viewer()
    if not is_same_origin():
        abort(403)
    form = CheckInForm(meta={"csrf": False})
    return _opened(token, lambda link: _answered(link, form), form)


def _opened(token: str, answer: Callable[[CheckInLink], Response], form: CheckInForm | None = None) -> Response:
    """The page for the link in the language of the person it was sent to; why it cannot be used, where it cannot."""
    link = queries.get_link(tokens.hash_of(token))
    if link is None:
        return _untold(render_template("check_ins/refused.html", why="", form=form, link=None, labels=labels), 410)
    with force_locale(link.person.language):
        try:
            require_link(link, clock.now())
            return answer(link)
        except Refused as refused:
            return _refused(link, form, refused)


def _answered(link: CheckInLink, form: CheckInForm) -> Response:
    """Raises Refused where somebody was quicker."""
    if not form.validate():
        return _form_page(link, form, 422)
    at = clock.now()
    done = attempt(form, lambda: (actions.answer_by_link(link, form.told, at=at),))
    if done is None:
        return _form_page(link, form, 422)
    plan = link.check_in.plan
    return _untold(
        render_template("check_ins/thanks.html", plan=plan, title=title_of(plan), words=thanks(done[0])), 200
    )


def _form_page(link: CheckInLink, form: CheckInForm, status: int = 200) -> Response:
    plan = link.check_in.plan
    html = render_template("check_ins/link.html", link=link, plan=plan, title=title_of(plan), form=form)
    return _untold(html, status)


def _refused(link: CheckInLink, form: CheckInForm | None, refused: Refused) -> Response:
    db.session.rollback()
    html = render_template(
        "check_ins/refused.html", why=said(refused), form=form, link=link, plan=link.check_in.plan, labels=labels,
        where=_("Someone else speaks for it now: %(name)s.", name=_who(link)) if isinstance(refused, SeatOver) else "",
    )  # fmt: skip
    return _untold(html, 410)


def _who(link: CheckInLink) -> str:
    seat = link.check_in.plan.seat
    return seat.champion.name if seat else _("the program office")


def _untold(html: str, status: int) -> Response:
    """A Referer names the site and not the address; unlike "no-referrer" this leaves old browsers their Origin."""
    answer = make_response(html, status)
    answer.headers["Referrer-Policy"] = "strict-origin"
    return answer
