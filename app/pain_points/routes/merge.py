"""Merging a report into another that says the same, and undoing it."""

from flask_babel import gettext as _

from app.pain_points import duplicates
from app.pain_points.actions import merge as merging
from app.pain_points.forms import ReplyForm
from app.pain_points.models import PainPoint
from app.pain_points.routes.door import bp
from app.pain_points.routes.thing import Answer, by_viewer, take
from app.web import access


@bp.post("/pain-points/PP-<int:number>/merges")
@access.signed_in
def merge(number: int) -> Answer:
    """Into the report whose number was written; both are locked before either is looked at."""
    form = ReplyForm()
    other = duplicates.number_in(form.other.data or "")

    def save(point: PainPoint) -> None:
        into = duplicates.pair_for_change(number, other)[1]
        merging.merge(point, into, form.words.data or "", **by_viewer())

    done = _("Merged. The reporter reads your words, and what the other report is told.")
    return take(number, form, "reply", save, done, other=other)


@bp.post("/pain-points/PP-<int:number>/separations")
@access.signed_in
def separate(number: int) -> Answer:
    """The report stands alone again and waits for its own answer."""
    form = ReplyForm()

    def save(point: PainPoint) -> None:
        merging.separate(point, form.words.data or "", **by_viewer())

    done = _("It stands alone again and waits for an answer of its own.")
    return take(number, form, "reply", save, done, other=duplicates.original_number(number))
