"""What every template may use: who looks, addresses of static files, dates and numbers in the page's language."""

from typing import Any

from flask import Flask, current_app
from flask_babel import LazyString
from markupsafe import Markup, escape

from app.core import markdown
from app.web import figures, language
from app.web.access import viewer_or_none


def init_app(app: Flask) -> None:
    LazyString.__html__ = _escaped  # type: ignore[attr-defined]  # the library calls its texts safe; ours quote people
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
    app.jinja_env.globals.update(static_url=static_url, comma=figures.comma)
    app.jinja_env.filters.update(
        day=figures.day,
        short_day=figures.short_day,
        month=figures.month_year,
        moment=figures.moment,
        number=figures.number,
        listed=figures.listed,
        markdown=people_text,
        direction=language.direction,
    )
    app.context_processor(_context)


def _escaped(text: LazyString) -> Markup:
    return escape(str(text))


def static_url(name: str) -> str:
    """The address of a file in static/, with its hash in the name where the server has made one."""
    hashed: dict[str, str] = current_app.config.get("STATIC_NAMES", {})
    return f"{current_app.static_url_path}/{hashed.get(name, name)}"


def people_text(words: str) -> Markup:
    """A person's light Markdown as safe HTML."""
    return markdown.to_html(words)


def _context() -> dict[str, Any]:
    return {
        "viewer": viewer_or_none(),
        "locale_code": language.code(),
        "text_direction": language.direction(),
        "languages": language.menu(),
    }
