"""What the server acknowledged is there after kill -9, on both databases."""

import os
import secrets
import signal
import subprocess
import sys
import threading
import time
import urllib.parse
import urllib.request
from contextlib import suppress

import pytest
from sqlalchemy import select

from app.champions.models import Seat
from app.extensions import db
from app.pain_points.models import PainPoint
from config import ROOT, Settings
from tests.browser.server import _free_port, _wait_for
from tests.support import builders

WRITERS, ENOUGH, PATIENCE = 4, 12, 15


def post(address: str, words: str) -> bool:
    """Send one anonymous report; True where the server said that it is in."""
    fields = {
        "happening": words, "frequency": "daily", "customers": "1-5", "channel": "phone", "stage": "", "who": "nobody",
        "submission_key": secrets.token_hex(8),
    }  # fmt: skip
    body = urllib.parse.urlencode(fields).encode()
    request = urllib.request.Request(f"{address}/report/front-desk", body, {"Sec-Fetch-Site": "same-origin"})
    with urllib.request.urlopen(request, timeout=10) as answer:
        return bool(answer.status == 200)


def write_until_it_dies(address: str, name: int, acknowledged: list[str]) -> None:
    with suppress(OSError):
        for count in range(1_000):
            words = f"Writer {name} saw it {count} times."
            if post(address, words):
                acknowledged.append(words)


@pytest.fixture
def office(app: object) -> Seat:
    office = builders.office("Front Desk", slug="front-desk")
    return builders.seat(office, builders.person("Cara Champion", at=office), builders.cycle())


def test_what_was_acknowledged_is_there_after_kill_9(settings: Settings, office: Seat) -> None:
    port, acknowledged = _free_port(), list[str]()
    environ = {
        **os.environ, "SECRET_KEY": settings.secret_key, "DATABASE_URL": settings.database_url,
        "INSTANCE_DIR": str(settings.instance), "HOST": "127.0.0.1", "PORT": str(port), "WEB_CONCURRENCY": "1",
    }  # fmt: skip
    command = [sys.executable, "-m", "gunicorn", "-c", "bin/gunicorn.conf.py", "wsgi:app"]
    with subprocess.Popen(command, env=environ, cwd=ROOT, start_new_session=True) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(f"{address}/healthz", server)
            _write(address, acknowledged)
        finally:
            os.killpg(server.pid, signal.SIGKILL)
    stored = set(db.session.scalars(select(PainPoint.happening)))
    assert len(acknowledged) >= ENOUGH
    assert set(acknowledged) - stored == set()


def _write(address: str, acknowledged: list[str]) -> None:
    """Let them write; return, so that the server is killed, while they do."""
    for name in range(WRITERS):
        threading.Thread(target=write_until_it_dies, args=(address, name, acknowledged), daemon=True).start()
    end = time.monotonic() + PATIENCE
    while len(acknowledged) < ENOUGH and time.monotonic() < end:
        time.sleep(0.005)
