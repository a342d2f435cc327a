"""Two people in the same moment: the last seat goes once, a person is nominated once, an answer is given once."""

from collections.abc import Callable

from flask import Flask
from sqlalchemy import func, select

from app.accounts.models import Person
from app.champions.models import Seat
from app.champions.nominations import actions
from app.champions.nominations.models import Endorsement, Nomination, NominationState
from app.extensions import db
from tests.accounts.house import House
from tests.accounts.test_at_once import at_once
from tests.champions.selecting import given
from tests.support import builders
from tests.support.builders import AT
from tests.support.world_nominations import nomination


def person(person_id: int) -> Person:
    return db.session.get_one(Person, person_id)


def one(nomination_id: int) -> Nomination:
    return db.session.get_one(Nomination, nomination_id)


def test_the_last_seat_is_accepted_once(app: Flask, house: House) -> None:
    elsewhere = builders.office("Mill Lane", house.agency)
    first = given(house, NominationState.SELECTED)
    other = nomination(house.cycle, elsewhere, builders.person("Nia"), house.ali, NominationState.SELECTED)
    house.cycle.seat_limit = 2
    db.session.commit()

    def accept(nomination_id: int, by_id: int) -> Callable[[], object]:
        return lambda: actions.accept(one(nomination_id), "", by=person(by_id), at=AT)

    raised = at_once(app, accept(first.id, first.nominee_id), accept(other.id, other.nominee_id))
    db.session.expire_all()
    assert db.session.scalar(select(func.count()).select_from(Seat)) == 2
    assert len([error for error in raised if error is None]) == 1


def test_a_person_is_nominated_once(app: Flask, house: House) -> None:
    first = given(house, NominationState.DRAFT)
    other = nomination(house.cycle, house.hill, first.nominee, house.ali, NominationState.DRAFT, 5_000)

    def submit(nomination_id: int, by_id: int) -> Callable[[], object]:
        return lambda: actions.submit(one(nomination_id), by=person(by_id), at=AT)

    raised = at_once(app, submit(first.id, first.nominator_id), submit(other.id, other.nominator_id))
    states = sorted(db.session.scalars(select(Nomination.state).execution_options(populate_existing=True)))
    assert states == [NominationState.DRAFT, NominationState.SUBMITTED]
    assert len([error for error in raised if error is None]) == 1


def test_the_same_word_sent_twice_stands_once(app: Flask, house: House) -> None:
    wanted, by_id = given(house).id, house.ali.id

    def endorse() -> object:
        return actions.endorse(one(wanted), "I follow her.", by=person(by_id), at=AT)

    assert at_once(app, endorse, endorse) == [None, None]
    assert db.session.scalar(select(func.count()).select_from(Endorsement)) == 1
