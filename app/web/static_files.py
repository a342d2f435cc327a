"""Static files by WhiteNoise: hashed names for ever, Brotli and gzip made beforehand into instance/static."""

import hashlib
import re
import shutil
from pathlib import Path

import brotli
import click
from flask import Flask, current_app
from whitenoise import WhiteNoise

from config import ROOT, Settings

SOURCE = ROOT / "static"
NOT_SERVED = ("fonts/print",)  # whole TTFs for paper; browsers get the WOFF2 subsets
COMPRESSED = {".css", ".js", ".svg", ".json", ".webmanifest"}
_URL = re.compile(r'url\("?([^)"]+)"?\)')
_HASHED = re.compile(r"\.[0-9a-f]{10}\.[a-z0-9]+$")


def init_app(app: Flask) -> None:
    built = _built(app)
    names: dict[str, str] = {}
    if built.is_dir():
        names = {_plain(p.relative_to(built).as_posix()): p.relative_to(built).as_posix() for p in _files(built)}
        app.wsgi_app = WhiteNoise(  # type: ignore[method-assign]
            app.wsgi_app, root=built, prefix="static/", immutable_file_test=lambda _p, url: bool(_HASHED.search(url))
        )
    app.config["STATIC_NAMES"] = names
    app.cli.add_command(build)


@click.command("build-static")
def build() -> None:
    """Write hashed and compressed copies of static/ into the instance folder."""
    target = _built(current_app)
    fresh = target.with_suffix(".new")
    shutil.rmtree(fresh, ignore_errors=True)
    build_into(fresh)
    shutil.rmtree(target, ignore_errors=True)
    fresh.rename(target)


def build_into(target: Path) -> dict[str, str]:
    """Copy every served file under its hashed name; style sheets last, their url(...) pointing at hashed names."""
    names: dict[str, str] = {}
    sources = [p for p in _files(SOURCE) if not p.relative_to(SOURCE).as_posix().startswith(NOT_SERVED)]
    for path in sorted(sources, key=lambda p: (p.suffix == ".css", p.as_posix())):
        name = path.relative_to(SOURCE).as_posix()
        content = _relinked(path, names) if path.suffix == ".css" else path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()[:10]
        names[name] = f"{name.removesuffix(path.suffix)}.{digest}{path.suffix}"
        _write(target / names[name], content)
    return names


def _relinked(path: Path, names: dict[str, str]) -> bytes:
    def link(match: re.Match[str]) -> str:
        aim = (path.parent / match[1]).resolve()
        known = names.get(aim.relative_to(SOURCE).as_posix()) if aim.is_relative_to(SOURCE) else None
        return f'url("/static/{known}")' if known else match[0]

    return _URL.sub(link, path.read_text("utf-8")).encode()


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    if path.suffix in COMPRESSED:
        path.with_name(path.name + ".br").write_bytes(brotli.compress(content))


def _built(app: Flask) -> Path:
    settings: Settings = app.config["SETTINGS"]
    return settings.instance / "static"


def _files(folder: Path) -> list[Path]:
    return [p for p in folder.rglob("*") if p.is_file() and p.suffix not in (".br", ".gz", ".md", ".txt")]


def _plain(name: str) -> str:
    return re.sub(r"\.[0-9a-f]{10}(\.[a-z0-9]+)$", r"\1", name)
