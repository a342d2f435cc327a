"""Funding: a round that was decided, with its letters, and one that is open."""

from datetime import datetime, timedelta
from functools import partial

from app.core import frozen
from app.demo import numbers
from app.demo.texts.progress import ROUNDS, RequestStory, RoundStory
from app.demo.world import World
from app.funding import actions, documents, gather, queries
from app.funding.actions import Asked, RoundTerms, Signed
from app.funding.letters import Choice, letter_of
from app.funding.models import FundingRequest, FundingRound, Outcome
from app.plans import queries as plans


def put_all(world: World) -> None:
    for story in ROUNDS:
        _put(world, story)


def _put(world: World, story: RoundStory) -> None:
    root, put = world.offices[""], world.chronicle.put
    made: list[FundingRound] = []
    program = world.people["program"]
    put(world.at(root, world.day(story.opens), 9), lambda at: made.append(_open(world, story, at)))
    for place, request in enumerate(story.requests):
        moment = world.at(root, world.day(story.asked), 10 + place, 20)
        put(moment, partial(_ask, world, made, request))
        if request.outcome and story.decided is not None:
            moment = world.at(root, world.day(story.decided), 10 + place)
            put(moment, partial(_decide, world, request))
    if story.decided is not None:
        closes = world.at(root, world.day(story.closes), 17)
        put(closes, lambda at: actions.close_round(made[0], by=program, at=at))


def _open(world: World, story: RoundStory, at: datetime) -> FundingRound:
    today, program = world.today, world.people["program"]
    opens, closes, decide_by = (today + timedelta(days=n) for n in (story.opens - 4, story.closes, story.decide_by))
    terms = RoundTerms(f"{story.name} {at.year}", story.positions, story.money, "USD", opens, closes, decide_by)
    made = actions.make_round(world.offices[""], terms, by=program, at=at)
    actions.open_round(made, by=program, at=at)
    return made


def _ask(world: World, made: list[FundingRound], story: RequestStory, at: datetime) -> None:
    """A draft from what is proven on that day, and handed in with its sheet."""
    numbers.count(world)
    plan, by = world.plans[story.plan], world.people[story.by]
    ready = queries.readiness(plan, at.date())
    asked = Asked(
        story.title, story.positions, story.money, story.for_what, story.if_no,
        reports=[world.reports[story.report]], measures=ready.proven,
    )  # fmt: skip
    request = actions.start_request(plan, made[0], asked, ready, by=by, at=at)
    world.requests[story.key] = request
    if not story.is_draft:
        _hand_in(world, request, story, at)


def _hand_in(world: World, request: FundingRequest, story: RequestStory, at: datetime) -> None:
    world.say(f"printing {request.ref}")
    sheet = gather.sheet_of(request, dated=at.date())
    actions.submit_request(
        request, sheet, documents.sheet_pdf(sheet), frozen.content_hash(sheet), by=world.people[story.by], at=at
    )


def _decide(world: World, story: RequestStory, at: datetime) -> None:
    """The leader's word with its letter."""
    request, by = world.requests[story.key], world.people["leader"]
    choice = Choice(Outcome(story.outcome), *story.granted, story.why, story.conditions, None, None)
    agency = world.offices[""].name
    letter = letter_of(request, choice, by=by, at=at, agency=agency)
    world.say(f"printing the letter to {request.ref}")
    signed = Signed(documents.letter_pdf(letter), frozen.content_hash(letter), agency)
    actions.decide(request, choice, signed, plans.writer_ids(request.plan), by=by, at=at)
