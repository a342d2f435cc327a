"""The calendar: a month as a table, or the same month as a list. Filters stand in the address."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template, request, url_for

from app.accounts.models import Person, Role
from app.calendar import labels, months
from app.calendar.entries import Scope
from app.calendar.models import Shows
from app.calendar.routes.blueprint import bp
from app.calendar.sources import entries
from app.core import clock
from app.core.row_numbers import row_number
from app.offices.days import today_at
from app.offices.queries import agency, get_by_slug, rules_at
from app.web import access, spoken
from app.web.figures import formats

LIST = "list"


@dataclass(frozen=True)
class Asked:
    """What the address asks for, made good where it is damaged."""

    view: str
    shows: Shows
    office: str
    plan: str
    month: date

    def href(self, **other: Any) -> str:
        """This page with something else asked for; what is usual is left out."""
        wanted: dict[str, Any] = {
            "month": f"{self.month:%Y-%m}", "show": self.shows.value, "office": self.office, "plan": self.plan,
            "view": self.view, **other,
        }  # fmt: skip
        return url_for("calendar.index", **{name: value for name, value in wanted.items() if value})


@bp.get("/calendar")
@access.signed_in
def index() -> str:
    """One month of what is due and done."""
    viewer = access.viewer()
    today = _today(viewer)
    asked = _asked(viewer, today)
    last = months.last_of(asked.month)
    scope = _scope(asked, viewer)
    found, is_cut = entries(scope, asked.month, last)
    before, after = months.beside(asked.month)
    return render_template(
        "calendar/index.html",
        asked=asked,
        scope=scope,
        title=formats().whole_month(asked.month),
        weeks=months.weeks(asked.month, found, today, spoken.now().tag) if asked.view != LIST else [],
        days=months.on_days(found),
        is_cut=is_cut,
        today=today,
        before=asked.href(month=f"{before:%Y-%m}") if before else None,
        after=asked.href(month=f"{after:%Y-%m}") if after else None,
        labels=labels,
        formats=formats(),
    )


def _asked(viewer: Person, today: date) -> Asked:
    given = request.args
    show, plan = given.get("show", ""), given.get("plan", "").strip().upper().removeprefix("P-")
    return Asked(
        view=LIST if given.get("view") == LIST else "",
        shows=Shows(show) if show in list(Shows) else _usual(viewer),
        office=given.get("office", "").strip(),
        plan=f"P-{plan}" if row_number(plan) else "",
        month=months.month_of(given.get("month", ""), today),
    )


def _usual(viewer: Person) -> Shows:
    """Who has a seat sees what is theirs, others their office."""
    return Shows.MINE if viewer.has_any_role(Role.CHAMPION, Role.DEPUTY) else Shows.OFFICE


def _scope(asked: Asked, viewer: Person) -> Scope:
    """An office or a plan in the address comes before whose dates they are. An office that is not there: none."""
    plan = row_number(asked.plan.removeprefix("P-"))
    if asked.office:
        office = get_by_slug(asked.office.lower())
        return Scope(viewer, Shows.OFFICE, clock.now(), office, plan if office else 0)
    own = viewer.office if asked.shows is Shows.OFFICE and plan is None else None
    return Scope(viewer, asked.shows, clock.now(), own, plan)


def _today(viewer: Person) -> date:
    """The day it is at the person's office, else in the agency."""
    if viewer.office is not None:
        return today_at(viewer.office, clock.now())
    root = agency()
    return clock.today(rules_at(root.path, clock.today()).time_zone if root else "UTC")
