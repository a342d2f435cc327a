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

from app.core.errors import BrokenRule
from app.extensions import babel
from app.web import figures

CALLS = ("gettext", "ngettext", "pgettext", "npgettext")


class Figure(int):
    """A whole number that writes itself in the digits and groups of the page's language."""

    def __str__(self) -> str:
        return figures.number(int(self))


class Texts(Domain):
    """The catalogues, for Python code. The words may say %(num)s of a plural's own number."""

    def gettext(self, string: str, **variables: Any) -> str:
        return super().gettext(string, **_named(variables))

    def ngettext(self, singular: str, plural: str, num: int, **variables: Any) -> str:
        return super().ngettext(singular, plural, figure(num), **_named(variables))

    def pgettext(self, context: str, string: str, **variables: Any) -> str:
        return super().pgettext(context, string, **_named(variables))

    def npgettext(self, context: str, singular: str, plural: str, num: int, **variables: Any) -> str:
        return super().npgettext(context, singular, plural, figure(num), **_named(variables))


def init_app(app: Flask) -> None:
    """After babel.init_app: the same for Python code and for templates."""
    babel.domain_instance = Texts()
    for name in CALLS:
        app.jinja_env.globals[name] = _in_templates(app.jinja_env.globals[name])


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
