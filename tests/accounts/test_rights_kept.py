"""Rights are put together once and kept beside the person: never longer than what they were made of."""

import pytest
from flask import Flask

from app.accounts.actions import grants, people
from app.accounts.models import Person, Role
from app.core.database import transaction
from app.extensions import db
from tests.accounts.house import House
from tests.support.builders import AT


def again(person: Person) -> Person:
    return db.session.get_one(Person, person.id)


def test_within_one_transaction_they_follow_every_step(app: Flask, house: House) -> None:
    with transaction():
        person, by = again(house.colleague), again(house.admin)
        assert not person.has_role(Role.LEADER)
        given = grants.give(person, Role.LEADER, db.session.merge(house.elm), by=by, at=AT)
        assert person.has_role(Role.LEADER)
        grants.end(given, by=by, at=AT)
        assert not person.has_role(Role.LEADER)


def test_who_is_deactivated_has_none_in_the_same_transaction(app: Flask, house: House) -> None:
    with transaction():
        person, by = again(house.colleague), again(house.admin)
        grants.give(person, Role.LEADER, db.session.merge(house.elm), by=by, at=AT)
        assert person.has_role(Role.LEADER)
        people.deactivate(person, by=by, at=AT)
        assert not person.has_role(Role.LEADER)
        people.reactivate(person, by=by, at=AT)
        assert person.has_role(Role.LEADER)


def give_and_break(house: House) -> None:
    with transaction():
        person = again(house.colleague)
        grants.give(person, Role.LEADER, db.session.merge(house.elm), by=again(house.admin), at=AT)
        assert person.has_role(Role.LEADER)
        raise RuntimeError


def test_what_was_rolled_back_was_never_held(app: Flask, house: House) -> None:
    with pytest.raises(RuntimeError):
        give_and_break(house)
    assert not again(house.colleague).has_role(Role.LEADER)
