"""The calendar: a month as a table, or the same month as a list. Filters stand in the address."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from flask import render_template, request, url_for
from flask_babel import gettext as _

from app.accounts.models import Person, Role
from app.calendar import labels, months
from app.calendar.entries import Scope
from app.calendar.models import Shows
from app.calendar.routes.blueprint import bp
from app.calendar.sources import entries
from app.core import clock
from app.core.row_numbers import row_number
from app.offices import finding
from app.offices.days import agency_today, today_at
from app.plans import queries as plans
from app.web import access, spoken
from app.web.figures import formats

LIST = "list"
LONGEST_PLAN = 20


@dataclass(frozen=True)
class Asked:
    """What the address asks for, made good where it is damaged. `plan` is what stands in its box, `number` the plan
    that it means; `trouble` says that the person can read no such plan, whether there is one or not."""

    view: str
    shows: Shows
    sought: finding.Sought
    plan: str
    number: int | None
    trouble: str
    month: date

    @property
    def is_narrowed(self) -> bool:
        """An office or a plan comes before whose dates they are."""
        return self.sought.office is not None or self.number is not None

    def href(self, **other: Any) -> str:
        """This page with something else asked for; what is usual is left out."""
        wanted: dict[str, Any] = {
            "month": f"{self.month:%Y-%m}", "show": self.shows.value, "office": self.sought.words, "plan": self.plan,
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
        sought=asked.sought,
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
    show, plan = given.get("show", ""), given.get("plan", "").strip()[:LONGEST_PLAN]
    number = _plan_number(plan, viewer)
    return Asked(
        view=LIST if given.get("view") == LIST else "",
        shows=Shows(show) if show in list(Shows) else _usual(viewer),
        sought=finding.sought(given.get("office", "")),
        plan=f"P-{number}" if number else plan,
        number=number,
        trouble=_("You can read no plan “%(words)s”.", words=plan) if plan and not number else "",
        month=months.month_of(given.get("month", ""), today),
    )


def _plan_number(words: str, viewer: Person) -> int | None:
    """Of a plan that the viewer may read, as "P-12" or "12"."""
    number = row_number(words.upper().removeprefix("P-"))
    return number if number and plans.get_visible(number, viewer) else None


def _usual(viewer: Person) -> Shows:
    """Who has a seat sees what is theirs, others their office."""
    return Shows.MINE if viewer.has_any_role(Role.CHAMPION, Role.DEPUTY) else Shows.OFFICE


def _scope(asked: Asked, viewer: Person) -> Scope:
    """An office or a plan in the address comes before whose dates they are; what is not found narrows nothing."""
    if asked.sought.office is not None:
        return Scope(viewer, Shows.OFFICE, clock.now(), asked.sought.office, asked.number)
    own = viewer.office if asked.shows is Shows.OFFICE and asked.number is None else None
    return Scope(viewer, asked.shows, clock.now(), own, asked.number)


def _today(viewer: Person) -> date:
    """The day it is at the person's office, else in the agency."""
    if viewer.office is not None:
        return today_at(viewer.office, clock.now())
    return agency_today(clock.now())
