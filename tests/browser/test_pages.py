"""Every index page and the pages of a plan, as each role sees them: one direction of reading on each database, and axe
once: at one half of them on each."""

from itertools import cycle

import pytest
from sqlalchemy import select

from app.accounts.models import Person
from app.champions.models import Cycle
from app.core import clock, events
from app.core.database import transaction
from app.extensions import db
from app.offices.models import Office
from tests.browser.by_clicks import Clicks
from tests.browser.conftest import Room, Site
from tests.browser.sight import faults, too_wide
from tests.support import builders as make
from tests.support import databases
from tests.support.databases import in_turn

pytestmark = pytest.mark.browser
LANGUAGE = {"sqlite": "en", "postgresql": "ar"}
LOOKS = {"sqlite": (faults, too_wide), "postgresql": (too_wide, faults)}
EVERYBODY = (
    "/", "/account", "/notices", "/pain-points", "/plans", "/milestones", "/measures", "/reports", "/verify",
    "/calendar", "/calendar?view=list", "/calendar/feed", "/adoptions",
)  # fmt: skip
OWN = {
    "colleague of Hearings": ("/report", "/report/hearings", "/my-reports", "/fixed", "/search?q=letter"),
    "champion of Hearings": (
        "/today", "/my-plan", "/plans/P-{plan}", "/plans/P-{plan}/edit", "/plans/P-{plan}/import",
        "/plans/P-{plan}/contributors", "/plans/P-{plan}/measures", "/plans/P-{plan}/measures/new",
        "/plans/P-{plan}/history", "/plans/P-{plan}/milestones",
        "/plans/P-{plan}/trials", "/plans/P-{plan}/trials/new", "/plans/P-{plan}/spread",
        "/plans/P-{plan}/milestones/new", "/reports/new", "/funding", "/pain-points/PP-{point}",
    ),
    "program": (
        "/program", "/funding", "/cycles", "/offices", "/cycles/1/cohort", "/cycles/1/nominations",
        "/cycles/1/nominations/new", "/cycles/1/huddles", "/cycles/1/huddles/new", "/cycles/1/coverage",
        "/cycles/1/criteria", "/cycles/1/sections",
        "/plans/P-{plan}/versions/1/remarks", "/plans/P-{plan}/compare", "/plans/P-{plan}/coach",
        "/offices/hearings/plans/compare",
    ),
    "leader": ("/portfolio", "/funding"),
    "auditor": ("/events",),
    "admin": ("/people", "/offices", "/offices/hearings", "/cycles", "/jobs"),
    "sponsor": ("/portfolio",),
    "owner of Hearings": ("/today",),
}  # fmt: skip
WEIGHED = (
    ("leader", "/portfolio"), ("auditor", "/plans"), ("champion of Hearings", "/today"), ("program", "/program"),
    ("", "/report"), ("auditor", "/plans?lang=ar"),
)  # fmt: skip
NAMES = (
    "The letter names a moved room", "Ένα γράμμα, λάθος αίθουσα", "رسالة باسم غرفة نُقلت", "จดหมายบอกห้องผิด",
    "Şubede yanlış oda, Ağrı", "信里写错了房间",
)  # fmt: skip
INNER = {
    "champion of Hearings": (
        "/measures/M-{measure}", "/measures/M-{measure}/edit", "/measures/M-{measure}/observation-imports/new",
        "/measures/M-{measure}/observations/{observation}/corrections/new", "/plans/P-{plan}/sign-offs",
        "/huddles/H-1", "/calendar?month=2027-03",
    ),
    "program": (
        "/funding/rounds/new", "/funding/rounds/1/edit", "/huddles/H-1/edit", "/huddles/H-1/minutes",
        "/huddles/H-1/actions/new",
    ),
    "admin": (
        "/people/new", "/people/1", "/people/1/edit", "/people/1/grants/new", "/offices/new", "/calendar",
        "/offices/hearings/rules/new", "/offices/hearings/moves/new", "/offices/hearings/closings/new",
    ),
}  # fmt: skip
"""Forms and single things behind the first pages; each is looked at beside one database."""

REFUSED = ("/plans/P-99999", "/people")
NOBODY = ("/sign-in", "/report/hearings", "/report/answer", "/about/access", "/about/figures", "/password-resets/new")


def test_nothing_is_wrong_with_any_first_page(room: Room) -> None:
    wrong, language, looks = [], LANGUAGE[databases.kind()], cycle(LOOKS[databases.kind()])
    for who, paths in OWN.items():
        person = room.sit(Clicks, who)
        for path in (*paths, *(EVERYBODY if who.startswith("champion") else ())):
            person.open(told(path, room.site, language))
            wrong += next(looks)(person.page)
    visitor = room.sit(Clicks)
    for path in NOBODY:
        visitor.open(told(path, room.site, language))
        wrong += next(looks)(visitor.page)
    assert wrong == []


@pytest.mark.parametrize("who", in_turn(INNER))
def test_nothing_is_wrong_with_the_pages_behind_them(room: Room, who: str) -> None:
    wrong, person = [], room.sit(Clicks, who)
    for path in INNER[who]:
        person.open(told(path, room.site, LANGUAGE[databases.kind()]))
        wrong += faults(person.page)
    assert wrong == []


@pytest.mark.once("postgresql")
def test_nothing_is_wrong_with_a_page_that_refuses(room: Room) -> None:
    person = room.sit(Clicks, "colleague of Hearings")
    context, _watch = room.open.pop()  # its console names the refusal
    wrong = []
    for path in REFUSED:
        answer = person.page.goto(path)
        assert answer is not None
        assert not answer.ok, path
        wrong += faults(person.page)
    context.close()
    assert wrong == []


@pytest.mark.once("sqlite")
def test_a_first_view_weighs_under_150_kilobytes(room: Room) -> None:
    fill_in_six_scripts(room.site)
    for who, path in WEIGHED:
        person = room.sit(Clicks, who)
        weight = weigh(person, path)
        assert 10_000 < weight < 150 * 1024, f"{path}: {weight}"
        if path in ("/plans", "/report"):
            assert all(name in person.page.content() for name in NAMES), f"{path} lacks a name"


def fill_in_six_scripts(site: Site) -> None:
    """Offices with people, plans and reports, all named in their own script."""
    mail = site.agency.mails["champion of Hearings"]
    champion = db.session.scalars(select(Person).where(Person.email == mail)).one()
    root = db.session.scalars(select(Office).where(Office.parent_id.is_(None))).one()
    cycle = db.session.scalars(select(Cycle).where(Cycle.name == "This cycle")).one()
    for number, name in enumerate(NAMES, 900):
        office = make.office(name, parent=root, slug=f"abroad-{number}")
        author = make.person(name, at=office)
        make.seat(office, author, cycle)
        plan = make.plan(office, cycle, author, words={"title": name}, number=number)
        make.pain_point(office, champion, author, number=number, title=name)
    with transaction():  # something happened: nothing that was kept stands any more
        events.record("plan.started", plan, by=None, at=clock.now())


def weigh(person: Clicks, path: str) -> int:
    """What goes over the wire for this page with an empty cache, in bytes."""
    browser = person.page.context.new_cdp_session(person.page)
    browser.send("Network.enable")
    browser.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[int] = []
    browser.on("Network.loadingFinished", lambda done: sizes.append(int(done["encodedDataLength"])))
    person.page.goto(path, wait_until="load")
    person.page.evaluate("() => document.fonts.ready.then(() => document.fonts.size)")
    return sum(sizes)


def told(path: str, site: Site, language: str) -> str:
    """The address with the numbers of this agency's things, in a language."""
    full = path.format(**vars(site.agency))
    return f"{full}{'&' if '?' in full else '?'}lang={language}"
