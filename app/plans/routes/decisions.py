"""What happens to a submitted version: returned, accepted, withdrawn; and the next one started."""

from flask import flash, redirect
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.core import clock
from app.core.database import transaction
from app.core.errors import BrokenRule
from app.plans import actions
from app.plans.forms import ReturnForm
from app.plans.routes.blueprint import bp, visible, visible_version
from app.plans.routes.versions import version_page
from app.web import access


@bp.post("/plans/P-<int:number>/versions/<int:version>/returns")
@access.roles("program_office")
def create_return(number: int, version: int) -> Response:
    """Send a version back with reasons."""
    found, form = visible_version(number, version), ReturnForm()
    if not form.validate():
        return version_page(found, form, status=422)
    try:
        with transaction():
            actions.send_back(found, reasons=form.reasons.data or "", by=access.viewer(), at=clock.now())
    except BrokenRule as broken:
        if broken.field is None:
            raise
        form.refuse(broken)
        return version_page(found, form, status=422)
    flash(_("Version %(number)s went back. Its champion reads your reasons.", number=version))
    return redirect(f"/plans/P-{number}/versions/{version}", 303)


@bp.post("/plans/P-<int:number>/versions/<int:version>/acceptances")
@access.roles("program_office")
def create_acceptance(number: int, version: int) -> Response:
    """Put a version in force."""
    found = visible_version(number, version)
    with transaction():
        actions.accept(found, by=access.viewer(), at=clock.now())
    flash(_("Version %(number)s is in force.", number=version))
    return redirect(f"/plans/P-{number}", 303)


@bp.post("/plans/P-<int:number>/versions/<int:version>/withdrawals")
@access.roles("champion", "deputy")
def create_withdrawal(number: int, version: int) -> Response:
    """Take a version back before it is decided."""
    found = visible_version(number, version)
    with transaction():
        actions.withdraw(found, by=access.viewer(), at=clock.now())
    flash(_("Version %(number)s is withdrawn. Start a new one when you are ready.", number=version))
    return redirect(f"/plans/P-{number}", 303)


@bp.post("/plans/P-<int:number>/versions")
@access.roles("champion", "deputy")
def create_version(number: int) -> Response:
    """Start the next draft from the newest texts."""
    plan = visible(number)
    with transaction():
        actions.revise(plan, by=access.viewer(), at=clock.now())
    return redirect(f"/plans/P-{number}/edit", 303)
