"""What a process keeps of the tree: asked once, and asked again after any change, whoever made it."""

from datetime import date

import pytest
from sqlalchemy import text

from app.core.database import transaction
from app.extensions import db
from app.offices import finding, kept
from app.offices.models import OfficeRules
from app.offices.places import Place
from app.offices.queries import agency, rules_for
from app.pain_points import offices as choosing
from tests.support import builders as make
from tests.support.queries import counting

DAY = date(2026, 9, 21)


@pytest.fixture
def place(app: object) -> Place:
    root = make.office("Department")
    branch = make.office("Child Support", parent=root)
    db.session.commit()
    return Place(branch.id, branch.slug, branch.name, branch.path, branch.parent_id)


def test_the_second_asking_reads_the_stamp_alone(place: Place) -> None:
    rules_for(place, DAY)
    db.session.rollback()
    with counting() as asked:
        rules_for(place, DAY)
        rules_for(place, DAY)
    assert [words for words in asked.statements if "office_rules" in words] == []
    assert len([words for words in asked.statements if "tree_stamp" in words]) == 1


def test_new_rules_hold_at_once(place: Place) -> None:
    assert rules_for(place, DAY).ack_days == 3
    with transaction() as session:
        session.add(OfficeRules(office_id=place.id, from_on=DAY, ack_days=1))
        session.flush()
        assert rules_for(place, DAY).ack_days == 1
    assert rules_for(place, DAY).ack_days == 1


def test_what_was_taken_back_does_not_hold(place: Place) -> None:
    with transaction() as session:
        session.add(OfficeRules(office_id=place.id, from_on=DAY, ack_days=1))
        session.flush()
        assert rules_for(place, DAY).ack_days == 1
        session.rollback()
    assert rules_for(place, DAY).ack_days == 3


def test_a_change_past_the_app_is_seen_too(place: Place) -> None:
    assert agency() is not None
    assert finding.sought("support").office == place
    db.session.rollback()
    with db.engine.begin() as connection:
        connection.execute(text("UPDATE office SET name = 'Family Payments' WHERE slug = :slug"), {"slug": place.slug})
    assert finding.sought("payments").office is not None
    assert [choice.name for choice in choosing.matching("family")] == ["Family Payments"]


@pytest.mark.parametrize("statement", ["UPDATE office SET staff_count = 7", "DELETE FROM office_rules"])
def test_the_stamp_never_stays(place: Place, statement: str) -> None:
    make.save(OfficeRules(office_id=place.id, from_on=DAY, ack_days=1))
    db.session.commit()
    was = kept.stamp()
    db.session.rollback()
    with db.engine.begin() as connection:
        connection.execute(text(statement))
    assert kept.stamp() != was
