"""Telling people: a notice in the app with a mail after it, or a mail alone. Both inside the running transaction."""

import secrets
from datetime import datetime
from typing import Any

from sqlalchemy import update

from app.core import jobs
from app.extensions import db
from app.notices.models import Mail, Notice

MAIL_NOTICE = "notices.mail"
SEND = "notices.send"


def notify(person_id: int, kind: str, *, path: str, at: datetime, **facts: Any) -> Notice:
    """Tell a person in the app, and by mail in their language.

    `kind` has its words in labels.KINDS, which `facts` fill (ids, numbers, codes, the name of a channel; never people's
    texts); `path` is the page where it is read in full.
    """
    notice = Notice(person_id=person_id, kind=kind, path=path, facts=facts, created_at=at)
    db.session.add(notice)
    db.session.flush()
    jobs.enqueue(MAIL_NOTICE, {"notice_id": notice.id}, at=at)  # where a notice keeps only its day, so does its job
    return notice


def send_mail(*, recipient: str, subject: str, body: str, at: datetime, message_id: str = "") -> Mail:
    """Put a mail into the outbox; it leaves after the commit, under one Message-ID however often it is tried."""
    mail = Mail(
        message_id=message_id or secrets.token_hex(16),
        recipient=recipient,
        subject=" ".join(subject.split())[:300],
        body=body,
        created_at=at,
    )
    db.session.add(mail)
    db.session.flush()
    jobs.enqueue(SEND, {"mail_id": mail.id})
    return mail


def mark_read(person_id: int, *, up_to: int, at: datetime) -> None:
    """A person has seen the notices up to an id; what came after stays unread. Safe to repeat."""
    db.session.execute(
        update(Notice)
        .where(Notice.person_id == person_id, Notice.id <= up_to, Notice.read_at.is_(None))
        .values(read_at=at)
    )


def mark_sent(mail: Mail, at: datetime) -> None:
    """Gone out: only the day stays. Body and address could hold a token, or tell who reported."""
    mail.sent_at = at.replace(hour=0, minute=0, second=0, microsecond=0)
    mail.body = mail.recipient = ""
