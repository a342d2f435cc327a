"""The folder of a run, in memory where there is one: what is safe on disk is not what tests wait for."""

import os
import shutil
import tempfile
from pathlib import Path

NAME = "groundwork-test-"


def for_this_run() -> Path:
    """A fresh one, named after this process; what killed runs left is removed."""
    memory = Path("/dev/shm")
    place = memory if os.access(memory, os.W_OK) else Path(tempfile.gettempdir())
    remove_left(place)
    return Path(tempfile.mkdtemp(prefix=f"{NAME}{os.getpid()}-", dir=place))


def remove_left(place: Path) -> None:
    """Folders of runs whose process is gone: it was killed and could not clear up."""
    for folder in place.glob(f"{NAME}*-*"):
        process = folder.name.removeprefix(NAME).partition("-")[0]
        if process.isdecimal() and not _is_running(int(process)):
            shutil.rmtree(folder, ignore_errors=True)


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True  # somebody else's
    return True
