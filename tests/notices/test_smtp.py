"""Mails as a real server receives them: once, also when the worker dies; subjects in every script; plain texts."""

import asyncio
import os
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from flask import Flask
from sqlalchemy import select

from app.check_ins.models import CheckIn
from app.core import clock, jobs
from app.core.database import transaction
from app.extensions import db
from app.notices import sending
from app.notices.actions import send_mail
from app.notices.models import Mail
from tests.check_ins import given
from tests.check_ins.given import Case
from tests.jobs.process import wait_until, worker
from tests.support.builders import AT

PATIENCE = 60
SUBJECTS = ("สามคำถามเกี่ยวกับแผน P-12", "ثلاثة أسئلة حول الخطة P-12", "关于计划 P-12 的三个问题", "Τρεις ερωτήσεις " * 15)


class Server:
    """Keeps what came. While `holds_back`, it has read a mail and does not say that it has it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.came: list[EmailMessage] = []
        self.holds_back = False
        self.keeps = True
        self.has_read = threading.Event()

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:  # noqa: N802  # aiosmtpd's name
        if self.keeps:
            self.came.append(message_from_bytes(envelope.content, policy=policy.default))
        self.has_read.set()
        while self.holds_back:
            await asyncio.sleep(0.02)
        return "250 OK"

    @property
    def settings(self) -> dict[str, str]:
        return {"MAIL_SERVER": "127.0.0.1", "MAIL_PORT": str(self.port), "MAIL_SENDER": "plans@agency.example"}


@pytest.fixture
def server() -> Iterator[Server]:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        found = Server(int(probe.getsockname()[1]))
    controller = Controller(found, hostname="127.0.0.1", port=found.port)
    controller.start()
    yield found
    found.holds_back = False
    controller.stop()


@pytest.fixture
def case(app: Flask) -> Case:
    return given.case()


def ask(case: Case) -> CheckIn:
    """A check-in of this day, whose mail waits to be written by a worker."""
    check_in = given.asked(case, clock.today())
    db.session.rollback()
    with transaction():
        payload = {"check_in_id": check_in.id, "person_id": case.champion.id, "kind": "asked"}
        jobs.enqueue("check_ins.mail", payload)
        jobs.enqueue("check_ins.mail", payload)
    return check_in


def is_sent() -> bool:
    db.session.rollback()
    mails = list(db.session.scalars(select(Mail)))
    return bool(mails) and all(mail.sent_at for mail in mails)


def test_after_kill_9_of_the_worker_a_check_in_comes_once_and_in_plain_text(
    app: Flask, case: Case, server: Server
) -> None:
    """The worker dies while the server has the mail in hand. Had the server kept it, a second one would come under the
    same Message-ID (test_send.py), and who receives it shows one."""
    case.champion.name = "ليلى حدّاد"
    db.session.commit()
    server.holds_back, server.keeps = True, False
    ask(case)
    with worker(app, **server.settings) as first:
        assert server.has_read.wait(PATIENCE)
        os.killpg(first.pid, signal.SIGKILL)
        first.wait()
    assert not is_sent()
    server.holds_back, server.keeps = False, True
    with worker(app, **server.settings):
        assert wait_until(is_sent, PATIENCE)
    (message,) = server.came
    assert (message["To"], message["Subject"]) == (case.champion.email, "Three questions about plan P-12")
    assert message.get_content_type() == "text/plain"
    assert "ليلى حدّاد" in message.get_content()
    assert "/check-ins/" in message.get_content()
    kept = db.session.scalars(select(Mail)).one()
    assert (kept.body, kept.recipient) == ("", "")


@pytest.mark.parametrize("subject", SUBJECTS)
def test_a_subject_in_any_script_arrives_as_it_was_written(app: Flask, server: Server, subject: str) -> None:
    with transaction():
        mail = send_mail(recipient="dana@agency.example", subject=subject, body=f"{subject}\n", at=AT).id
    app.config["SETTINGS"] = replace(app.config["SETTINGS"], mail_server="127.0.0.1", mail_port=server.port)
    sending.send({"mail_id": mail})
    (message,) = server.came
    assert message["Subject"] == subject.strip()
    assert message.get_content().strip() == subject.strip()
    assert message["Message-ID"].endswith("@localhost>")
    assert db.session.get_one(Mail, mail).sent_at is not None
