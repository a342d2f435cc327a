"""One huddle: its agenda or its minutes, and what was agreed; closing it."""

from flask import flash, redirect, render_template
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule, NotAllowed
from app.huddles import actions, labels, policy, queries
from app.huddles.points import in_sections
from app.huddles.routes.blueprint import ONE, bp, own, path_of, visible
from app.offices.days import agency_today
from app.web import access
from app.web.figures import day
from app.web.texts import said


@bp.get(ONE)
@access.signed_in
def show(number: int) -> str:
    """The agenda live until it is closed; the minutes from then on."""
    huddle, viewer, today = visible(number), access.viewer(), agency_today(clock.now())
    points = queries.agenda(huddle, today)
    is_open, can_run = policy.is_open(huddle), policy.can_run(viewer, huddle)
    return render_template(
        "huddles/show.html", huddle=huddle, sections=in_sections(points), labels=labels, today=today,
        headings={point.key: labels.title(point) for point in points}, agreed=queries.of_huddle(huddle),
        present=[name for _id, name in queries.present(huddle)], is_open=is_open,
        can_run=can_run and is_open, can_close=can_run and policy.is_closable(huddle, today),
        may_raise=is_open and policy.may_raise(viewer, huddle),
        reads_blockers=policy.reads_all_blockers(viewer, huddle.cycle_id),
    )  # fmt: skip


@bp.post(f"{ONE}/closings")
@access.signed_in
def create_closing(number: int) -> Response:
    """Freeze the minutes. Where it cannot be closed, its page says why."""
    huddle, by, at = own(number), access.viewer(), clock.now()
    here = path_of(huddle)
    try:
        with transaction():
            following = actions.close(huddle, by=by, at=at)
            coming = day(following.meets_on) if following else ""
    except NotAllowed:
        raise
    except BrokenRule as broken:
        flash(said(broken), "late")
        return redirect(here, 303)
    flash(_("The minutes stand. The next huddle is proposed for %(day)s.", day=coming) if coming
          else _("The minutes stand."))  # fmt: skip
    return redirect(here, 303)
