"""What was printed once in this run is not printed again: the same HTML, sheets and fonts give the same bytes, which
tests/core/pdf proves with renderers of its own.

Every run has its own turn at the renderers; TEST_PAPER names a folder where runs beside it look too.
"""

import hashlib
import json
import os
from dataclasses import dataclass, field
from pathlib import Path

from app.core.pdf import frames
from app.core.pdf.pool import Limits, Pool


@dataclass
class Remembering(Pool):
    """Renderers that know what they have printed. Refusals are not remembered."""

    folder: Path = field(kw_only=True)

    def ask(self, head: frames.Head, body: bytes, seconds: float | None = None) -> tuple[frames.Head, bytes]:
        asked = hashlib.sha256(json.dumps(head, sort_keys=True).encode() + b"\n" + body).hexdigest()
        path = self.folder / asked
        if not path.exists():
            _write(path, *super().ask(head, body, seconds))
        words, _, paper = path.read_bytes().partition(b"\n")
        return json.loads(words), paper


def remembering(run_folder: Path) -> Remembering:
    """For all tests of a run."""
    folder = Path(os.environ.get("TEST_PAPER", run_folder / "paper"))
    folder.mkdir(exist_ok=True)
    return Remembering(Limits(lock_folder=run_folder / "slots"), folder=folder)


def _write(path: Path, answer: frames.Head, paper: bytes) -> None:
    """Whole or not at all: another run may be reading."""
    new = path.with_name(f"{path.name}.{os.getpid()}")
    new.write_bytes(json.dumps(answer).encode() + b"\n" + paper)
    new.rename(path)
