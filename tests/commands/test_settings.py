"""Settings are read once, before anything is made: what cannot be used is named in one line."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from config import ROOT, Settings, SettingsError
from tests.support.databases import KEY

GOOD = [
    ("BASE_URL", "https://groundwork.agency.example/", "https://groundwork.agency.example"),
    ("BASE_URL", "http://[::1]:8001/fix", "http://[::1]:8001/fix"),
    ("HOST", "[::1]", "::1"),
    ("LANGUAGES", "el,en", ("el", "en")),
    ("AGENCY_NAME", " خدمات\u200cما ", "خدمات\u200cما"),
    ("MAIL_SENDER", "ground.work+1@mail.agency.example", "ground.work+1@mail.agency.example"),
    ("DATABASE_URL", "postgres://me@host/name", "postgresql+psycopg://me@host/name"),
]
NUMBERS = ("PORT", "WEB_CONCURRENCY", "WEB_THREADS")
BAD = [
    *((name, value) for name in NUMBERS for value in ("abc", "0", "-1", "8_0", "65536")),
    *(("BASE_URL", value) for value in ("foo bar", "agency.example", "ftp://x", "http://", "http://x:99999", "http://x?q")),
    *(("MAIL_SENDER", value) for value in ("not a mail", "me@", "me@x\nBcc: you@x", "Me <me@x.example>", "a..b@x")),
    *(("HOST", value) for value in ("foo bar", "[]", "..", "%", "fe80::1%eth0")),
    ("MAIL_SERVER", "smtp://mail"), ("MAIL_PORT", "0"), ("AGENCY_NAME", "Two\nlines"),
    ("APP_ENV", "test"), ("PROXY_HOPS", "6"), ("DEMO", "perhaps"), ("LANGUAGES", "en xx"), ("LANGUAGES", ","),
    ("DATABASE_URL", "mysql://x"), ("DATABASE_URL", "sqlite:///:memory:"), ("OWNER_DATABASE_URL", "mysql://x"),
    ("SECRET_KEY", " "), ("JOB_LEASE_SECONDS", "x"), ("MAIL_PORT", "9" * 5000),
]  # fmt: skip


def read(name: str, value: str) -> Settings:
    return Settings.from_environ({"SECRET_KEY": KEY, name: value})


@pytest.mark.parametrize(("name", "value", "meant"), GOOD)
def test_what_can_be_used_is_read(name: str, value: str, meant: object) -> None:
    assert getattr(read(name, value), name.lower()) == meant


def test_an_empty_setting_counts_as_not_set() -> None:
    unset = Settings.from_environ({"SECRET_KEY": KEY})
    names = set(re.findall(r'environ(?:\.get\(|, )"([A-Z_]+)"', (ROOT / "config.py").read_text("utf-8")))
    assert {"APP_ENV", "LANGUAGES", "BASE_URL", "INSTANCE_DIR"} <= names
    assert Settings.from_environ({**dict.fromkeys(names, ""), "SECRET_KEY": KEY}) == unset
    assert unset.base_url == "http://127.0.0.1:8000"


@pytest.mark.parametrize(("name", "value"), BAD)
def test_what_cannot_be_used_is_named_in_one_line(name: str, value: str) -> None:
    with pytest.raises(SettingsError, match=rf"\A{name} [^\n]+\Z"):
        read(name, value)


def test_a_refused_address_of_a_database_shows_no_password() -> None:
    with pytest.raises(SettingsError, match=r"\A[^#]+\Z"):
        read("DATABASE_URL", "mysql://me:#pass@host/name")


def test_the_web_server_alone_says_it_in_one_line_too(tmp_path: Path) -> None:
    own = {"PATH": os.environ["PATH"], "SECRET_KEY": KEY, "INSTANCE_DIR": str(tmp_path / "new"), "WEB_THREADS": "many"}
    command = [str(Path(sys.executable).with_name("gunicorn")), "-c", "bin/gunicorn.conf.py", "wsgi:app"]
    done = subprocess.run(command, cwd=ROOT, env=own, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert done.stderr == "groundwork: WEB_THREADS must be a whole number from 1 to 256; it is 'many'.\n"
    assert not (tmp_path / "new").exists()
