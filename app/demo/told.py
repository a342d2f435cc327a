"""Reports that stories rest on: those that a plan takes up, and those that wait for Dana Whitfield today."""

from collections.abc import Sequence

from app.accounts.models import Person
from app.demo.mass import BY_REPORTER, said
from app.demo.steps import Seen, Step, Story
from app.demo.texts import banks, waiting
from app.demo.texts.kinds import PlanStory, ReportText, Told
from app.demo.world import World

BEFORE_START = 22  # days between the first report and the plan that takes it up


def of_plans(world: World, stories: Sequence[PlanStory]) -> list[Story]:
    """Each plan's reports: received and accepted before it is submitted, fixed when its change came."""
    return [
        _of_plan(world, story, place, words)
        for story in stories
        if story.office in world.offices
        for place, words in enumerate(story.text.reports)
    ]


def of_today(world: World) -> list[Story]:
    """The reports that are open at Child Support now."""
    return [_one(world, told) for told in waiting.REPORTS]


def _key(story: PlanStory) -> str:
    return f"{story.cycle}:{story.office}"


def _of_plan(world: World, story: PlanStory, place: int, words: ReportText) -> Story:
    office = world.offices[story.office]
    champion = world.who_answers(story.office, world.day(story.started + 2))
    staff = [person for person in world.staff[office.id] if person is not champion]
    reporter = staff[place % len(staff)]
    first = story.started - BEFORE_START + place * 4
    changed = next((m.series.changed for m in story.text.measures if m.series.changed), None)
    days = {"acknowledged": first + 3, "accepted": story.started + 3}
    if words.fixed and changed and changed + 12 < 0:
        days["fixed"] = changed + 12 + place * 3
    if words.confirmed and "fixed" in days:
        days["confirmed"] = days["fixed"] + 6
    bank, chance = banks.ALL[office.language], world.chance(f"{story.office}:{place}")
    steps = []
    for kind, day in days.items():
        on = world.day(day)
        by = reporter if kind in BY_REPORTER else world.who_answers(story.office, on)
        steps.append(Step(kind, on, said(chance, bank, words, kind), by))
    return Story(
        words, office, reporter, world.who_answers(story.office, world.today), world.day(first), steps,
        _seen(world, words, staff, reporter, first), _key(story),
    )  # fmt: skip


def _seen(world: World, words: ReportText, staff: Sequence[Person], reporter: Person, first: int) -> list[Seen]:
    others = [person for person in staff if person is not reporter]
    pairs = zip(others, words.seen, strict=False)
    return [
        Seen(person, world.day(first + 4 + 3 * place), words.often, words.many, words.minutes or None, text)
        for place, (person, text) in enumerate(pairs)
    ]


def _one(world: World, told: Told) -> Story:
    office, words = world.offices[told.office], told.text
    bank, chance = banks.ALL[office.language], world.chance(f"today:{told.ago}:{words.happening}")
    reporter = world.people[told.by] if told.by else None
    responsible = world.who_answers(told.office, world.today)
    who = (responsible, reporter)
    steps = [
        Step(kind, world.workday(ago), said(chance, bank, words, kind), who[kind in BY_REPORTER])
        for kind, ago in told.steps
    ]
    others = [one for one in world.staff[office.id] if one not in (reporter, responsible)][: told.seen_by]
    seen = [
        Seen(person, world.workday(max(1, told.ago - 1 - place)), words.often, words.many, words.minutes or None,
             words.seen[place] if place < len(words.seen) else "")
        for place, person in enumerate(others)
    ]  # fmt: skip
    return Story(words, office, reporter, responsible, world.workday(told.ago), steps, seen)
