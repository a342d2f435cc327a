"""Several lists in one question: the same rows as asked one by one, of every kind of column."""

from typing import Any

from sqlalchemy import bindparam, literal, null, select

from app.core.together import Part, read
from app.extensions import db
from app.milestones.models import Milestone, State
from app.pain_points.models import PainPoint
from tests.support import builders as make
from tests.support.queries import counting

POINTS = Part(
    select(
        PainPoint.number, PainPoint.title, PainPoint.state, PainPoint.is_anonymous, PainPoint.received_on,
        PainPoint.received_at, PainPoint.answered_on, literal(0.5).label("half"), null().label("no_word"),
    )
    .where(PainPoint.office_id == bindparam("office"))
    .order_by(PainPoint.number.desc())
    .limit(2),
    list,
)  # fmt: skip
STONES = Part(select(Milestone.name, Milestone.state).where(Milestone.state == State.DONE), len)


def rows_of(found: Any) -> list[dict[str, Any]]:
    return [row._asdict() for row in found]


def test_lists_come_together_as_they_come_alone(app: object) -> None:
    office = make.office("Διεύθυνση \"Παροχών\" \u202e \\ '")
    for _number in range(3):
        make.pain_point(office, make.person("Ada"), make.person("Ben"))
    db.session.commit()
    asked = {"office": office.id}
    alone = POINTS.alone(asked)
    with counting() as counted:
        found = read({"points": POINTS, "stones": STONES}, asked)
    assert len(counted) == 1
    assert len(alone) == 2
    assert rows_of(found["points"]) == rows_of(alone)
    assert [type(value) for value in found["points"][0]] == [type(value) for value in alone[0]]
    assert found["stones"] == 0
