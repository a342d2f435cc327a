"""The tabs each role sees, in the order of its work. Counts are clocks running out, not all there is."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cache
from typing import Any

from flask import Flask, g, request
from flask_babel import lazy_gettext as _l

from app.accounts.labels import CHANNEL_OWNER, FRONTLINE, role_label
from app.accounts.models import Person, Role
from app.home import agency
from app.home.labels import capped
from app.home.queries import running_out
from app.home.queries.today import today_of
from app.web import spoken
from app.web.access import viewer_or_none

# Whose work comes first when somebody holds several roles.
ORDER = (
    Role.CHAMPION, Role.DEPUTY, Role.PROGRAM_OFFICE, Role.LEADER, Role.SPONSOR, Role.REVIEWER, Role.COACH,
    CHANNEL_OWNER, Role.AUDITOR, Role.ADMINISTRATOR, FRONTLINE,
)  # fmt: skip

TABS: dict[str, tuple[str, ...]] = {
    FRONTLINE: ("/report", "/my-reports", "/pain-points", "/fixed"),
    Role.CHAMPION: ("/today", "/pain-points", "/my-plan", "/milestones", "/measures", "/reports"),
    Role.DEPUTY: ("/today", "/pain-points", "/my-plan", "/milestones", "/measures", "/reports"),
    CHANNEL_OWNER: ("/today", "/pain-points", "/plans"),
    Role.SPONSOR: ("/portfolio", "/today", "/plans", "/pain-points", "/reports", "/funding"),
    Role.LEADER: ("/portfolio", "/plans", "/pain-points", "/reports", "/funding"),
    Role.REVIEWER: ("/plans", "/reports"),
    Role.COACH: ("/plans",),
    Role.PROGRAM_OFFICE: ("/program", "/pain-points", "/plans", "/reports", "/funding", "/cycles"),
    Role.AUDITOR: ("/plans", "/pain-points", "/reports", "/funding", "/events"),
    Role.ADMINISTRATOR: ("/people", "/offices", "/cycles", "/jobs"),
}

PART_OF_PLAN = re.compile(r"/plans/P-\d+/(milestones|measures)(?:/|$)")
BELONGS_TO = {"/calendar": "/milestones", "/huddles": "/milestones", "/nominations": "/cycles", "/adoptions": "/plans"}
"""Addresses that stand under another tab's."""

LABELS = {
    "/report": _l("Report one"),
    "/my-reports": _l("My reports"),
    "/fixed": _l("What we fixed"),
    "/today": _l("Today"),
    "/program": _l("Today"),
    "/pain-points": _l("Pain points"),
    "/my-plan": _l("My plan"),
    "/milestones": _l("The year"),
    "/measures": _l("Measures"),
    "/portfolio": _l("Portfolio"),
    "/plans": _l("Plans"),
    "/reports": _l("Reports"),
    "/funding": _l("Funding"),
    "/cycles": _l("Cycle"),
    "/events": _l("Log"),
    "/people": _l("People"),
    "/offices": _l("Offices"),
    "/jobs": _l("Jobs"),
}


@dataclass(frozen=True)
class Tab:
    label: str
    href: str
    current: bool
    count: str = ""


def init_app(app: Flask) -> None:
    agency.init_app(app)
    app.context_processor(_context)


def roles_of(person: Person) -> list[str]:
    """What the person is, most pressing work first; always at least the frontline."""
    held: set[str] = {grant.role for grant in person.rights.held} | {FRONTLINE}
    if person.is_channel_owner:
        held.add(CHANNEL_OWNER)
    return [role for role in ORDER if role in held]


def tabs(person: Person) -> list[Tab]:
    """Each role's tabs, once each, in the order of the person's work."""
    hrefs = _hrefs(tuple(roles_of(person)), person.has_role_everywhere(Role.ADMINISTRATOR))
    here = _section(hrefs, request.path)
    labels = _labels(hrefs, spoken.now().tag)
    return [Tab(label, href, href == here, _count(href, person)) for label, href in zip(labels, hrefs, strict=True)]


@cache
def _hrefs(held: tuple[str, ...], runs_the_house: bool) -> tuple[str, ...]:
    """The addresses of the tabs; worked out once for each mixture of roles."""
    is_beside = set(held) <= {Role.COACH, FRONTLINE}  # who only coaches still reports
    wanted = held if is_beside else [role for role in held if role != FRONTLINE]
    found = (href for role in wanted for href in TABS[role] if href != "/jobs" or runs_the_house)
    return tuple(dict.fromkeys(found))


@cache
def _labels(hrefs: tuple[str, ...], _language: str) -> tuple[str, ...]:
    """The tabs' words; looked up once for each language."""
    return tuple(str(LABELS[href]) for href in hrefs)


def _context() -> dict[str, Any]:
    person = viewer_or_none()
    if person is None:
        return {"navigation": [], "agency_name": agency.name()}
    held = roles_of(person)
    return {
        "navigation": tabs(person),
        "agency_name": agency.name(),
        "viewer_role": role_label(held[0], person),
        "notice_count": g.unread_notices,
        "is_frontline_only": held == [FRONTLINE],
    }


def _section(hrefs: Collection[str], path: str) -> str | None:
    """The tab that a page belongs to, where the person has it: a plan's milestones and measures have tabs of their
    own, and the pages of one's own plan are My plan."""
    part = PART_OF_PLAN.match(path)
    if part and f"/{part[1]}" in hrefs:
        return f"/{part[1]}"
    if g.get("is_own_plan") and "/my-plan" in hrefs:
        return "/my-plan"
    first = f"/{path.split('/')[1]}"
    return _nearest(hrefs, BELONGS_TO.get(first, path))


def _nearest(hrefs: Collection[str], path: str) -> str | None:
    """The longest tab address that the page lies under."""
    under = [href for href in hrefs if path == href or path.startswith(href + "/")]
    return max(under, key=len, default=None)


def _count(href: str, person: Person) -> str:
    """On the date it is at the person's office, on every page; Today has counted already."""
    if href != "/today":
        return ""
    running = g.clocks_running_out if "clocks_running_out" in g else running_out.count(person, today_of(person))
    return capped(running, running_out.CAP) if running else ""
