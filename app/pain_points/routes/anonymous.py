"""An anonymous reporter comes back: four words open the story, and what may be said to it.

No session is read or set here, also where the browser has one; the words come with every request, in no address.
"""

from collections.abc import Callable
from dataclasses import replace

from flask import abort, current_app, render_template
from flask_babel import LazyString
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule, NotNow
from app.extensions import csrf
from app.pain_points import deadlines, duplicates, labels, policy, queries, receipt
from app.pain_points.actions import reporter
from app.pain_points.forms import FourWordsForm
from app.pain_points.models import PainPoint
from app.pain_points.routes.door import bp
from app.pain_points.story import Told, clock_of, story
from app.web import access, language
from app.web.security import is_same_origin
from app.web.story import Entry

Answer = str | tuple[str, int]
Step = Callable[..., None]


@bp.get("/report/answer")
@access.public
def ask_words() -> str:
    """Where the four words are typed in."""
    access.forget_viewer()
    return render_template("pain_points/four_words.html", form=_form(fresh=True))


@bp.post("/report/answer")
@csrf.exempt
@access.public
def show_answer() -> Answer:
    """The story of the report with these four words."""
    form = _guarded_form()
    point = _find(form)
    return _page(point, form) if point else (_ask_again(form), 422)


@bp.post("/report/answer/facts")
@csrf.exempt
@access.public
def give_facts_by_words() -> Answer:
    return _step(reporter.give_facts, _l("Your facts are in. The clock of the answer runs on."))


@bp.post("/report/answer/confirmations")
@csrf.exempt
@access.public
def confirm_by_words() -> Answer:
    return _step(reporter.confirm, _l("Thank you. It counts as fixed, confirmed by you."))


@bp.post("/report/answer/reopenings")
@csrf.exempt
@access.public
def reopen_by_words() -> Answer:
    return _step(reporter.reopen, _l("It is open again, and whoever answers now has been told."))


def _step(action: Step, done: LazyString) -> Answer:
    """Take one step as the owner of the words; the page then shows the story with it.

    `done` is translated late: asking for the page's language before would look at who it is.
    """
    form = _guarded_form()
    if (hashed := _hash(form)) is None or not form.validate():
        return _ask_again(form), 422
    try:
        with transaction():
            point = queries.by_receipt(hashed, for_change=True)
            if point is not None:
                action(point, form.words.data or "", by=None, at=clock.now(), language=language.code())
    except NotNow:
        return _page_again(form, _("This step no longer fits. Below is how it stands now."), 409)
    except BrokenRule as broken:
        form.refuse(broken)
        return _page_again(form, "", 422)
    form.words.data = ""
    return _page_again(form, str(done), 200)


def _page_again(form: FourWordsForm, said: str, status: int) -> Answer:
    point = _find(form)
    return (_page(point, form, said), status) if point else (_ask_again(form), 422)


def _guarded_form() -> FourWordsForm:
    access.forget_viewer()
    if not is_same_origin():
        abort(403)
    return _form()


def _form(*, fresh: bool = False) -> FourWordsForm:
    return FourWordsForm(formdata=None, meta={"csrf": False}) if fresh else FourWordsForm(meta={"csrf": False})


def _hash(form: FourWordsForm) -> str | None:
    words = receipt.parse(form.four_words.data or "")
    return receipt.hash_of(words, current_app.config["SECRET_KEY"]) if words else None


def _find(form: FourWordsForm) -> PainPoint | None:
    hashed = _hash(form)
    return queries.by_receipt(hashed) if hashed else None


def _ask_again(form: FourWordsForm) -> str:
    if form.validate():
        form.four_words.errors = [_("No report has these four words. Look at the spelling and the order.")]
    return render_template("pain_points/four_words.html", form=form)


def _page(point: PainPoint, form: FourWordsForm, said: str = "") -> str:
    calendar = deadlines.calendar_of(point.office, clock.now())
    return render_template(
        "pain_points/answer.html", point=point, form=form, said=said, labels=labels,
        clock=clock_of(point, calendar.today, calendar.rules.holidays),
        entries=_entries(point),
        may={step: policy.fits(step, point) for step in ("give_facts", "confirm", "reopen")},
    )  # fmt: skip


def _entries(point: PainPoint) -> list[Entry]:
    """Without links and what colleagues wrote: who reads it need not have an account."""
    around = queries.around(point.id)
    told = Told(
        point, replies=around.replies, sightings=around.sightings,
        original=duplicates.original(point), answers=duplicates.replies_of_original(point),
    )  # fmt: skip
    entries = story(told, sees_names=False)
    return [replace(one, detail_href=None, words="" if one.kind == "noted" else one.words) for one in entries]
