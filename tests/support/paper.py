"""A template environment for printing in tests, without a web app: real templates, words left in English."""

import gettext
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from app.core.markdown import to_html

TEMPLATES = Path(__file__).resolve().parents[2] / "templates"


def print_environment() -> Environment:
    """Escapes, marks words for translation, knows `markdown`; unknown names are errors."""
    env = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=select_autoescape(),
        extensions=["jinja2.ext.i18n"],
        undefined=StrictUndefined,
    )
    env.install_gettext_translations(gettext.NullTranslations(), newstyle=True)  # type: ignore[attr-defined]
    env.filters["markdown"] = to_html
    return env
