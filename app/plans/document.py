"""The plan's two pages as HTML: one template for the PDF and for the preview on screen. Reads a sheet, no
database.

On paper the words of charts are HTML over the drawing; on screen they are SVG text, since a page may not
carry styles.
"""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from jinja2 import Environment
from markupsafe import Markup

from app.core.formats import Formats
from app.core.markdown import to_plain
from app.plans import ladder, paging
from app.plans.figures import Figures
from app.plans.sheet import PlanSheet


def to_html(sheet: PlanSheet, env: Environment) -> str:
    """The whole document, for `app.core.pdf`. `env` must have gettext in the plan's language."""
    return env.get_template("plans/print.html").render(_context(sheet, env, is_screen=False))


def to_preview(
    sheet: PlanSheet, env: Environment, breaks: Sequence[int] = (), limit: int = 0, *, is_inside: bool = False
) -> Markup:
    """The same sheet for a web page: no inline style. The page links static/print-preview.css.

    It breaks where the paper does: `breaks` as of its layout, `limit` pages are allowed; without a limit the breaks
    are not known, and all stands on one long sheet. `is_inside`: the web page has a heading of its own.
    """
    context = _context(sheet, env, is_screen=True) | {"is_inside": is_inside}
    pages = paging.split(env.get_template("plans/print_sheet.html").render(context), breaks)
    html = env.get_template("plans/preview_pages.html").render(context | {"pages": pages, "limit": limit})
    return Markup(html)  # noqa: S704  # a template with escaping on made it


def _context(sheet: PlanSheet, env: Environment, *, is_screen: bool) -> dict[str, object]:
    formats = Formats(sheet.language)
    figures = Figures(sheet, formats, *_translators(env), is_screen)
    return {
        "sheet": sheet,
        "formats": formats,
        "figures": figures,
        "is_screen": is_screen,
        "is_inside": False,
        "rtl": formats.is_right_to_left,
        "arrow": "←" if formats.is_right_to_left else "→",
        "plain_title": to_plain(sheet.title),
        "rungs": ladder.rungs(sheet.mission),
    }


def _translators(env: Environment) -> tuple[Callable[..., str], Callable[..., str]]:
    """gettext and ngettext of the templates, giving plain text: charts escape their words themselves."""
    context = env.from_string("").new_context()
    context.eval_ctx.autoescape = False
    say: Any = context.call
    gettext: Any = env.globals["gettext"]
    ngettext: Any = env.globals["ngettext"]
    return partial(say, gettext), partial(say, ngettext)
