"""A colleague says that it happens at theirs too."""

from flask_babel import gettext as _

from app.core import clock
from app.pain_points.actions import see_too
from app.pain_points.forms import SightingForm, code_of
from app.pain_points.models import Customers, Frequency, PainPoint
from app.pain_points.routes.door import bp
from app.pain_points.routes.thing import Answer, take
from app.web import access


@bp.post("/pain-points/PP-<int:number>/sightings")
@access.signed_in
def create_sighting(number: int) -> Answer:
    """One per person; a second one changes the first."""
    form = SightingForm()

    def save(point: PainPoint) -> None:
        seen = see_too.Seen(
            code_of(Frequency, form.frequency.data), code_of(Customers, form.customers.data),
            form.minutes_lost.data, form.words.data or "",
        )  # fmt: skip
        see_too.see_too(point, seen, by=access.viewer(), at=clock.now())

    return take(number, form, "sighting", save, _("Counted: it happens at yours too."))
