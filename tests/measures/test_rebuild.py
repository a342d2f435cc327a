"""`flask measures rebuild` puts right what is stored wrongly, and finds nothing where nothing is."""

import pytest
from flask import Flask
from sqlalchemy import update

from app.core.database import transaction
from app.extensions import db
from app.measures.models import Measure
from tests.measures import given

pytestmark = pytest.mark.usefixtures("clock")


def test_it_finds_and_mends_what_differs(app: Flask) -> None:
    cast = given.cast()
    given.months(cast.measure, [*given.BASE], cast.owner)
    with transaction():
        db.session.execute(update(Measure).values(grade=5, latest=1))
    runner = app.test_cli_runner()
    assert "1 held something else" in runner.invoke(args=["measures", "rebuild"]).output
    assert "0 held something else" in runner.invoke(args=["measures", "rebuild"]).output
    db.session.expire_all()
    assert cast.measure.grade == 1
