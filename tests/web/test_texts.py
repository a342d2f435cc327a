"""Numbers inside translated texts are written as the page's language writes them, in code and in templates."""

import re
from pathlib import Path

import pytest
from flask import Flask, render_template_string
from flask_babel import force_locale, gettext, lazy_gettext, ngettext

from app.core.errors import BrokenRule
from app.pain_points.labels import CUSTOMERS
from app.pain_points.models import Customers
from app.web import figures
from app.web.texts import said
from tests.support.builders import AT

ROOT = Path(__file__).parents[2]


class TooMany(BrokenRule):
    message = "There are %(count)s of %(name)s."


@pytest.mark.parametrize(("language", "figure"), [("en", "1,234"), ("el", "1.234"), ("ar", "١٬٢٣٤"), ("th", "1,234")])
def test_numbers_are_figures_of_the_language(app: Flask, language: str, figure: str) -> None:
    in_template = '{{ _("%(n)s here", n=1234) }} {{ ngettext("%(num)s x", "%(num)s xs", 1234) }}'
    with app.test_request_context(), force_locale(language):
        assert gettext("%(n)s here", n=1234) == f"{figure} here"
        assert str(lazy_gettext("%(n)s here", n=1234)) == f"{figure} here"
        assert ngettext("%(num)s x", "%(num)s xs", 1234) == f"{figure} xs"
        assert render_template_string(in_template) == f"{figure} here {figure} xs"
        assert said(TooMany(count=1234, name="seats")) == f"There are {figure} of seats."


@pytest.mark.parametrize(
    ("language", "listing", "span"),
    [("en", "12 days, May", "6–20"), ("ar", "12 days، May", "٦–٢٠"), ("zh", "12 days、May", "6–20")],
)
def test_lists_and_ranges_are_written_as_the_language_writes_them(
    app: Flask, language: str, listing: str, span: str
) -> None:
    in_template = '{{ ["12 days", "", none, "May"]|listed }} a{{ comma() }}b'
    comma = listing[7:-3]
    with app.test_request_context(), force_locale(language):
        assert figures.listed(("12 days", "", None, "May")) == listing
        assert render_template_string(in_template) == f"{listing} a{comma}b"
        assert figures.between(6, 20) == f"\u2066{span}\u2069"
        assert str(CUSTOMERS[Customers.SOME]) == f"\u2066{span}\u2069"
        assert figures.moment(AT).count(comma.strip()) == 1


def test_a_count_on_a_jump_link_has_the_digits_of_the_language(app: Flask) -> None:
    in_template = '{% from "components/page.html" import tabs %}{{ tabs([("Measures", 12, "#measures", false)]) }}'
    with app.test_request_context(), force_locale("ar"):
        assert "<b>١٢</b>" in render_template_string(in_template)


def test_what_is_no_whole_number_stays_as_it_is(app: Flask) -> None:
    with app.test_request_context(), force_locale("ar"):
        assert gettext("%(a)s %(b)s %(c)s", a="PP-12", b=True, c=1.5) == "PP-12 True 1.5"


def test_a_persons_words_stay_escaped_in_templates(app: Flask) -> None:
    with app.test_request_context():
        assert render_template_string('{{ _("%(x)s", x="<b>") }}') == "&lt;b&gt;"


def test_no_text_asks_for_plain_digits() -> None:
    sources = [*ROOT.glob("app/**/*.py"), *ROOT.glob("templates/**/*.html"), *ROOT.glob("app/translations/**/*.po")]
    found = [path.name for path in sources if path.name != "texts.py" and re.search(r"%\(\w+\)d", path.read_text())]
    assert found == []
