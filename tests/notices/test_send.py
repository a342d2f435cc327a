"""Mails: once, with the same Message-ID however often it is tried, to a server or into a file; nothing stays behind."""

import smtplib
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from flask import Flask

from app.core.database import transaction
from app.extensions import db
from app.notices import sending
from app.notices.actions import send_mail
from app.notices.models import Mail
from config import Settings
from tests.support.builders import AT


def put_out(subject: str = "Set your password") -> int:
    body = "Open the link: /links/s3cret\n"
    with transaction():
        return send_mail(recipient="dana@agency.example", subject=subject, body=body, at=AT).id


def files(app: Flask) -> list[EmailMessage]:
    settings: Settings = app.config["SETTINGS"]
    found = sorted((settings.instance / "mail").glob("*.eml"))
    return [message_from_bytes(path.read_bytes(), policy=policy.default) for path in found]


def again(mail_id: int) -> Mail:
    db.session.rollback()
    return db.session.get_one(Mail, mail_id)


class Server:
    """Stands in for smtplib.SMTP and remembers."""

    sent: list[EmailMessage]
    steps: list[Any]

    def __init__(self, host: str, port: int, timeout: float) -> None:
        Server.steps = [(host, port)]

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self.steps.append("quit")

    def starttls(self) -> None:
        self.steps.append("starttls")

    def login(self, user: str, password: str) -> None:
        self.steps.append(("login", user, password))

    def send_message(self, message: EmailMessage) -> None:
        Server.sent.append(message)


def test_without_a_server_it_becomes_a_file_and_leaves_no_token_behind(app: Flask) -> None:
    mail_id = put_out()
    sending.send({"mail_id": mail_id})
    assert "s3cret" in files(app)[0].get_content()
    mail = again(mail_id)
    assert (mail.body, mail.recipient) == ("", "")
    assert mail.sent_at is not None
    assert mail.sent_at.hour == 0


def test_sending_twice_sends_once(app: Flask) -> None:
    mail_id = put_out()
    sending.send({"mail_id": mail_id})
    sending.send({"mail_id": mail_id})
    assert len(files(app)) == 1


def test_who_dies_before_noting_it_sends_under_the_same_id(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    mail_id = put_out()
    Server.sent = []
    monkeypatch.setattr(smtplib, "SMTP", Server)
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], mail_server="mail.example")
    with monkeypatch.context() as dying:
        dying.setattr(sending, "mark_sent", _die)
        with pytest.raises(KeyboardInterrupt):
            sending.send({"mail_id": mail_id})
    sending.send({"mail_id": mail_id})
    assert len(Server.sent) == 2
    assert len({message["Message-ID"] for message in Server.sent}) == 1


def test_the_server_gets_starttls_and_a_login_where_set(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    Server.sent = []
    monkeypatch.setattr(smtplib, "SMTP", Server)
    app.config["SETTINGS"] = replace(
        app.config["SETTINGS"], mail_server="mail.example", mail_port=587, mail_starttls=True,
        mail_username="groundwork", mail_password="pass",
    )  # fmt: skip
    sending.send({"mail_id": put_out()})
    assert Server.steps == [("mail.example", 587), "starttls", ("login", "groundwork", "pass"), "quit"]
    assert Server.sent[0]["To"] == "dana@agency.example"


def test_a_server_that_refuses_leaves_the_mail_for_the_next_try(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise smtplib.SMTPServerDisconnected("gone")

    mail_id = put_out()
    monkeypatch.setattr(sending, "_to_file", refuse)
    with pytest.raises(smtplib.SMTPServerDisconnected):
        sending.send({"mail_id": mail_id})
    assert again(mail_id).body != ""


def test_line_breaks_in_a_subject_start_no_header(app: Flask) -> None:
    sending.send({"mail_id": put_out("Hello\r\nBcc: everyone@agency.example")})
    message = files(app)[0]
    assert message["Bcc"] is None
    assert message["Subject"] == "Hello Bcc: everyone@agency.example"


def test_every_script_comes_through(app: Flask) -> None:
    sending.send({"mail_id": put_out("Ο φάκελός σας · طلبك · คำขอ · 您的申请 · Başvurunuz")})
    assert files(app)[0]["Subject"] == "Ο φάκελός σας · طلبك · คำขอ · 您的申请 · Başvurunuz"


def _die(*_: object) -> None:
    raise KeyboardInterrupt
