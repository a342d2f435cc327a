"""Fonts and libraries that a machine lacks, where who starts may not install them: one line to type."""

import os
import subprocess
from pathlib import Path

import pytest

from config import ROOT

LIBRARIES = "libpango-1.0.so.0 libpangoft2-1.0.so.0 libharfbuzz-subset.so.0"
FONTS = "Noto Sans Thai, Noto Sans CJK"


@pytest.mark.parametrize(
    ("libraries", "fonts", "missing"),
    [
        (LIBRARIES, "DejaVu Sans", "fonts-noto-core fonts-noto-cjk"),
        (LIBRARIES, "Noto Sans Thai", "fonts-noto-cjk"),
        ("libc.so.6", FONTS, "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"),
    ],
)
def test_what_is_missing_is_said_as_a_line_to_type(tmp_path: Path, libraries: str, fonts: str, missing: str) -> None:
    answers = {"ldconfig": f"echo '{libraries}'", "fc-list": f"echo '{fonts}'", "id": "echo 1000", "sudo": "exit 1"}
    for name, answer in {**answers, "apt-get": "echo installed >&2"}.items():
        (tmp_path / name).write_text(f"#!/bin/sh\n{answer}\n")
        (tmp_path / name).chmod(0o755)
    own = {"PATH": f"{tmp_path}:{os.environ['PATH']}", "INSTANCE_DIR": str(tmp_path / "new")}
    done = subprocess.run(["bin/run"], cwd=ROOT, env=own, capture_output=True, text=True, timeout=60, check=False)
    line = f"sudo apt-get install -y --no-install-recommends {missing}"
    said = f"groundwork: system packages are missing. Type this line, then start again:  {line}\n"
    assert (done.returncode, done.stdout, done.stderr) == (1, "", said)
    assert not (tmp_path / "new").exists()
