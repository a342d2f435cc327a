"""Renders every macro once, in both directions, without the app. By hand: python -m tests.look.render_gallery FOLDER"""

import sys
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, select_autoescape
from markupsafe import Markup

from tests.look import fakes

ROOT = Path(__file__).resolve().parents[2]
CHART = Markup(
    '<svg viewBox="0 0 640 120" width="640" height="120" role="img"><title>Days, falling from 72 to 1</title>'
    '<path d="M10 20H320L400 100H620" fill="none" stroke="#0b5cad" stroke-width="2"/></svg>'
)


def environment() -> Environment:
    """Jinja as the app sets it up, with fakes for what Flask would give."""
    env = Environment(
        loader=FileSystemLoader([ROOT / "templates", ROOT / "tests" / "look"]),
        extensions=["jinja2.ext.i18n"],
        autoescape=select_autoescape(["html"]),
        trim_blocks=True,
        lstrip_blocks=True,
    )
    env.install_null_translations(newstyle=True)  # type: ignore[attr-defined]  # added by the i18n extension
    env.filters["decimalformat"] = lambda number: f"{number:g}"
    env.filters["number"] = str
    env.filters["listed"] = ", ".join
    env.globals.update(
        static_url=lambda name: f"/static/{name}",
        csrf_token=lambda: "token",
        comma=lambda: ", ",
        get_flashed_messages=lambda with_categories: [
            ("message", "Linked to PP-219. 14 and 6 colleagues see it now."),
            ("late", "Priya Nair saved this section at 14:05."),
        ],
    )
    return env


def gallery(direction: str, template: str = "gallery.html") -> str:
    """The page as HTML; direction is ltr or rtl."""
    form = fakes.sample_form(direction)
    page = environment().get_template(template)
    return page.render(
        text_direction=direction,
        locale_code="ar" if direction == "rtl" else "en",
        agency_name="Marlow County Family Services",
        viewer=fakes.VIEWER,
        navigation=fakes.NAVIGATION,
        viewer_role="Champion, Child Support",
        notice_count=3,
        languages=[("en", "English"), ("ar", "العربية")],
        form=form,
        fakes=fakes,
        titles=fakes.TITLES[direction],
        today=fakes.today_items(direction),
        story_entries=fakes.story_entries(direction),
        chart=CHART,
    )


def write(folder: Path) -> None:
    """Both directions as files, beside a link to static/, to be served by any web server."""
    folder.mkdir(parents=True, exist_ok=True)
    for direction in ("ltr", "rtl"):
        (folder / f"gallery-{direction}.html").write_text(gallery(direction), encoding="utf-8")
        (folder / f"plain-{direction}.html").write_text(gallery(direction, "plain_page.html"), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
