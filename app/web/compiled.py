"""Templates compiled once: else each process compiles each page again after every start, which takes the first visitor
of a long page a quarter of a second.

They lie in the instance folder, where nobody but us may put what is then run. Where that cannot be, nothing is kept.
"""

import os
import stat
from contextlib import suppress
from importlib.metadata import version
from pathlib import Path

from flask import Flask
from jinja2 import Environment, FileSystemBytecodeCache
from jinja2.bccache import Bucket


def init_app(app: Flask) -> None:
    folder: Path = app.config["SETTINGS"].instance / "compiled-templates"
    if _is_only_ours(folder):
        app.jinja_env.bytecode_cache = _Compiled(folder, app.jinja_env)


def _is_only_ours(folder: Path) -> bool:
    try:
        folder.mkdir(mode=stat.S_IRWXU, exist_ok=True)
        found = folder.lstat()
    except OSError:
        return False
    is_open = found.st_mode & (stat.S_IRWXG | stat.S_IRWXO)
    return stat.S_ISDIR(found.st_mode) and found.st_uid == os.geteuid() and not is_open


class _Compiled(FileSystemBytecodeCache):
    def __init__(self, folder: Path, env: Environment) -> None:
        super().__init__(str(folder))
        self._made_by = repr((version("jinja2"), env.trim_blocks, env.lstrip_blocks, sorted(env.extensions)))

    def get_source_checksum(self, source: str) -> str:
        """Another release of Jinja, or another setting, makes other code of the same source."""
        return super().get_source_checksum(self._made_by + source)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):  # a full disk delays pages, and breaks none
            super().dump_bytecode(bucket)
