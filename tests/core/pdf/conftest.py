"""Renderers of their own for these tests, with a lock folder of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core import pdf


@pytest.fixture(scope="session", autouse=True)
def _own_renderers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    pdf.configure(pdf.Limits(workers=1, lock_folder=Path(tmp_path_factory.mktemp("slots"))))
    yield
    pdf.configure(pdf.Limits())
