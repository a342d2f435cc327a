"""Databases filled with the demo, and gunicorn on them as bin/run starts it; all in a folder of the bench's own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from config import ROOT
from tests.bench.client import Browser

PASSWORD = "bench-pass-123456"
SECRET = "0123456789abcdef" * 4


@dataclass(frozen=True)
class Place:
    """One filled database and its instance folder."""

    database: str
    size: int
    environ: Mapping[str, str]
    load_seconds: float | None


def prepare(folder: Path, database: str, size: int) -> Place:
    """Fill a database with so many pain points, unless the folder (or the server) has it from an earlier run."""
    instance = folder / f"{database}-{size}"
    instance.mkdir(parents=True, exist_ok=True)
    environ = os.environ | {
        "APP_ENV": "development", "SECRET_KEY": SECRET, "INSTANCE_DIR": str(instance), "DEMO_PASSWORD": PASSWORD,
        "DATABASE_URL": _url(instance, database, size), "FLASK_APP": "wsgi", "PYTHONPATH": str(ROOT), "DEMO": "0",
    }  # fmt: skip
    taken = None
    is_there = (instance / ".loaded").is_file()
    if database == "postgresql":
        _make(environ["DATABASE_URL"], instance if is_there else None)
    flask(environ, "build-static")
    if not is_there:
        flask(environ, "db", "upgrade")
        started = time.perf_counter()
        flask(environ, "demo", "load", "--pain-points", str(size))
        taken = time.perf_counter() - started
        subprocess.run([sys.executable, "-m", "tests.bench.full_plan"], env=environ, cwd=ROOT, check=True)
        _keep(environ["DATABASE_URL"], instance, database)
    return Place(database, size, environ, taken)


def flask(environ: Mapping[str, str], *command: str) -> None:
    run = [sys.executable, "-m", "flask", *command]
    subprocess.run(run, env=environ, cwd=ROOT, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def server(place: Place, wsgi: str) -> Iterator[tuple[int, subprocess.Popen[bytes], float]]:
    """Port, process and seconds until the first answer."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    started = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", "-c", "bin/gunicorn.conf.py", wsgi],
        env={**place.environ, "PORT": str(port), "HOST": "127.0.0.1"}, cwd=ROOT,
    )  # fmt: skip
    try:
        _wait_for(port, process)
        yield port, process, time.perf_counter() - started
    finally:
        end(process)


@contextmanager
def worker(place: Place) -> Iterator[subprocess.Popen[bytes]]:
    """The background worker of bin/run."""
    process = subprocess.Popen([sys.executable, "-m", "flask", "worker"], env=place.environ, cwd=ROOT)
    try:
        yield process
    finally:
        end(process)


def end(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGTERM)
    try:
        process.wait(15)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


def _wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    for _ in range(1200):
        try:
            Browser(port).get("/healthz")
        except OSError:
            assert process.poll() is None, "the server ended"
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the server did not answer within a minute")


def _url(instance: Path, database: str, size: int) -> str:
    if database == "sqlite":
        return f"sqlite:///{instance}/groundwork.db"
    return os.environ["TEST_POSTGRESQL_URL"].rsplit("/", 1)[0] + f"/bench_{size}"


def _make(url: str, filled: Path | None) -> None:
    """Make the database on the throw-away server, from the dump that an earlier run left, if there is one."""
    server_url, name = url.rsplit("/", 1)
    with psycopg.connect(f"{server_url}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}".encode())
    if filled is None:
        return
    subprocess.run([_program("pg_restore"), "--no-owner", "-d", url, filled / "dump"], check=True)
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("VACUUM ANALYZE")


def _keep(url: str, instance: Path, database: str) -> None:
    if database == "postgresql":
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute("VACUUM ANALYZE")
        subprocess.run([_program("pg_dump"), "-Fc", "-Z1", "-f", instance / "dump", url], check=True)
    (instance / ".loaded").touch()


def _program(name: str) -> Path:
    return max(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
