"""The house that these tests walk through."""

import pytest
from flask import Flask

from tests.accounts.house import House, build


@pytest.fixture
def house(app: Flask) -> House:
    return build()
