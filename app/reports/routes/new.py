"""Starting a report: what about, over which period, in which language."""

from flask import flash, redirect, render_template, request
from flask_babel import force_locale
from flask_babel import gettext as _
from werkzeug.wrappers import Response

from app.accounts.models import Role
from app.core import clock
from app.core.errors import NotAllowed
from app.offices import finding
from app.offices.days import today_at
from app.offices.queries import root
from app.reports import actions, periods, policy, queries
from app.reports.actions import Subject
from app.reports.errors import NoPlan, NotYours
from app.reports.forms import NewReportForm
from app.reports.models import Report, Scope
from app.reports.routes.blueprint import bp
from app.web import access, language
from app.web.figures import day
from app.web.saving import attempt

WRITERS = (Role.CHAMPION, Role.DEPUTY, Role.SPONSOR, Role.PROGRAM_OFFICE)


@bp.get("/reports/new")
@access.roles(*WRITERS)
def new() -> str:
    plan = request.args.get("plan", "")
    chosen = Scope.PLAN.value if plan else request.args.get("scope", "")
    return _page(NewReportForm(formdata=None, plan=plan, scope=chosen, period="cycle", language=language.code()))


@bp.post("/reports")
@access.roles(*WRITERS)
def create() -> Response | tuple[str, int]:
    form = _offered(NewReportForm())
    report = attempt(form, lambda: _start(form)) if form.validate_on_submit() else None
    if report is None:
        return _page(form), 422
    flash(_("Draft %(report)s is there. Look at what was gathered, and say what it means.", report=report.ref))
    return redirect(f"/reports/{report.ref}", 303)


def _start(form: NewReportForm) -> Report:
    about = _subject(form)
    cycle = about.plan.cycle if about.plan else queries.newest_cycle()
    own = (form.period_start.data, form.period_end.data)
    today = today_at(about.office, clock.now())
    start, end = periods.choose(form.preset, today, cycle.starts_on if cycle else None, own)
    with force_locale(form.language.data):
        title = _title(about, day(end))
    return actions.start(
        about, start, end, title=title[:200], language=form.language.data, by=access.viewer(), at=clock.now()
    )


def _subject(form: NewReportForm) -> Subject:
    """What the form names. Raises NoPlan, NotYours, NotAllowed, or what finding an office raises."""
    viewer, scope = access.viewer(), Scope(form.scope.data)
    if scope is Scope.PLAN:
        plan = next((p for p in queries.reportable_plans(viewer) if p.ref == form.plan.data), None)
        if plan is None:
            raise NoPlan
        return Subject(scope, plan.office, plan, plan.cycle_id)
    cycle = queries.newest_cycle()
    cycle_id = cycle.id if cycle else None
    if scope is Scope.OFFICE:
        office = finding.pick(form.office.data or "", "office", also_closed=True)
        if not policy.can_report_on_office(viewer, office):
            raise NotYours
        return Subject(scope, office, cycle_id=cycle_id)
    agency = root()
    if agency is None:
        raise NotAllowed
    return Subject(scope, agency, cycle_id=cycle_id)


def _title(about: Subject, until: str) -> str:
    """A title to begin with, in the report's language; its writer may change it."""
    if about.scope is Scope.PROGRAM:
        return _("What changed for customers, until %(day)s", day=until)
    return _("What changed at %(office)s, until %(day)s", office=about.office.name, day=until)


def _offered(form: NewReportForm) -> NewReportForm:
    viewer = access.viewer()
    form.offer(policy.scopes_of(viewer), queries.reportable_plans(viewer), language.menu())
    return form


def _page(form: NewReportForm) -> str:
    return render_template("reports/new.html", form=_offered(form), offices=finding.suggestions())
