"""Always someone: reports find who answers them again when seats, offices, cycles or people change."""

from sqlalchemy import select

from app.champions.models import CycleState, Seat, SeatState
from app.core import clock as time
from app.core.database import transaction
from app.core.events import Event
from app.extensions import db
from app.notices.models import Notice
from app.pain_points.models import PainPoint, State
from app.pain_points.responsibility import reassign
from tests.pain_points.conftest import World
from tests.support import builders


def run() -> int:
    with transaction():
        return reassign(at=time.now())


def responsible(point: PainPoint) -> int:
    return db.session.get_one(PainPoint, point.id, populate_existing=True).responsible_id


def seat_of(world: World) -> Seat:
    return db.session.scalars(select(Seat)).one()


def test_an_ended_seat_hands_open_reports_to_the_program_office(world: World) -> None:
    points = [world.report() for _ in range(3)]
    closed = world.report(state=State.DECLINED)
    seat_of(world).to_on = builders.TODAY
    db.session.commit()
    assert run() == 3
    assert {responsible(point) for point in points} == {world.program.id}
    assert responsible(closed) == world.champion.id
    told = db.session.scalars(select(Notice)).one()
    assert (told.person_id, told.facts) == (world.program.id, {"count": 3})
    moved = db.session.scalars(select(Event).where(Event.verb == "pain_point.reassigned")).all()
    assert [event.data["person_id"] for event in moved] == [world.program.id] * 3


def test_a_second_pass_changes_nothing(world: World) -> None:
    world.report()
    seat_of(world).to_on = builders.TODAY
    db.session.commit()
    assert (run(), run()) == (1, 0)


def test_the_deputy_answers_while_the_champion_is_on_leave(world: World) -> None:
    point = world.report()
    seat = seat_of(world)
    seat.deputy_id, seat.state = world.colleague.id, SeatState.ON_LEAVE
    db.session.commit()
    run()
    assert responsible(point) == world.colleague.id


def test_a_new_seat_takes_what_waits_there_and_below(world: World) -> None:
    desk = builders.office("Elm Street", world.other)
    points = [builders.pain_point(at, world.program) for at in (world.other, desk)]
    builders.seat(world.other, world.stranger, world.cycle)
    assert run() == 2
    assert {responsible(point) for point in points} == {world.stranger.id}


def test_a_closed_cycle_and_a_person_who_left_end_it_too(world: World) -> None:
    point = world.report()
    world.cycle.state = CycleState.CLOSED
    db.session.commit()
    run()
    assert responsible(point) == world.program.id
    world.cycle.state, world.champion.is_active = CycleState.OPEN, False
    db.session.commit()
    assert run() == 0


def test_an_answer_written_before_the_hand_over_is_seen_as_such(world: World) -> None:
    point = world.report()
    lock = point.lock
    seat_of(world).to_on = builders.TODAY
    db.session.commit()
    run()
    assert db.session.get_one(PainPoint, point.id, populate_existing=True).lock == lock + 1
