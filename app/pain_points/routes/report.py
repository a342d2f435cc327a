"""The intake: choose an office, say what happens, and get four words or, with a name, the report's page.

Who chooses "nobody" is not looked at: no session is read or set, no token is asked for. Sec-Fetch-Site or Origin
and a key that the form carries guard it instead.
"""

import hashlib
import secrets
from dataclasses import dataclass
from datetime import datetime

from flask import abort, current_app, flash, redirect, render_template, request
from flask_babel import gettext as _
from flask_wtf.csrf import validate_csrf
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response
from wtforms.validators import ValidationError

from app.accounts.models import Person
from app.champions.responsibility import responsible_for
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.extensions import csrf
from app.offices.days import today_at
from app.offices.models import ChannelKind, Office
from app.offices.queries import get_by_slug, rules_for
from app.pain_points import offices, queries, receipt
from app.pain_points.actions.receive import Given, receive
from app.pain_points.forms import NAME, NOBODY, ReportForm, code_of
from app.pain_points.models import Customers, Frequency, PainPoint, Stage
from app.pain_points.routes.door import bp
from app.web import access, language
from app.web.figures import day
from app.web.security import is_same_origin

Answer = str | Response | tuple[str, int]


@bp.get("/report")
@access.public
def choose_office() -> Answer:
    """One's own office, the only one there is, or a choice by words."""
    words = request.args.get("q", "").strip()
    person = access.viewer_or_none()
    wants_choice = words or "choose" in request.args
    if person and person.office and not wants_choice:
        return _form_page(person.office, _fresh(), person)
    found = offices.matching(words)
    if len(found) == 1 and not wants_choice:
        return redirect(f"/report/{found[0].slug}", 303)
    return render_template("pain_points/choose.html", found=found, words=words, is_cut=len(found) == offices.MOST)


@bp.get("/report/<slug>")
@access.public
def new(slug: str) -> Answer:
    """The form for one office, as its poster's code opens it."""
    return _form_page(access.found(get_by_slug(slug)), _fresh(), access.viewer_or_none())


@bp.post("/report/<slug>")
@csrf.exempt
@access.public
def create(slug: str) -> Answer:
    """Take the report in. The person is looked at only where they chose to give their name."""
    if request.form.get("who") != NAME:
        access.forget_viewer()
    form = ReportForm(meta={"csrf": False})
    person = access.viewer_or_none()
    _guard(person)
    office = access.found(get_by_slug(slug))
    if form.who.data == NAME and person is None:
        form.who.errors = [_("You are signed out. Sign in again, or choose Nobody.")]
    elif form.validate():
        sent = _send(office, form, person)
        if sent is not None:
            return _thanks(sent, person)
    return _form_page(office, form, person), 422


@dataclass(frozen=True)
class Sent:
    """A report that came in now, with its four words if it is anonymous; `is_repeat`: it had come in before."""

    point: PainPoint
    words: tuple[str, ...] = ()
    is_repeat: bool = False


def _guard(person: Person | None) -> None:
    """A named report needs the token of its session; an anonymous one the browser's word that our page sent it."""
    if person is None:
        if not is_same_origin():
            abort(403)
        return
    try:
        validate_csrf(request.form.get("csrf_token", ""))
    except ValidationError:
        abort(400)


def _send(office: Office, form: ReportForm, person: Person | None) -> Sent | None:
    """Store it once, however often it is sent. None where a rule refused it, which the form then shows."""
    key = _key_of(form)
    words = () if person else receipt.make()
    try:
        with transaction():
            now = clock.now()
            known = (queries.by_submission(key) if key else None) or _sent_before(office, form, person, now)
            point = known or receive(
                office, _given(form), by=person, at=now, submission_key=key,
                receipt_hash=receipt.hash_of(words, current_app.config["SECRET_KEY"]) if words else None,
            )  # fmt: skip
            return Sent(point, () if known else words, is_repeat=known is not None)
    except IntegrityError:  # the same form, sent twice at the same moment
        known = queries.by_submission(key) if key else None
        if known is None:
            raise
        return Sent(known, is_repeat=True)
    except BrokenRule as broken:
        form.refuse(broken)
        return None


def _sent_before(office: Office, form: ReportForm, person: Person | None, now: datetime) -> PainPoint | None:
    """Who goes back and sends the page again has a new key but the same words. Of a nameless one nothing is told."""
    if person is None:
        return None
    texts = form.happening.data or "", form.suggestion.data or ""
    return queries.same_from(person, office, texts, today_at(office, now))


def _key_of(form: ReportForm) -> str | None:
    """The form's key as a hash: what lies in the database opens nothing."""
    text = (form.submission_key.data or "")[:200]
    return hashlib.sha256(text.encode()).hexdigest() if text else None


def _given(form: ReportForm) -> Given:
    return Given(
        happening=form.happening.data or "",
        frequency=code_of(Frequency, form.frequency.data),
        customers=code_of(Customers, form.customers.data),
        channel=code_of(ChannelKind, form.channel.data),
        stage=code_of(Stage, form.stage.data),
        suggestion=form.suggestion.data or "",
        language=language.code(),
        minutes_lost=form.minutes_lost.data,
    )


def _thanks(sent: Sent, person: Person | None) -> Answer:
    """With a name: to the report's page. Without: the four words, shown once, on a page that no browser keeps."""
    point = sent.point
    if person is not None:
        dates = {"name": point.responsible.display_name, "read": day(point.ack_due_on), "due": day(point.answer_due_on)}
        if sent.is_repeat:
            flash(_("You had already sent this today. It is here, once."))
        else:
            flash(_("Your report is in. %(name)s reads it by %(read)s, and you get an answer by %(due)s.", **dates))
        return redirect(f"/pain-points/{point.ref}", 303)
    return render_template("pain_points/thanks.html", point=point, words=sent.words, is_repeat=sent.is_repeat)


def _fresh() -> ReportForm:
    return ReportForm(formdata=None, meta={"csrf": False}, submission_key=secrets.token_urlsafe(24))


def _form_page(office: Office, form: ReportForm, person: Person | None) -> str:
    """The form (again). `asks_who` says that it offered a name, also where nobody is looked at any more."""
    rules = rules_for(office, clock.now().date())
    knows_person = person is not None or bool(form.asks_who.data)
    form.asks_who.data = "1" if knows_person and rules.anonymous_allowed else ""
    if knows_person and not rules.anonymous_allowed:
        form.who.data = NAME
    return render_template(
        "pain_points/report.html", form=form, office=office, rules=rules, knows_person=knows_person,
        responsible=responsible_for(office), nobody=NOBODY, token=request.form.get("csrf_token", ""),
    )  # fmt: skip
