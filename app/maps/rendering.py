"""The annex as a PDF, in the plan's language. Takes long: never inside a transaction."""

from functools import lru_cache

from flask import current_app
from flask_babel import force_locale

from app.core import pdf
from app.core.charts.metrics import wrap
from app.core.formats import Formats
from app.core.markdown import to_plain
from app.maps import labels
from app.maps.card import card_of, table
from app.maps.models import Kind
from app.maps.queries import Maps
from app.plans.labels import title_of
from app.plans.models import Plan, PlanVersion

SHEETS = ("print/sheet.css", "print/paper.css", "print/map.css")
MOST_PAGES = 40
SECONDS = 60.0
"""Of the printer's own time: three maps of 200 steps need about a third of it."""
LARGEST_KEPT = 200_000


def annex(plan: Plan, version: PlanVersion, maps: Maps) -> bytes:
    """The drawing, the figures and every step. Raises PdfError."""
    document = html(plan, version, maps)
    made: bytes = (_printed_once if len(document) < LARGEST_KEPT else _printed)(document)
    return made


def html(plan: Plan, version: PlanVersion, maps: Maps) -> str:
    """The printed document."""
    with force_locale(plan.language):
        return current_app.jinja_env.get_template("maps/print.html").render(
            plan=plan,
            version=version,
            title=to_plain(str((version.frozen or {}).get("title") or title_of(plan))),
            paper=plan.cycle.paper.value,
            formats=Formats(plan.language),
            figures=_Rail(),
            card=card_of(maps.shown, is_screen=False),
            tables=[(labels.long_kind(Kind(one.kind), one.seen_on), table(one)) for one in maps.shown],
            columns=labels.COLUMNS,
        )


class _Rail:
    """What the frame of paper asks of its figures."""

    @staticmethod
    def rail_lines(name: str) -> int:
        """How many lines a name takes in the rail."""
        return min(4, len(wrap(name, 114, strong=True)))


def _printed(document: str) -> bytes:
    return pdf.render(document, css=SHEETS, limit_pages=MOST_PAGES, seconds=SECONDS).pdf


@lru_cache(maxsize=16)
def _printed_once(document: str) -> bytes:
    return _printed(document)
