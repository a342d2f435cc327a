"""Mails on their way out: to the configured server, or into files in instance/mail where there is none."""

import smtplib
from collections.abc import Callable
from email import message_from_bytes
from email import policy as email_policy
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime
from pathlib import Path
from typing import Any

from flask import current_app
from flask_babel import force_locale
from flask_babel import gettext as _
from sqlalchemy import select

from app.accounts.models import Person
from app.core import clock, jobs
from app.core.database import transaction
from app.extensions import db
from app.notices.actions import MAIL_NOTICE, SEND, mark_sent, send_mail
from app.notices.labels import words
from app.notices.models import Mail, Notice
from config import Settings

TIMEOUT_SECONDS = 20


@jobs.handler(MAIL_NOTICE)
def mail_notice(payload: dict[str, Any]) -> None:
    """Write the mail for a notice, in the reader's language; none where it is read already or the account closed."""
    with transaction() as session:
        notice = session.get(Notice, payload["notice_id"])
        person = session.get(Person, notice.person_id) if notice and not notice.read_at else None
        if notice is None or person is None or not person.is_active:
            return
        message_id = f"notice-{notice.id}"
        if session.scalar(select(Mail.id).where(Mail.message_id == message_id)):
            return
        with force_locale(person.language):
            subject, body = words(notice), letter(notice, person)
        send_mail(recipient=person.email, subject=subject, body=body, at=notice.created_at, message_id=message_id)


@jobs.handler(SEND)
def send(payload: dict[str, Any]) -> None:
    """Send one mail, once. If the worker dies between sending and noting it, the second has the same Message-ID."""
    settings: Settings = current_app.config["SETTINGS"]
    mail = db.session.get(Mail, payload["mail_id"])
    if mail is None or mail.sent_at is not None or not mail.recipient:
        return
    message = message_of(mail, settings)
    db.session.rollback()  # no transaction stays open while a server far away takes its time
    _to_server(message, settings) if settings.mail_server else _to_file(message, settings.instance / "mail")
    with transaction() as session:
        found = session.get_one(Mail, payload["mail_id"])
        mark_sent(found, clock.now())


def letter(notice: Notice, person: Person) -> str:
    """A short letter: what happened, and where to read it."""
    settings: Settings = current_app.config["SETTINGS"]
    return "\n\n".join((person.name + ",", words(notice), _("Read it here:"), settings.base_url + notice.path)) + "\n"


def message_of(mail: Mail, settings: Settings) -> EmailMessage:
    """The mail as it goes over the wire. Blanks and line breaks in headers cannot start a header of their own."""
    message = EmailMessage(policy=_Folded())
    message["From"] = Address(current_app.config["AGENCY_NAME"] or "Groundwork", addr_spec=settings.mail_sender)
    message["To"] = Address(addr_spec=mail.recipient)
    message["Subject"] = " ".join(mail.subject.split())
    message["Date"] = format_datetime(mail.created_at)
    message["Message-ID"] = f"<{mail.message_id}@{settings.mail_sender.rpartition('@')[2] or 'localhost'}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(mail.body)
    return message


class _Folded(email_policy.EmailPolicy):
    """Python's own folding of a long subject that is not plain letters loses the blanks at its seams; the older one
    keeps them."""

    def fold(self, name: str, value: Any) -> str:
        return _subject(value, self.linesep) if name == "Subject" else super().fold(name, value)

    def fold_binary(self, name: str, value: Any) -> bytes:
        return _subject(value, self.linesep).encode() if name == "Subject" else super().fold_binary(name, value)


def _subject(value: object, linesep: str) -> str:
    return f"Subject: {Header(str(value), header_name='Subject').encode(linesep=linesep)}{linesep}"


def _to_server(message: EmailMessage, settings: Settings) -> None:
    with smtplib.SMTP(settings.mail_server, settings.mail_port, timeout=TIMEOUT_SECONDS) as server:
        if settings.mail_starttls:
            server.starttls()
        if settings.mail_username:
            server.login(settings.mail_username, settings.mail_password)
        server.send_message(message)


def _to_file(message: EmailMessage, folder: Path) -> None:
    """Whole or not at all; the same mail has the same name."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    name = str(message["Message-ID"]).strip("<>").replace("/", "_")
    unfinished = folder / f".{name}"
    unfinished.write_bytes(message.as_bytes())
    unfinished.replace(folder / f"{name}.eml")


def forget_files(names_them: Callable[[str], bool], folder: Path) -> int:
    """Delete the mails in files whose address or words name somebody. Says how many."""
    found = [path for path in folder.glob("*.eml") if any(map(names_them, _parts_of(path)))]
    for path in found:
        path.unlink(missing_ok=True)
    return len(found)


def _parts_of(path: Path) -> tuple[str, str]:
    message = message_from_bytes(path.read_bytes(), policy=email_policy.default)
    return str(message["To"]), str(message.get_content())
