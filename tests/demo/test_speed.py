"""The demo at the size that speed is measured at."""

import time

import pytest
from flask import Flask
from sqlalchemy import func, select

from app.extensions import db
from app.pain_points.models import PainPoint
from tests.demo.conftest import load


@pytest.mark.long
def test_ten_thousand_reports_are_there_within_a_minute(app: Flask) -> None:
    begun = time.monotonic()
    load(pain_points=10_000, offices=200)
    assert time.monotonic() - begun < 60
    assert db.session.scalar(select(func.count(PainPoint.id))) == 10_000
