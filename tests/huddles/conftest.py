"""What tests of huddles begin with: a plan in force, and a huddle of its cycle that meets today."""

import pytest
import time_machine
from flask import Flask

from tests.huddles import given
from tests.huddles.given import Round


@pytest.fixture
def meeting(app: Flask, clock: time_machine.Traveller) -> Round:
    return given.meeting()
