"""Telling someone: a notice, and a mail in their language; nothing if the change fails."""

from collections.abc import Callable

import pytest
from flask import Flask
from sqlalchemy import select

from app.core.database import transaction
from app.extensions import db
from app.notices import sending
from app.notices.actions import notify
from app.notices.models import Mail, Notice
from tests.support.builders import AT, person, save
from tests.support.client import Client


def tell(someone_id: int, **facts: object) -> int:
    with transaction():
        return notify(someone_id, "plan_returned", path="/plans/P-3", at=AT, **facts).id


def mails() -> list[Mail]:
    db.session.rollback()
    return list(db.session.scalars(select(Mail)))


def test_a_notice_becomes_one_mail_in_the_readers_language(app: Flask) -> None:
    someone = person("Eleni Markou", language="el", email="eleni@agency.example")
    notice_id = tell(someone.id, plan="P-3", version=2)
    sending.mail_notice({"notice_id": notice_id})
    sending.mail_notice({"notice_id": notice_id})
    assert len(mails()) == 1
    mail = mails()[0]
    assert mail.recipient == "eleni@agency.example"
    assert "P-3" in mail.subject
    assert "/plans/P-3" in mail.body


def test_who_has_read_it_already_gets_no_mail(app: Flask) -> None:
    someone = person()
    notice_id = tell(someone.id, plan="P-3", version=2)
    save(db.session.get_one(Notice, notice_id)).read_at = AT
    db.session.commit()
    sending.mail_notice({"notice_id": notice_id})
    assert mails() == []


def test_a_closed_account_gets_no_mail(app: Flask) -> None:
    someone = person(is_active=False)
    sending.mail_notice({"notice_id": tell(someone.id)})
    assert mails() == []


def test_a_missing_fact_or_an_unknown_kind_is_still_a_sentence(app: Flask, as_person: Callable[..., Client]) -> None:
    someone = person()
    tell(someone.id)
    save(Notice(person_id=someone.id, kind="of the future", facts={}, path="/plans", created_at=AT))
    page = as_person(someone).get("/notices")
    assert "There is news for you." in page.text


def test_it_is_refused_outside_a_transaction(app: Flask) -> None:
    with pytest.raises(KeyError):
        notify(person().id, "plan_returned", path="/plans/P-3", at=AT)
