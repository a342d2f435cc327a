"""Taking notes: who was there, and what was said to each point."""

import re
from collections.abc import Sequence

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.row_numbers import row_number
from app.huddles import actions, labels, policy, queries
from app.huddles.actions.minutes import GUESTS, Crossed, seal
from app.huddles.forms import MinutesForm, as_saved, field_of, minutes_form
from app.huddles.models import Huddle, PointKind
from app.huddles.points import OTHER, Point, in_order, in_sections
from app.huddles.routes.blueprint import ONE, bp, own, path_of
from app.offices.days import agency_today
from app.web import access, errors
from app.web.forms import clean
from app.web.lost_updates import Difference
from app.web.saving import attempt

MOST = 400
NOTE = re.compile(r"note_(action|milestone|blocker|plan|report|measure)_(\d+)")
# As what a point stands that left the agenda while somebody wrote on it.
LEFT = {
    "action": PointKind.ACTION, "milestone": PointKind.MILESTONE_DUE, "blocker": PointKind.BLOCKER_OPEN,
    "plan": PointKind.PLAN_ACCEPTED, "report": PointKind.REPORT_LINKED, "measure": PointKind.MEASURE_IMPROVING,
}  # fmt: skip


@bp.get(f"{ONE}/minutes")
@access.signed_in
def edit_minutes(number: int) -> AnyResponse:
    """The agenda with a field for each point; 409 once it is closed."""
    huddle = own(number)
    if not policy.is_open(huddle):
        return errors.page(409)
    points = queries.agenda(huddle, agency_today(clock.now()))
    present = [person_id for person_id, _name in queries.present(huddle)]
    return _page(huddle, minutes_form(points, _team(huddle), as_saved(points, present, huddle.guests)), points)


@bp.post(f"{ONE}/minutes")
@access.signed_in
def update_minutes(number: int) -> AnyResponse:
    """Save what was touched; where two wrote on one point, both texts stand beside each other."""
    huddle, by, at = own(number), access.viewer(), clock.now()
    points = _sent(queries.agenda(huddle, agency_today(at)))
    form = minutes_form(points, _team(huddle))
    if not form.validate():
        return _page(huddle, form, points, status=422)
    try:
        saved = attempt(form, lambda: actions.write(huddle, form.minutes(), by=by, at=at))
    except Crossed as crossed:
        return _page(huddle, form, points, found=_both(form, points, crossed), status=409)
    if saved is None:
        return _page(huddle, form, points, status=422)
    flash(_("Saved."))
    return redirect(path_of(huddle), 303)


def _sent(points: list[Point]) -> list[Point]:
    """Also those that left the agenda since the page was opened: what was written on them is kept."""
    points = points if any(point.kind is PointKind.OTHER for point in points) else [*points, OTHER]
    known = {point.key for point in points}
    sent = [match for name in list(request.form)[:MOST] if (match := NOTE.fullmatch(name))]
    left = []
    for family, digits in (match.groups() for match in sent):
        thing_id = row_number(digits)
        if thing_id and f"{family}-{thing_id}" not in known:
            heading = clean(request.form.get(f"heading_{family}_{digits}", ""))[:160]
            left.append(Point(LEFT[family], thing_id, heading=heading))
    return in_order([*points, *left])


def _both(form: MinutesForm, points: Sequence[Point], crossed: Crossed) -> list[Difference]:
    """What is saved beside what was sent; sent once more, it goes over it."""
    found = []
    for point in points:
        if point.key in crossed.saved:
            field, theirs = form[field_of("note", point)], crossed.saved[point.key]
            found.append(Difference(labels.title(point), theirs, field.data or ""))
            form[field_of("seal", point)].data = seal(theirs)
    if GUESTS in crossed.saved:
        theirs = crossed.saved[GUESTS]
        found.append(Difference(str(form.guests.label.text), theirs, form.guests.data or ""))
        form.guests_seal.data = seal(theirs)
    return found


def _team(huddle: Huddle) -> list[tuple[int, str]]:
    """Champions and deputies, and who was ticked although their seat has ended since."""
    team = [(one.id, f"{one.name} · {one.office}") for one in queries.team_of(huddle.cycle_id)]
    known = {person_id for person_id, _label in team}
    return [*team, *((person_id, name) for person_id, name in queries.present(huddle) if person_id not in known)]


def _page(
    huddle: Huddle, form: MinutesForm, points: Sequence[Point], *, found: list[Difference] | None = None,
    status: int = 200,
) -> Response:  # fmt: skip
    html = render_template(
        "huddles/minutes.html", huddle=huddle, form=form, sections=in_sections(list(points)), labels=labels,
        found=found, field_of=field_of, today=agency_today(clock.now()),
    )  # fmt: skip
    return make_response(html, status)
