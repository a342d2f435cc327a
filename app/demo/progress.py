"""Progress reports: begun, written, published with their real pages and PDFs, corrected; some still drafts."""

from datetime import datetime, timedelta
from functools import partial

from flask import current_app

from app.accounts.models import Person
from app.demo import numbers, order
from app.demo.texts.progress import REPORTS, ReportStory
from app.demo.world import World
from app.extensions import db
from app.reports import actions, archive, gather, periods, rendering
from app.reports.actions import Subject
from app.reports.facts import Facts
from app.reports.frozen import Finished
from app.reports.models import Report, Scope
from app.reports.periods import Preset

NUMBERS = order.numbers_of({story.key: story.day for story in REPORTS})


def put_all(world: World) -> None:
    """Every report whose plan or office is there, into the chronicle."""
    for story in REPORTS:
        office = world.offices[story.about if story.scope == "office" else ""]
        world.chronicle.put(world.at(office, world.day(story.day), 15), partial(_tell, world, story))


def _tell(world: World, story: ReportStory, at: datetime) -> None:
    by = world.people[story.by]
    report = _start(world, story, at)
    report.number = NUMBERS[story.key]
    db.session.flush()  # which counts as a change: saving asks for the report as it stands after it
    words = {"went_well": story.went_well, "did_not": story.did_not, "we_ask": story.we_ask, "title": report.title}
    actions.save(report, words, seen_lock=report.lock, by=by, at=at)
    world.reports[story.key] = report
    if not story.is_draft:
        world.chronicle.put(at + timedelta(minutes=30), partial(_publish, world, report, by))


def _start(world: World, story: ReportStory, at: datetime) -> Report:
    by = world.people[story.by]
    if story.corrects:
        return actions.correct(world.reports[story.corrects], story.reason, by=by, at=at)
    about = _subject(world, story)
    start, end = periods.choose(Preset.QUARTER, at.date(), None, (None, None))
    name = {Scope.PLAN: about.plan.title if about.plan else "", Scope.OFFICE: about.office.name}
    title = name.get(about.scope) or about.office.name
    language = about.plan.language if about.plan else "en"
    return actions.start(about, start, end, title=title, language=language, by=by, at=at)


def _subject(world: World, story: ReportStory) -> Subject:
    if story.scope == "plan":
        plan = world.plans[story.about]
        return Subject(Scope.PLAN, plan.office, plan, plan.cycle_id)
    if story.scope == "office":
        return Subject(Scope.OFFICE, world.offices[story.about])
    return Subject(Scope.PROGRAM, world.offices[""], None, world.cycles["running"].id)


def _publish(world: World, report: Report, by: Person, at: datetime) -> None:
    """As the route and its job do, in one go: gather, print, freeze."""
    world.say(f"printing {report.ref}")
    numbers.count(world)
    facts = gather.gather(report, at)
    made = _printed(facts)
    if report.scope is Scope.PLAN:
        actions.publish(report, facts, made, seen_lock=report.lock, by=by, at=at)
    else:
        actions.begin(report, facts, seen_lock=report.lock, by=by, at=at)
        actions.freeze(report, made, archive.build(facts), by=by, at=at)


def _printed(facts: Facts) -> Finished:
    """Addresses of our own files need a request; a command has none."""
    with current_app.test_request_context("/"):
        return rendering.finished(facts)
