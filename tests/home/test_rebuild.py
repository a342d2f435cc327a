"""`flask rebuild` changes nothing where all was stored rightly, and mends what was not."""

from flask import Flask
from sqlalchemy import update

from app.extensions import db
from app.pain_points.models import PainPoint
from tests.support import builders as make


def rebuilt(app: Flask) -> str:
    answer = app.test_cli_runner().invoke(args=["rebuild"])
    assert answer.exit_code == 0, answer.output
    return answer.output


def test_a_wrong_sum_is_mended_once(app: Flask) -> None:
    office = make.office()
    point = make.pain_point(office, make.person(at=office))
    make.measure(office, point.responsible)
    rebuilt(app)
    db.session.execute(update(PainPoint).values(people_per_month=7))
    db.session.commit()
    assert "reports: 1 changed" in rebuilt(app)
    assert "reports: 0 changed\nmeasures: 0 changed" in rebuilt(app)
