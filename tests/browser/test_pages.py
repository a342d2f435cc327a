"""Every index page and the pages of a plan, as each role sees them: one direction of reading on each database, and axe
once: at one half of them on each."""

from itertools import cycle

import pytest

from tests.browser.by_clicks import Clicks
from tests.browser.conftest import Room, Site
from tests.browser.sight import faults, too_wide
from tests.support import databases

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


@pytest.mark.once("sqlite")
def test_a_first_view_weighs_under_150_kilobytes(room: Room) -> None:
    for path, who in (("/report/hearings", ""), ("/today", "champion of Hearings")):
        weight = weigh(room.sit(Clicks, who), path)
        assert 10_000 < weight < 150 * 1024, f"{path}: {weight}"


def weigh(person: Clicks, path: str) -> int:
    """What goes over the wire for this page with an empty cache, in bytes."""
    browser = person.page.context.new_cdp_session(person.page)
    browser.send("Network.enable")
    browser.send("Network.setCacheDisabled", {"cacheDisabled": True})
    sizes: list[int] = []
    browser.on("Network.loadingFinished", lambda done: sizes.append(int(done["encodedDataLength"])))
    person.page.goto(path, wait_until="networkidle")
    return sum(sizes)


def told(path: str, site: Site, language: str) -> str:
    """The address with the numbers of this agency's things, in a language."""
    full = path.format(plan=site.agency.plan, point=site.agency.point)
    return f"{full}{'&' if '?' in full else '?'}lang={language}"
