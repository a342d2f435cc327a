"""Papers that a process remembers: never longer than they are there, and none that fills its memory."""

import pytest
from flask import Flask
from sqlalchemy import text

from app.core import events, storage
from app.core.database import transaction
from app.extensions import db
from tests.support import builders as make
from tests.support.queries import counting

PAPER = b"%PDF-1.7 of everybody"


def stored(content: bytes) -> str:
    with transaction():
        name = storage.keep(content, "application/pdf", at=make.AT).sha256
        events.record("office.changed", make.office(), by=None, at=make.AT)
    return name


def fetched(name: str) -> tuple[bytes | None, bool]:
    """As a request of its own gets it, and whether the bytes were asked of the database."""
    db.session.rollback()
    with counting(is_warm=True) as asked:
        found = storage.fetch(name)
    return found, any("artefact" in statement for statement in asked.statements)


def test_what_is_asked_again_is_remembered(app: Flask) -> None:
    name = stored(PAPER)
    assert fetched(name)[0] == PAPER
    assert fetched(name) == (PAPER, False)


def test_what_another_process_emptied_is_served_no_more(app: Flask) -> None:
    name, office = stored(PAPER), make.office("Elsewhere")
    fetched(name)
    head = db.session.scalar(events.HEAD)
    with db.engine.begin() as elsewhere:
        elsewhere.execute(text("UPDATE artefact SET content = NULL"))
    with transaction():
        events.record("office.changed", office, by=None, at=make.AT)
    assert db.session.scalar(events.HEAD) != head
    assert fetched(name) == (None, True)


@pytest.mark.parametrize(("size", "is_asked"), [(storage.LARGEST, False), (storage.LARGEST + 1, True)])
def test_an_archive_is_not_kept_in_memory(app: Flask, size: int, is_asked: bool) -> None:
    name = stored(bytes(size))
    fetched(name)
    found, asked = fetched(name)
    assert (len(found or b""), asked) == (size, is_asked)
