"""Two people in the same moment: the last administrator stays, a link is spent once, the last seat goes once."""

from collections.abc import Callable
from threading import Barrier, Thread

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm.exc import StaleDataError

from app.accounts.actions import grants, links, people
from app.accounts.models import LinkKind, OneUseLink, Person, Role, RoleGrant
from app.champions.actions import seats
from app.champions.models import Cycle, Seat
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.extensions import db
from app.offices.models import Office
from tests.accounts.house import House
from tests.support import builders
from tests.support.builders import AT


def at_once(app: Flask, *acts: Callable[[], object]) -> list[Exception | None]:
    """Each act in a thread and a transaction of its own, started together; what each raised."""
    barrier = Barrier(len(acts))
    raised: list[Exception | None] = [None] * len(acts)

    def run(number: int, act: Callable[[], object]) -> None:
        with app.app_context():
            barrier.wait()
            try:
                with transaction():
                    act()
            except (BrokenRule, StaleDataError) as error:
                raised[number] = error

    db.session.rollback()
    threads = [Thread(target=run, args=(number, act)) for number, act in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return raised


def test_two_administrators_cannot_remove_each_other(app: Flask, house: House) -> None:
    rival = builders.with_role(Role.ADMINISTRATOR, house.agency, "Rival")
    one, other = house.admin.id, rival.id

    def remove(person_id: int, by_id: int) -> Callable[[], object]:
        return lambda: people.deactivate(
            db.session.get_one(Person, person_id), by=db.session.get_one(Person, by_id), at=AT
        )

    raised = at_once(app, remove(other, one), remove(one, other))
    db.session.expire_all()
    active = [person.is_active for person in db.session.scalars(select(Person).where(Person.id.in_((one, other))))]
    assert sorted(active) == [False, True]
    assert len([error for error in raised if error is None]) == 1


def test_two_roles_cannot_end_each_other(app: Flask, house: House) -> None:
    rival = builders.with_role(Role.ADMINISTRATOR, house.agency, "Rival")
    ids = [(person.grants[0].id, by.id) for person, by in ((house.admin, rival), (rival, house.admin))]

    def end(grant_id: int, by_id: int) -> Callable[[], object]:
        return lambda: grants.end(
            db.session.get_one(RoleGrant, grant_id), by=db.session.get_one(Person, by_id), at=AT
        )

    at_once(app, *(end(*pair) for pair in ids))
    left = select(func.count()).select_from(RoleGrant).where(
        RoleGrant.role == Role.ADMINISTRATOR, RoleGrant.office_id == house.agency.id, RoleGrant.to_on.is_(None)
    )
    assert db.session.scalar(left) == 1


def test_a_role_that_is_given_twice_is_held_once(app: Flask, house: House) -> None:
    to, office, by = house.colleague.id, house.elm.id, house.admin.id

    def give() -> object:
        return grants.give(
            db.session.get_one(Person, to), Role.LEADER, db.session.get_one(Office, office), at=AT,
            by=db.session.get_one(Person, by),
        )  # fmt: skip

    raised = at_once(app, give, give)
    held = select(func.count()).select_from(RoleGrant).where(RoleGrant.person_id == to, RoleGrant.to_on.is_(None))
    assert db.session.scalar(held.where(RoleGrant.role == Role.LEADER)) == 1
    assert len([error for error in raised if error is None]) == 1


def test_a_link_is_spent_once(app: Flask, house: House) -> None:
    with transaction():
        links.issue(house.dana, LinkKind.INVITATION, by=None, at=AT)
    link_id = db.session.scalars(select(OneUseLink.id)).one()

    def spend(word: str) -> Callable[[], object]:
        return lambda: links.spend(db.session.get_one(OneUseLink, link_id), password_hash=word, at=AT)

    raised = at_once(app, spend("first"), spend("second"))
    assert len([error for error in raised if error is None]) == 1


def test_the_last_seat_goes_once(app: Flask, house: House) -> None:
    house.cycle.seat_limit = 2
    db.session.commit()
    by, cycle, person = house.program.id, house.cycle.id, house.colleague.id

    def give(office_id: int) -> Callable[[], object]:
        return lambda: seats.give(
            db.session.get_one(Cycle, cycle), db.session.get_one(Office, office_id), deputy=None, at=AT,
            champion=db.session.get_one(Person, person), by=db.session.get_one(Person, by),
        )  # fmt: skip

    at_once(app, give(house.elm.id), give(house.hill.id))
    assert db.session.scalar(select(func.count()).select_from(Seat)) == 2
