"""The demo, loaded once per run with paper that is not really printed; each test works on a copy."""

import re
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
import time_machine
from flask import Flask

from app.core import pdf
from app.core.pdf import Layout, Rendered
from app.demo import loading
from app.demo.world import World
from config import Settings
from tests.support.builders import AT, TODAY
from tests.support.client import Client
from tests.support.databases import Databases, settings_for

Run = Callable[[Settings], AbstractContextManager[Flask]]
SAMPLES = 1  # pages walked to of each kind
STATIC = ("/static", "/sign-out", "/language")


def load(**changed: object) -> World:
    """Load into the app whose context is open; paper is a stub."""
    given: dict[str, object] = {
        "offices": 40, "pain_points": 160, "seed": 1, "today": TODAY, "password_hash": "x", "agency_name": "",
        "say": lambda _: None,
    }  # fmt: skip
    with pytest.MonkeyPatch.context() as patch, time_machine.travel(AT, tick=False):
        patch.setattr(pdf, "render", blank)
        return loading.load(**(given | changed))  # type: ignore[arg-type]  # names are checked by the call


def blank(html: str, *, limit_pages: int = 2, **_: object) -> Rendered:
    """A sheet of the same words every time: what is printed depends on what was given."""
    return Rendered(f"%PDF-1.7 {len(html)}".encode(), Layout(limit_pages, limit_pages, 90.0, 100.0))


@pytest.fixture(scope="session")
def filled(all_databases: Databases, running: Run, run_folder: Path) -> str:
    """The address of a database with the demo in it."""
    folder = Path(tempfile.mkdtemp(dir=run_folder))
    url = all_databases.fresh(folder)
    with running(settings_for(url, folder)):
        load()
    return url


@pytest.fixture
def demo(filled: str, all_databases: Databases, running: Run, instance: Path) -> Iterator[Flask]:
    """An app on a copy of the demo."""
    url = all_databases.fresh(instance, of=filled)
    with running(settings_for(url, instance)) as app:
        yield app
    all_databases.drop(url)


@pytest.fixture
def walk(monkeypatch: pytest.MonkeyPatch) -> Callable[[Client], list[str]]:
    """Follow the links from the first page on, some of every kind; what did not answer with a page or a file."""
    monkeypatch.setattr(pdf, "render", blank)
    return _walk


def _walk(client: Client) -> list[str]:
    waiting, known, kinds, broken = ["/"], {"/"}, Counter[str](), list[str]()
    while waiting:
        path = waiting.pop(0)
        page = client.ask("GET", path)
        if page.status not in (200, 303):
            broken.append(f"{path}: {page.status}")
        links = [page.location] if page.status == 303 else [to for _, to in page.links] if page.is_html else []
        for link in links:
            kind = re.sub(r"\d+", "N", link.partition("?")[0])
            if link in known or not link.startswith("/") or link.startswith(STATIC) or kinds[kind] >= SAMPLES:
                continue
            kinds[kind] += 1
            known.add(link)
            waiting.append(link)
    return broken
