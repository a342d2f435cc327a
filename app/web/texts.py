"""Translated texts whose numbers are written as the page's language writes them. Not the words: those are catalogues.

A text says `%(num)s`; whole numbers that go into it become figures here, in one place, so that no caller has to
think of it. `%(num)d` would print plain digits, and a guard refuses it.
"""

from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_babel import Domain
from flask_babel import gettext as babel_gettext
from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup

from app.core.errors import BrokenRule
from app.extensions import babel
from app.web import figures, spoken

CALLS = ("gettext", "ngettext", "pgettext", "npgettext")


class Figure(int):
    """A whole number that writes itself in the digits and groups of the page's language."""

    def __str__(self) -> str:
        return figures.number(int(self))


class Texts(Domain):
    """The catalogues, for Python code. The words may say %(num)s of a plural's own number."""

    def __init__(self) -> None:
        super().__init__()
        self._kept: dict[str, Any] = {}

    def get_translations(self) -> Any:
        """The catalogue, kept by its language: the library looks it up more slowly."""
        tag = spoken.now().tag
        if tag not in self._kept:
            self._kept[tag] = super().get_translations()
        return self._kept[tag]

    def plain(self, string: str) -> str:
        """A text into which nothing goes."""
        found: str = self.get_translations().gettext(string)
        return found

    def gettext(self, string: str, **variables: Any) -> str:
        return super().gettext(string, **_named(variables)) if variables else self.plain(string)

    def ngettext(self, singular: str, plural: str, num: int, **variables: Any) -> str:
        return super().ngettext(singular, plural, figure(num), **_named(variables))

    def pgettext(self, context: str, string: str, **variables: Any) -> str:
        return super().pgettext(context, string, **_named(variables))

    def npgettext(self, context: str, singular: str, plural: str, num: int, **variables: Any) -> str:
        return super().npgettext(context, singular, plural, figure(num), **_named(variables))


def init_app(app: Flask) -> None:
    """After babel.init_app: the same for Python code and for templates."""
    texts = babel.domain_instance = Texts()
    known: dict[str, Any] = app.jinja_env.globals
    for name in CALLS:
        known[name] = _in_templates(known[name])
    known["_"] = known["gettext"] = _plain_first(texts, known["gettext"])


def said(broken: BrokenRule) -> str:
    """The words of a broken rule with its facts, in the page's language."""
    return babel_gettext(broken.message) % _named(broken.facts)


def figure(value: Any) -> Any:
    """A plain whole number as one that knows the language; anything else as it is."""
    return Figure(value) if type(value) is int else value


def _named(variables: dict[str, Any]) -> dict[str, Any]:
    return {name: figure(value) for name, value in variables.items()}


def _in_templates(call: Any) -> Callable[..., str]:
    """Jinja puts variables in by itself, past the catalogues."""

    @pass_context
    def translated(context: Context, *words: Any, **variables: Any) -> str:
        found: str = call(context, *(figure(word) for word in words), **_named(variables))
        return found

    return translated


def _plain_first(texts: Texts, with_values: Callable[..., str]) -> Callable[..., str]:
    """Most texts of a page take no values: these go straight to the catalogue."""

    @pass_context
    def gettext(context: Context, text: str, /, **values: Any) -> str:
        if values:
            return with_values(context, text, **values)
        found = texts.plain(text)
        if "%" in found:
            found %= {}  # a template writes "100 %%", with values or without
        return Markup(found) if context.eval_ctx.autoescape else found  # noqa: S704  # our own texts

    return gettext
