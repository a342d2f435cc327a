"""Renderers of their own for these tests, with a lock folder of their own."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.core import pdf
from app.core.pdf.pool import Pool


@pytest.fixture(scope="package", autouse=True)
def _own_renderers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Nothing is remembered here: these tests prove that it may be elsewhere."""
    own = Pool(pdf.Limits(workers=1, lock_folder=Path(tmp_path_factory.mktemp("slots"))))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(pdf, "_pool", own)
        yield
    own.close()
