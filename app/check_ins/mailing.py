"""The mail that asks three questions: in the person's language, with the link by which it is answered in a minute."""

from typing import Any

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import Person
from app.check_ins import policy
from app.check_ins.actions import send_link
from app.check_ins.actions.asking import MAIL
from app.check_ins.models import CheckIn
from app.core import clock, jobs
from app.core.database import transaction
from app.extensions import db
from app.notices.actions import send_mail
from app.notices.models import Mail
from app.offices.days import today_at
from app.web import figures


@jobs.handler(MAIL)
def mail(payload: dict[str, Any]) -> None:
    """Make the link and put the mail out, in one transaction: once, however often the job runs."""
    at = clock.now()
    with transaction() as session:
        check_in = session.get_one(CheckIn, payload["check_in_id"], with_for_update={"of": CheckIn})
        person = session.get_one(Person, payload["person_id"])
        message_id = f"check-in-{check_in.id}-{payload['kind']}-{person.id}"
        if not _is_wanted(check_in, person, at) or db.session.scalar(_sent(message_id)):
            return
        url = f"{current_app.config['SETTINGS'].base_url}/check-ins/{send_link(check_in, person.id)}"
        with force_locale(person.language):
            subject, body = _subject(check_in, payload["kind"]), _body(check_in, person, payload["kind"], url)
        send_mail(recipient=person.email, subject=subject, body=body, at=at, message_id=message_id)


def _is_wanted(check_in: CheckIn, person: Person, at: Any) -> bool:
    is_open = policy.is_answerable(check_in, today_at(check_in.plan.office, at))
    return is_open and person.is_active and policy.can_tell(person, check_in.plan)


def _sent(message_id: str) -> Any:
    return select(Mail.id).where(Mail.message_id == message_id)


def _subject(check_in: CheckIn, kind: str) -> str:
    """No words of people: a subject is read on the way."""
    plan = check_in.plan.ref
    if kind == "reminded":
        return _("Still open today: three questions about plan %(plan)s", plan=plan)
    if kind == "deputy":
        return _("Nothing heard twice: can you answer for plan %(plan)s?", plan=plan)
    return _("Three questions about plan %(plan)s", plan=plan)


def _body(check_in: CheckIn, person: Person, kind: str, url: str) -> str:
    greeting = _("Hello %(name)s,", name=person.name)
    why = (
        _("nothing was heard from this plan twice in a row. You are its deputy, so we ask you.")
        if kind == "deputy"
        else _("how does your plan go? What moved, what is stuck, what do you need? It takes a minute.")
    )
    until = _(
        "Answer by %(day)s. The link works once, for this check-in only, and without signing in.",
        day=figures.day(check_in.due_on if kind != "deputy" else check_in.open_until),
    )
    where = f"{check_in.plan.ref}, {check_in.plan.office.name}"
    return "\n\n".join((greeting, why, where, url, until)) + "\n"
