"""One report: its story and clocks, and each step as a resource of its own."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TypedDict

from flask import flash, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.models import Person
from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule, NotAllowed, NotNow
from app.core.events import until_something_happens
from app.pain_points import deadlines, demand, duplicates, labels, offices, policy, queries, thanks
from app.pain_points.actions import answer as answering
from app.pain_points.actions import reporter
from app.pain_points.forms import LinkForm, ReplyForm, ReporterForm, SightingForm
from app.pain_points.models import PainPoint
from app.pain_points.queries import StoryRow
from app.pain_points.routes.door import bp
from app.pain_points.story import Told, clock_of, story
from app.plans.labels import title_of
from app.plans.queries.plan import editable_by, numbers_of
from app.web import access, language, spoken
from app.web.forms import Form
from app.web.story import Entry

Answer = str | Response | tuple[str, int]
RIGHTS = {"reply": policy.can_answer, "own": policy.is_reporter, "sighting": policy.can_see_too}  # by the page's form


class Step(TypedDict):
    """Who takes a step, when, and in which language they write."""

    by: Person
    at: datetime
    language: str


@bp.get("/pain-points/PP-<int:number>")
@access.signed_in
def show(number: int) -> str:
    """The report with its story, for everyone signed in; names as policy says."""
    return page(number)


@bp.post("/pain-points/PP-<int:number>/acknowledgements")
@access.signed_in
def acknowledge(number: int) -> Answer:
    return _answer(number, "acknowledge", _("The reporter is told that you have read it."))


@bp.post("/pain-points/PP-<int:number>/questions")
@access.signed_in
def ask(number: int) -> Answer:
    return _answer(number, "ask", _("Your question is out. The answer clock stands still until facts come."))


@bp.post("/pain-points/PP-<int:number>/acceptances")
@access.signed_in
def accept(number: int) -> Answer:
    return _answer(number, "accept", _("Accepted. The reporter reads your answer; link it to your plan next."))


@bp.post("/pain-points/PP-<int:number>/refusals")
@access.signed_in
def decline(number: int) -> Answer:
    return _answer(number, "decline", _("Declined. The reporter reads your reason."))


@bp.post("/pain-points/PP-<int:number>/fixes")
@access.signed_in
def fix(number: int) -> Answer:
    return _answer(number, "fix", _("Marked as fixed. The reporter is asked whether it is."))


@bp.post("/pain-points/PP-<int:number>/reroutings")
@access.signed_in
def reroute(number: int) -> Answer:
    """To another office, by its short name or its full one; the first due dates stay."""
    form = ReplyForm()

    def save(point: PainPoint) -> None:
        office = offices.named(form.office.data or "")
        answering.reroute(point, office, form.words.data or "", **by_viewer())

    return take(number, form, "reply", save, _("Sent on. Who answers there has been told; the first dates stay."))


@bp.post("/pain-points/PP-<int:number>/facts")
@access.signed_in
def give_facts(number: int) -> Answer:
    return _as_reporter(number, reporter.give_facts, _("Your facts are in. The clock of the answer runs on."))


@bp.post("/pain-points/PP-<int:number>/confirmations")
@access.signed_in
def confirm(number: int) -> Answer:
    return _as_reporter(number, reporter.confirm, _("Thank you. It counts as fixed, confirmed by you."))


@bp.post("/pain-points/PP-<int:number>/reopenings")
@access.signed_in
def reopen(number: int) -> Answer:
    return _as_reporter(number, reporter.reopen, _("It is open again, and whoever answers now has been told."))


def _answer(number: int, step: str, done: str) -> Answer:
    form = ReplyForm()
    return take(
        number, form, "reply", lambda point: answering.answer(step, point, form.words.data or "", **by_viewer()), done
    )


def _as_reporter(number: int, action: Callable[..., None], done: str) -> Answer:
    form = ReporterForm()
    return take(number, form, "own", lambda point: action(point, form.words.data or "", **by_viewer()), done)


def by_viewer() -> Step:
    """What every action asks of the request."""
    return Step(by=access.viewer(), at=clock.now(), language=language.code())


def take(
    number: int, form: Form, name: str, save: Callable[[PainPoint], object], done: str, *, other: int | None = None
) -> Answer:
    """Take one step in one transaction. What was typed comes back where a rule refuses it or somebody was quicker.

    `other` is the number of a second report that the step changes too.
    """
    status = 422
    access.require(RIGHTS[name](access.viewer(), access.found(queries.get(number))))
    if form.validate():
        try:
            with transaction():
                save(access.found(duplicates.pair_for_change(number, other)[0]))
            flash(done)
            return redirect(f"/pain-points/PP-{number}", 303)
        except NotAllowed:
            raise
        except BrokenRule as broken:
            form.refuse(broken)
            status = 409 if isinstance(broken, NotNow) else 422
    return page(number, **{name: form}), status


def page(number: int, **forms: Form) -> str:
    """The report's page; `forms` are those that came back with something to fix (reply, own, sighting, link)."""
    names, viewer = access.found(queries.shown(number)), access.viewer()
    point: PainPoint = names.PainPoint
    sees_names, calendar = policy.sees_names(viewer, point), deadlines.calendar_of(point.office, clock.now())
    around = queries.around(point.id)
    sightings, links, merged = around.sightings, around.links, around.merged
    plan_numbers = numbers_of(frozenset(link.plan_id for link in links))
    there = duplicates.seen_there(point, sightings) if merged else []
    own = next((one for one in sightings if one.person_id == viewer.id), None)
    may, editable = _may(point), editable_by(viewer) if policy.fits("link", point) else []
    return render_template(
        "pain_points/show.html", point=point, names=names, labels=labels, sees_names=sees_names,
        entries=_story(number, sees_names, spoken.now().tag),
        clock=clock_of(point, calendar.today, calendar.rules.holidays),
        demand=demand.count(point, [*sightings, *there], merged), split=demand.split(point, sightings, merged, there),
        own=own, may=may, editable=editable, title_of=title_of, credit=thanks.for_point(point),
        plans=[(link, plan_numbers[link.plan_id]) for link in links if link.to_on is None],
        forms=_forms(may, own, has_plans=bool(editable)) | forms,
    )  # fmt: skip


@until_something_happens
def _story(number: int, sees_names: bool, _language: str) -> Sequence[Entry]:
    """Told to many in the same words."""
    names = access.found(queries.shown(number))
    point, around = names.PainPoint, queries.around(names.PainPoint.id)
    plans, original = numbers_of(frozenset(link.plan_id for link in around.links)), duplicates.original(point)
    answers, name = duplicates.replies_of_original(point), names.reporter_name
    told = Told(point, name, around.replies, around.sightings, around.links, plans, around.merged, original, answers)
    return story(told, sees_names=sees_names)


def _may(point: PainPoint) -> dict[str, bool]:
    """Which steps are open to the viewer; the actions ask the same predicates."""
    viewer = access.viewer()
    answers, reports = policy.can_answer(viewer, point), policy.is_reporter(viewer, point)
    answer = {step: answers and policy.fits(step, point) for step in (*policy.ANSWERS, *policy.MERGES)}
    own = {step: reports and policy.fits(step, point) for step in ("give_facts", "confirm", "reopen")}
    return answer | own | {"see_too": policy.can_see_too(viewer, point), "answer": any(answer.values())}


def _forms(may: dict[str, bool], own: StoryRow | None, *, has_plans: bool) -> dict[str, Form]:
    """An empty form for each box that the page shows."""
    shown: dict[str, tuple[bool, Callable[[], Form]]] = {
        "reply": (may["answer"], ReplyForm.blank),
        "own": (may["give_facts"] or may["confirm"] or may["reopen"], ReporterForm.blank),
        "sighting": (may["see_too"], lambda: SightingForm(formdata=None, obj=own) if own else SightingForm.blank()),
        "link": (has_plans, LinkForm.blank),
    }
    return {name: make() for name, (is_shown, make) in shown.items() if is_shown}
