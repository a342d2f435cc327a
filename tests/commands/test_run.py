"""bin/run: what it makes, what it says when something is in the way, and that nothing of it stays behind."""

import fcntl
import importlib.util
import os
import re
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from config import ROOT


def environ(instance: Path, **more: str) -> dict[str, str]:
    """A clean machine's environment: none of the settings of whoever runs the tests."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG", "TMPDIR") if name in os.environ}
    own = {"INSTANCE_DIR": str(instance), "PORT": str(free_port()), "DEMO": "0", "PYTHONPATH": str(ROOT)}
    return {**kept, **own, **more}


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def first_steps(instance: Path, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "bin/first_steps.py"], cwd=ROOT, env=environ(instance, **more), capture_output=True,
        text=True, timeout=120, check=False,
    )  # fmt: skip


def the_one_line(done: subprocess.CompletedProcess[str]) -> str:
    """What was said, which is one line, and the status says that it did not work."""
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 1, done.stderr
    return lines[0]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    instance = tmp_path_factory.mktemp("instance")
    done = first_steps(instance)
    assert done.returncode == 0, done.stderr
    return instance


def test_the_first_start_makes_what_is_needed_for_its_owner_only(prepared: Path) -> None:
    key = prepared / "secret-key"
    assert re.fullmatch(r"[0-9a-f]{64}", key.read_text().strip())
    assert stat.S_IMODE(key.stat().st_mode) == 0o600
    assert (prepared / "groundwork.db").is_file()
    assert list((prepared / "static").rglob("*.css.br"))
    assert "Make the first account" in (prepared / "welcome").read_text()


def test_a_second_start_makes_nothing_anew(prepared: Path) -> None:
    files = [path for path in prepared.rglob("*") if path.is_file() and path.name != "welcome"]
    before = {path: path.stat().st_mtime_ns for path in files}
    done = first_steps(prepared)
    assert (done.returncode, done.stdout) == (0, "")
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_a_port_that_is_taken_is_said_with_what_to_type(prepared: Path) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        port = other.getsockname()[1]
        said = the_one_line(first_steps(prepared, PORT=str(port)))
    assert f"port {port}: Address already in use" in said
    assert "PORT=8001 bin/run" in said


def test_a_setting_that_cannot_be_used_is_named_before_anything_is_made(tmp_path: Path) -> None:
    said = the_one_line(first_steps(tmp_path / "new", WEB_CONCURRENCY="abc"))
    assert said.startswith("groundwork: WEB_CONCURRENCY must be a whole number")
    assert not (tmp_path / "new").exists()


def test_a_folder_that_cannot_be_written_is_named() -> None:
    said = the_one_line(first_steps(Path("/dev/null/instance")))
    assert "cannot write to /dev/null/instance" in said


def test_a_database_that_does_not_answer_is_said(prepared: Path) -> None:
    url = f"postgresql://nobody@127.0.0.1:{free_port()}/nothing"
    assert "the database does not answer" in the_one_line(first_steps(prepared, DATABASE_URL=url))


def test_a_file_that_is_no_database_is_said_and_left_as_it_is(prepared: Path, tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_text("not a database, but somebody's notes; long enough to look like one" * 20)
    said = the_one_line(first_steps(prepared, DATABASE_URL=f"sqlite:///{path}"))
    assert "cannot be read" in said
    assert path.read_text().startswith("not a database")


def test_a_full_disk_is_said_and_leaves_nothing_half_made(prepared: Path, tmp_path: Path) -> None:
    """A limit on the size of files is what a test can have; the database says the same as of a disk.

    It is the first error that is told, not the last line of what a library says about it.
    """
    limited = ["sh", "-c", "ulimit -f 400; trap '' XFSZ; exec \"$0\" bin/first_steps.py", sys.executable]
    own = environ(prepared, DATABASE_URL=f"sqlite:///{tmp_path / 'small.db'}")
    done = subprocess.run(limited, cwd=ROOT, env=own, capture_output=True, text=True, timeout=120, check=False)
    assert re.search(r"not be prepared: sqlite3.OperationalError: disk (is full|I/O error)$", the_one_line(done))
    with closing(sqlite3.connect(tmp_path / "small.db")) as kept:
        assert kept.execute("SELECT count(*) FROM sqlite_master").fetchone() == (0,)


def test_a_second_start_waits_for_the_one_that_prepares_the_folder(prepared: Path) -> None:
    with (prepared / ".lock").open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        start = subprocess.Popen(
            [sys.executable, "bin/first_steps.py"], cwd=ROOT, env=environ(prepared), stdout=subprocess.PIPE, text=True
        )
        assert start.stdout is not None
        assert "waiting for it" in start.stdout.readline()
        assert start.poll() is None
    assert start.communicate(timeout=60)[0] == ""
    assert start.returncode == 0


def test_production_refuses_the_demo(prepared: Path) -> None:
    assert "DEMO must be off" in the_one_line(first_steps(prepared, APP_ENV="production", DEMO="1"))


def test_what_a_start_compiled_is_kept_for_the_next(prepared: Path) -> None:
    """Also where the environment asks Python not to: a start that compiles every module takes twice as long."""
    kept = Path(importlib.util.cache_from_source(str(ROOT / "bin" / "peek.py")))
    kept.unlink(missing_ok=True)
    refused = environ(prepared, PORT="eighty", PYTHONDONTWRITEBYTECODE="1")  # as far as needed, and no further
    done = subprocess.run(["bin/run"], cwd=ROOT, env=refused, capture_output=True, text=True, timeout=60, check=False)
    assert "PORT must be" in the_one_line(done)
    assert kept.is_file()


def term(server: subprocess.Popen[str]) -> None:
    server.send_signal(signal.SIGTERM)


def ctrl_c(server: subprocess.Popen[str]) -> None:
    """As a terminal sends it: to every process at once."""
    os.killpg(server.pid, signal.SIGINT)


@pytest.mark.parametrize("end", [term, ctrl_c])
def test_it_serves_until_it_is_ended_and_leaves_no_process(
    prepared: Path, end: Callable[[subprocess.Popen[str]], None]
) -> None:
    settings = environ(prepared)
    server = subprocess.Popen(
        ["env", "--default-signal=INT", "bin/run"], cwd=ROOT, env=settings, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, start_new_session=True,
    )  # fmt: skip
    try:
        wait_for(f"http://127.0.0.1:{settings['PORT']}/readyz", server)
        end(server)
        said, _ = server.communicate(timeout=8)  # before bin/run would lose its patience and kill them
    finally:
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGKILL)
    assert server.returncode == 0, said
    assert f"Groundwork is at http://127.0.0.1:{settings['PORT']}" in said
    assert processes_of(server.pid) == []


def wait_for(url: str, server: subprocess.Popen[str]) -> None:
    for _ in range(600):
        assert server.poll() is None, server.communicate()[0]
        try:
            urllib.request.urlopen(url, timeout=3).close()
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("not ready in a minute")


def processes_of(session: int) -> list[str]:
    """What still runs in the session that bin/run began; who has ended and was not yet collected runs no more."""
    found = subprocess.run(["ps", "-s", str(session), "-o", "args="], capture_output=True, text=True, check=False)
    return [line for line in found.stdout.splitlines() if "<defunct>" not in line]
