"""What bin/run does between the set-up and the servers: checks, secret key, tables, catalogues, static files, demo.

Each step first asks cheaply whether it is needed, without loading the app: a second start stays fast. What is in the
way is said in one line.
"""

import fcntl
import hashlib
import os
import re
import secrets
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from peek import Trouble, ask

from config import ROOT, Settings, SettingsError
from migrations import revisions

NEEDED_BYTES = 200 * 1024 * 1024
RAISED = re.compile(r"[\w.]+(Error|Exception|Exit|Full): ")
TRANSLATIONS = ROOT / "app" / "translations"
COMPILE = ("pybabel", "-q", "compile", "-d", str(TRANSLATIONS))


def main() -> None:
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # so that a step's own process is ended too
    settings = read_settings()
    instance = settings.instance
    with told_plainly(instance):
        check_folder(instance)
        if not os.environ.get("SECRET_KEY"):
            os.environ["SECRET_KEY"] = secret(instance / "secret-key", settings.secret_key)
        check_port(settings.host, settings.port)
        migrate(settings)
        compiled = all(path.with_suffix(".mo").is_file() for path in TRANSLATIONS.rglob("*.po"))
        once(instance, "translations", TRANSLATIONS, "*.po", COMPILE, is_made=compiled)
        is_built = (instance / "static").is_dir()
        once(instance, "static", ROOT / "static", "*", ("flask", "build-static"), is_made=is_built)
        load_demo(settings)
        write(instance / "welcome", welcome(settings))


def read_settings() -> Settings:
    """All of them, before anything is made. Where there is no secret key, a fresh one, to be kept if none is yet."""
    key = os.environ.get("SECRET_KEY") or secrets.token_hex(32)
    try:
        return Settings.from_environ({**os.environ, "SECRET_KEY": key})
    except SettingsError as error:
        sys.exit(f"groundwork: {error}")


@contextmanager
def told_plainly(instance: Path) -> Iterator[None]:
    """Turn what can go wrong on a machine into one line and status 1."""
    try:
        yield
    except Trouble as error:
        sys.exit(f"groundwork: {error}")
    except OSError as error:
        sys.exit(f"groundwork: {error.filename or instance}: {error.strerror or error}")


def check_folder(instance: Path) -> None:
    """The instance folder can be written to, nobody else prepares it just now, and there is room."""
    try:
        instance.mkdir(parents=True, exist_ok=True)
        wait_for_others(instance)
        write(instance / ".probe", "x")
        (instance / ".probe").unlink()
    except OSError as error:
        raise Trouble(f"cannot write to {instance} (INSTANCE_DIR): {error.strerror}.") from error
    free = shutil.disk_usage(instance).free
    if free < NEEDED_BYTES:
        raise Trouble(f"the disk is full: {free >> 20} MB free at {instance}, {NEEDED_BYTES >> 20} MB needed.")


def wait_for_others(instance: Path) -> None:
    """Only one start at a time prepares a folder; also one that was killed holds it while its last step still runs."""
    lock = os.open(instance / ".lock", os.O_WRONLY | os.O_CREAT, 0o600)
    os.set_inheritable(lock, True)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        say("another start is preparing this folder; waiting for it")
        fcntl.flock(lock, fcntl.LOCK_EX)


def check_port(host: str, port: int) -> None:
    """Nobody else listens where we want to."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with closing(socket.socket(family, kind)) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
    except OSError as error:
        reason = error.strerror or error
        raise Trouble(f"cannot listen on {host} port {port}: {reason}. Choose another: PORT=8001 bin/run") from error


def secret(path: Path, fresh: str) -> str:
    """The secret kept in this file, readable by its owner only; made with `fresh` where there is none."""
    if not path.is_file():
        write(path, fresh + "\n")
    return path.read_text("utf-8").strip()


def migrate(settings: Settings) -> None:
    """Bring the tables up to date, if they are not."""
    if ask(settings, "SELECT version_num FROM alembic_version") != revisions.newest():
        say("preparing the database")
        run("the database could not be prepared", "flask", "db", "upgrade")


def once(
    instance: Path, name: str, sources: Path, pattern: str, command: tuple[str, ...], *, is_made: bool
) -> None:
    """Run a command whose sources changed since it last ended well."""
    stamp = instance / f".{name}"
    found = [(path, path.stat()) for path in sorted(sources.rglob(pattern))]
    facts = [(str(path.relative_to(sources)), stat.st_mtime_ns, stat.st_size) for path, stat in found]
    digest = hashlib.sha256(repr(facts).encode()).hexdigest()
    if not facts or (is_made and stamp.is_file() and stamp.read_text() == digest):
        return
    run(f"{name} could not be built", *command)
    write(stamp, digest)


def load_demo(settings: Settings) -> None:
    """On the first start, people and content to try things with."""
    if not settings.demo or ask(settings, "SELECT id FROM person LIMIT 1"):
        return
    say("loading the demo")
    password = settings.demo_password or secrets.token_urlsafe(9)
    write(settings.instance / "demo-password", password + "\n")
    run("the demo could not be loaded", "flask", "demo", "load", DEMO_PASSWORD=password)


def welcome(settings: Settings) -> str:
    """What is said when the server listens."""
    lines = [f"Groundwork is at {settings.base_url}  (Ctrl-C stops it)"]
    password = settings.instance / "demo-password"
    if settings.demo and password.is_file():
        people = "champion@ colleague@ leader@ program@ sponsor@ owner@ auditor@ admin@"
        lines += [
            f"Sign in as champion@demo.example with the password {password.read_text('utf-8').strip()}",
            f"or as one of {people} with the same ending and password.",
        ]
    elif not ask(settings, "SELECT id FROM person LIMIT 1"):
        lines.append("Nobody can sign in yet. Make the first account: bin/flask accounts create-admin")
    return "\n".join(lines) + "\n"


def run(what_failed: str, *command: str, **environ: str) -> None:
    """Run a program of the virtual environment; the first error it raised says why it failed, else its last line."""
    program = Path(sys.executable).with_name(command[0])
    done = subprocess.run(  # noqa: S603  # fixed commands
        [program, *command[1:]], cwd=ROOT, env=os.environ | {"FLASK_APP": "wsgi"} | environ, capture_output=True,
        text=True, stdin=subprocess.DEVNULL, check=False, close_fds=False,
    )  # fmt: skip
    if done.returncode:
        lines = [line.strip() for line in (done.stderr or done.stdout).splitlines() if line.strip()]
        raised = (line for line in lines if RAISED.match(line))
        raise Trouble(f"{what_failed}: {next(raised, lines[-1] if lines else f'status {done.returncode}')}")


def write(path: Path, words: str) -> None:
    """All of it or nothing, readable by its owner only."""
    beside = path.with_name(f"{path.name}.new")
    beside.unlink(missing_ok=True)
    with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(words)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def say(words: str) -> None:
    print(f"groundwork: {words}", flush=True)


if __name__ == "__main__":
    main()
