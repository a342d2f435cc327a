"""Writing a map: the table, more rows, lines from a spreadsheet, and saving it as a whole.

Nothing is saved but by the button that says so: more rows and pasted lines only fill the table.
"""

from dataclasses import dataclass, field

from flask import Response, flash, make_response, redirect, render_template, request
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.wrappers import Response as AnyResponse

from app.core import clock
from app.core.database import LostUpdate
from app.core.errors import BrokenRule
from app.core.row_numbers import row_number
from app.maps import actions, entry, labels, pasted, policy, queries
from app.maps.card import table as table_of
from app.maps.entry import CELLS, Cells, Row, Table
from app.maps.forms import MapForm, cells_of, form_for, headings, posted_rows
from app.maps.models import MOST_STEPS, Kind, SavedMap
from app.maps.routes.blueprint import ADDRESSES, PLAN, Which, address_of, bp, which_of, writable_plan
from app.plans import queries as plan_queries
from app.plans.models import Plan
from app.plans.process import MapStep, ProcessMap
from app.web import access
from app.web.saving import attempt
from app.web.texts import said

EDIT = f"{PLAN}/maps/<which>/edit"
FEWEST, MORE = 8, 10


@dataclass
class Page:
    """What the page shows: rows as typed, and what is to be said of them."""

    plan: Plan
    which: Which
    form: MapForm
    rows: list[Row]
    saved: SavedMap | None
    problems: list[BrokenRule] = field(default_factory=list)
    note: str = ""
    theirs: SavedMap | None = None
    more: int = 0

    def answer(self, status: int = 200) -> Response:
        stood = (row_number(self.form.rows.data) or 0) if self.more else 0
        count = max(FEWEST, len(self.rows) + 2, stood + self.more)
        blank = [Row({}) for _ in range(len(self.rows), min(count, max(MOST_STEPS, len(self.rows))))]
        html = render_template(
            "maps/edit.html", page=self, rows=[*self.rows, *blank], columns=labels.COLUMNS, cells=CELLS,
            name=labels.long_kind(self.which.kind), address=address_of(self.which), labels=labels, said=said,
            theirs=table_of(ProcessMap("", queries.steps_of(self.theirs))) if self.theirs else None,
            lanes=list(dict.fromkeys(row.cells.get("lane", "") for row in self.rows)),
        )  # fmt: skip
        return make_response(html, status)


@bp.get(EDIT)
@access.signed_in
def edit(number: int, which: str) -> AnyResponse:
    """What is saved; `?from=as-is` fills an empty table with another map of the plan. Without a draft it leads back."""
    plan, asked = writable_plan(number), which_of(which)
    if not policy.is_open(asked.kind, plan, plan_queries.open_version(plan)):
        flash(_("This map is frozen with the version. Start a new version of the plan to change it."), "late")
        return redirect(f"/plans/{plan.ref}/map", 303)
    saved = _saved(plan, asked)
    steps = queries.steps_of(saved) or _of_another(plan)
    form = form_for(asked.kind, formdata=None, data={"lock": _lock(saved), "seen_on": saved.seen_on if saved else None})
    return Page(plan, asked, form, _rows(steps), saved).answer()


@bp.post(EDIT)
@access.signed_in
def update(number: int, which: str) -> AnyResponse:
    """Save the table; or, by the other buttons, add rows or read what was pasted, and save nothing."""
    plan, asked = writable_plan(number), which_of(which)
    saved, form = _saved(plan, asked), form_for(asked.kind)
    if "read" in request.form:
        return _pasted(Page(plan, asked, form, [], saved))
    table = form.table()
    page = Page(plan, asked, form, list(table.rows), saved)
    if "more" in request.form:
        page.more = MORE
        return page.answer()
    if not form.validate() or not table.is_good:
        page.problems = [table.problem] if table.problem else []
        return page.answer(422)
    return _save(page, table)


def _save(page: Page, table: Table) -> AnyResponse:
    plan, which, form = page.plan, page.which, page.form
    day = form["seen_on"].data if which.kind is Kind.OBSERVED else None
    wanted = actions.Entry(which.kind, table.steps, form.seen_lock, which.map_id, day)
    by, at = access.viewer(), clock.now()
    try:
        attempt(form, lambda: actions.save(plan, wanted, by=by, at=at))
    except LostUpdate as lost:
        return _both(page, lost)
    if form.errors or form.form_errors:
        return page.answer(422)
    flash(ngettext("%(num)s step saved.", "%(num)s steps saved.", len(table.steps)) if table.steps else _("Saved."))
    return redirect(f"/plans/{plan.ref}/map?draft=1", 303)


def _both(page: Page, lost: LostUpdate) -> Response:
    """What somebody else saved stands above what was typed; sent once more, it is replaced knowingly."""
    theirs = lost.subject
    assert theirs is None or isinstance(theirs, SavedMap)  # noqa: S101  # the action raises it with its row
    page.theirs = _saved(page.plan, page.which)
    page.form.lock.data = _lock(page.theirs)
    return page.answer(409)


def _pasted(page: Page) -> Response:
    """The lines in the table, after or in the place of what stands there; read as they would be saved."""
    try:
        lines: list[Cells] = [*pasted.read(page.form.pasted.data or "", headings())]
    except BrokenRule as broken:
        page.form.pasted.errors = [said(broken)]
        page.rows = list(page.form.table().rows)
        return page.answer(422)
    before: list[Cells] = [*posted_rows()] if request.form["read"] == "append" else []
    table = entry.read([*before, *lines], page.form.reading)
    page.rows, page.problems = list(table.rows), [table.problem] if table.problem else []
    page.note = ngettext(
        "%(num)s line stands in the table now. Nothing is saved yet.",
        "%(num)s lines stand in the table now. Nothing is saved yet.",
        len(lines),
    )
    page.form.pasted.data = ""
    return page.answer(200 if table.is_good else 422)


def _saved(plan: Plan, which: Which) -> SavedMap | None:
    if which.kind is Kind.OBSERVED and which.map_id is None:
        return None
    found = queries.get(plan, which.kind, which.map_id)
    return access.found(found) if which.map_id is not None else found


def _of_another(plan: Plan) -> tuple[MapStep, ...]:
    wanted = ADDRESSES.get(request.args.get("from", ""))
    found = queries.for_plan(plan.id).promised if wanted else ()
    return next((one.steps for one in found if one.kind == wanted), ())


def _rows(steps: tuple[MapStep, ...]) -> list[Row]:
    return [Row(cells_of(step), step) for step in steps]


def _lock(saved: SavedMap | None) -> str:
    return str(saved.lock) if saved else "0"
