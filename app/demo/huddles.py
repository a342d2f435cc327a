"""Huddles of the running cycle: two that were held, with notes and actions, and the one that the second proposed."""

from datetime import datetime, time, timedelta
from functools import partial

from app.demo.texts.huddles import FIRST, SECOND, ActionText, HuddleText, NoteText
from app.demo.world import World
from app.extensions import db
from app.huddles import actions, queries
from app.huddles.actions import Agreed, Meeting, Minutes, Noted
from app.huddles.actions.minutes import seal
from app.huddles.models import ActionState, Huddle, HuddleAction
from app.huddles.points import Point
from app.offices.days import agency_today

LINK = "https://meet.agency.example/champions"
FIRST_MET, PLANNED = -22, -30


def put_all(world: World) -> None:
    """The program office plans the first one; each that is closed proposes the next."""
    world.chronicle.put(world.at(world.offices[""], world.day(PLANNED), 9), partial(_plan, world))


def _plan(world: World, at: datetime) -> None:
    host = world.people["champion"]
    meeting = Meeting(world.day(FIRST_MET), time(10), "Room 204, and by video", LINK, host.id)
    huddle = actions.plan(world.cycles["running"], meeting, by=world.people["program"], at=at)
    _put(world, huddle, FIRST, SECOND)


def _put(world: World, huddle: Huddle, text: HuddleText, *after: HuddleText) -> None:
    ends = world.at(world.offices[""], huddle.meets_on, 11)
    if huddle.meets_on < world.today:
        world.chronicle.put(ends, partial(_hold, world, huddle, text, after))


def _hold(world: World, huddle: Huddle, text: HuddleText, after: tuple[HuddleText, ...], at: datetime) -> None:
    points, host = queries.agenda(huddle, agency_today(at)), huddle.host
    notes = [
        Noted(point, note.words, seal("")) for note in text.notes if (point := _about(world, points, note)) is not None
    ]
    absent = {world.people[key].id for key in text.absent if key in world.people}
    there = {member.id for member in queries.team_of(huddle.cycle_id) if member.has_seat} - absent
    actions.write(huddle, Minutes(notes, there, (), text.guests, seal("")), by=host, at=at)
    for one in text.actions:
        _agree(world, huddle, points, one, at)
    world.chronicle.put(at + timedelta(minutes=20), partial(_close, world, huddle, after))


def _close(world: World, huddle: Huddle, after: tuple[HuddleText, ...], at: datetime) -> None:
    db.session.refresh(huddle)
    following = actions.close(huddle, by=huddle.host, at=at)
    if following is not None and after:
        _put(world, following, *after)


def _agree(world: World, huddle: Huddle, points: list[Point], text: ActionText, at: datetime) -> None:
    if text.owner not in world.people:
        return
    about = _about(world, points, text) if text.section else None
    agreed = Agreed(text.words, world.people[text.owner].id, world.day((at.date() - world.today).days + text.due))
    made = actions.agree(huddle, agreed, point=about.key if about else "", by=huddle.host, at=at)
    if text.ended is not None:
        later = world.at(world.offices[""], world.day((at.date() - world.today).days + text.ended), 15)
        world.chronicle.put(later, partial(_end, made, text))


def _end(made: HuddleAction, text: ActionText, at: datetime) -> None:
    db.session.refresh(made)
    state = ActionState(text.state)
    actions.end_action(made, state, text.outcome, seen_lock=made.lock, by=made.owner, at=at)


def _about(world: World, points: list[Point], text: NoteText | ActionText) -> Point | None:
    """The first point of the section about the office that no other note has."""
    office = world.offices.get(text.office)
    name = office.name if office and text.office else ""
    wanted = (one for one in points if one.section == text.section and (not name or one.office == name))
    return next(wanted, None)
