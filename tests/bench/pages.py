"""Which pages are measured, as whom. A path that begins with @ is found on another page (floors.py)."""

from dataclasses import dataclass

from tests.bench.full_plan import FULL


@dataclass(frozen=True)
class Page:
    """`of_dressed` and `of_bare`: the least of each floor that it is held to; None where it has no bar."""

    name: str
    person: str
    path: str
    of_dressed: float | None = None
    of_bare: float | None = None


NEWEST = "@newest"

PAGES = (
    Page("list", "champion", "/pain-points", of_dressed=0.6, of_bare=0.2),
    Page("detail", "champion", NEWEST, of_dressed=0.6, of_bare=0.2),
    Page("words in list", "champion", "/pain-points?words=form"),
    Page("search", "champion", "/search?q=form"),
    Page("champion's home", "champion", "/today"),
    Page("colleague's home", "colleague", "/my-reports"),
    Page("program office's home", "program", "/program"),
    Page("portfolio", "leader", "/portfolio"),
    Page("full plan", "leader", f"/plans/P-{FULL}", of_dressed=0.5),
)
