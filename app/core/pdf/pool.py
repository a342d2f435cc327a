"""The web process's side: starts renderers when first needed, hands them documents, ends those that hang.

Limits: so many at work on the whole machine, so many waiting here, so many seconds and bytes for each
document.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, field
from pathlib import Path

from app.core.pdf import frames
from app.core.pdf.errors import Broken, Busy, TooLarge, TooSlow
from app.core.pdf.slots import slot

ROOT = Path(__file__).resolve().parents[3]
MEBIBYTE = 1024 * 1024
ALONE = f"""
import sys, types
sys.modules["app"] = types.ModuleType("app")
sys.modules["app"].__path__ = [{str(ROOT / "app")!r}]
"""
"""Lets a process import `app.core` without the web app around it: the package `app` would load Flask and all features,
a second and 60 MB for each renderer."""
START = f"{ALONE}from app.core.pdf.renderer import main\nmain()\n"

PATIENCE = 4
"""A document has `seconds` of processor time, and this many times as long by the clock: a busy machine is no fault of
its own."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What rendering may cost. Seconds and bytes are for one document; `waiting` is for one process."""

    workers: int = max(1, (os.cpu_count() or 2) - 1)
    waiting: int = 16
    wait_seconds: float = 15.0
    seconds: float = 20.0
    memory: int = 1536 * MEBIBYTE
    lock_folder: Path = Path(tempfile.gettempdir()) / f"groundwork-pdf-{os.getuid()}"


@dataclass
class Pool:
    """Renderers of one process. Safe to use from many threads."""

    limits: Limits = field(default_factory=Limits)
    idle: list["Renderer"] = field(default_factory=list)
    asking: int = 0
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _owner: int = field(default_factory=os.getpid)

    def ask(self, head: frames.Head, body: bytes, seconds: float | None = None) -> tuple[frames.Head, bytes]:
        """One document in, one answer out. Raises Busy, TooSlow, TooLarge or Broken."""
        self._enter()
        try:
            with slot(self.limits.lock_folder, self.limits.workers, time.monotonic() + self.limits.wait_seconds):
                return self._ask_twice(head, body, seconds or self.limits.seconds)
        finally:
            self._leave()

    def close(self) -> None:
        """End all idle renderers."""
        with self._lock:
            idle, self.idle = self.idle, []
        for renderer in idle:
            renderer.end()

    def _enter(self) -> None:
        with self._lock:
            if self._owner != os.getpid():  # forked: the renderers belong to the parent
                self._owner, self.idle, self.asking = os.getpid(), [], 0
            if self.asking >= self.limits.workers + self.limits.waiting:
                raise Busy("too many documents are waiting")
            self.asking += 1

    def _leave(self) -> None:
        with self._lock:
            self.asking -= 1

    def _ask_twice(self, head: frames.Head, body: bytes, seconds: float) -> tuple[frames.Head, bytes]:
        """A renderer that was killed, or had gone to sleep for good, is replaced once; the document is not
        at fault.
        """
        try:
            return self._ask_one(head, body, seconds)
        except Refusal:
            raise
        except Broken:
            return self._ask_one(head, body, seconds)

    def _ask_one(self, head: frames.Head, body: bytes, seconds: float) -> tuple[frames.Head, bytes]:
        with self._lock:
            renderer = self.idle.pop() if self.idle else None
        renderer = renderer or Renderer(self.limits.memory)
        try:
            answer = renderer.ask({**head, "seconds": seconds}, body, time.monotonic() + PATIENCE * seconds)
        except BaseException as error:
            renderer.end()
            if isinstance(error, Broken) and renderer.process.returncode == -signal.SIGPROF:
                raise TooSlow("the document took too much of the processor") from error
            raise
        if answer[0].get("error"):
            renderer.end()
            raise _error(str(answer[0]["error"]))
        with self._lock:
            self.idle.append(renderer)
        return answer


class Renderer:
    """One child process."""

    def __init__(self, memory: int) -> None:
        self.process = subprocess.Popen(  # noqa: S603  # our own module
            [sys.executable, "-c", START],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**_plain_environment(), "PDF_MEMORY_BYTES": str(memory)},
        )

    def ask(self, head: frames.Head, body: bytes, deadline: float) -> tuple[frames.Head, bytes]:
        assert self.process.stdin is not None  # noqa: S101  # given as PIPE
        assert self.process.stdout is not None  # noqa: S101
        frames.write(self.process.stdin.fileno(), head, body, deadline=deadline)
        return frames.read(self.process.stdout.fileno(), deadline=deadline)

    def end(self) -> None:
        self.process.kill()
        self.process.communicate()


def _plain_environment() -> dict[str, str]:
    """Where things lie and how text is read; no secret of the web process."""
    names = ("PATH", "HOME", "LANG", "LC_ALL", "TMPDIR", "LD_LIBRARY_PATH", "FONTCONFIG_FILE", "FONTCONFIG_PATH")
    kept = {name: os.environ[name] for name in names if name in os.environ}
    return {**kept, "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "0"}


def _error(words: str) -> Exception:
    return TooLarge(words) if words == "too large" else Refusal(words)


class Refusal(Broken):
    """The renderer lives but could not read this document; asking again would not help."""
