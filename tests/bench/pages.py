"""Which pages are measured, as whom. A path that begins with @ is found on another page (floors.py)."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Page:
    """`has_bar`: held to 0.6 of dressed and 0.2 of bare."""

    name: str
    person: str
    path: str
    has_bar: bool = False


NEWEST = "@newest"

PAGES = (
    Page("list", "champion", "/pain-points", has_bar=True),
    Page("detail", "champion", NEWEST, has_bar=True),
    Page("words in list", "champion", "/pain-points?words=form"),
    Page("search", "champion", "/search?q=form"),
    Page("champion's home", "champion", "/today"),
    Page("colleague's home", "colleague", "/my-reports"),
    Page("program office's home", "program", "/program"),
    Page("portfolio", "leader", "/portfolio"),
)
