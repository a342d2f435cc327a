"""What the machine must have before the first PDF: asked once at start, answered in one clear line each."""

import ctypes.util
import shutil
import subprocess
from collections.abc import Callable

from app.core.pdf import fonts

INSTALL = (
    "apt-get install -y --no-install-recommends "
    "libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0 fontconfig fonts-noto-core fonts-noto-cjk"
)
LIBRARIES = {
    "pango-1.0": "PDFs cannot be made",
    "pangoft2-1.0": "PDFs cannot be made",
    "harfbuzz-subset": "PDFs take five times longer",
}


def check_libraries(find: Callable[[str], str | None] = ctypes.util.find_library) -> list[str]:
    """One line per missing system library, saying what follows and what to type; empty when all are there."""
    return [
        f"The library {name} is missing: {consequence}. Type: {INSTALL}"
        for name, consequence in LIBRARIES.items()
        if find(name) is None
    ]


def check_fonts(installed: Callable[[], str] | None = None) -> list[str]:
    """One line per damaged font file of ours or missing font of the system; empty when all are there."""
    lines = [f"The font static/fonts/print/{name} is missing or damaged: fetch it again." for name in fonts.damaged()]
    families = (installed or _installed_families)()
    lines += [
        f"The font {family} is missing: Chinese prints as empty boxes. Type: {INSTALL}"
        for family in fonts.CHINESE
        if family not in families
    ]
    return lines


def _installed_families() -> str:
    command = shutil.which("fc-list")
    if command is None:
        return ""
    return subprocess.run([command, ":", "family"], capture_output=True, text=True, timeout=20, check=False).stdout  # noqa: S603  # a fixed command
