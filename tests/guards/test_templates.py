"""Templates and style sheets: they parse, import nothing in vain, hold nothing inline, follow the reading direction."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from jinja2 import Environment, meta, nodes

from app import create_app
from config import ROOT
from tests.support.databases import settings_for

TEMPLATES = sorted((ROOT / "templates").rglob("*.html"))
SCREEN = [path for path in TEMPLATES if "print" not in path.relative_to(ROOT).as_posix()]
SHEETS = [path for path in (ROOT / "static").rglob("*.css") if "vendor" not in path.parts]
INLINE = re.compile(
    r"""\sstyle\s*=|\son[a-z]+\s*=\s*["']|<style[\s>]|<script(?![^>]*\ssrc=)[^>]*>|javascript:""", re.IGNORECASE
)
PHYSICAL = re.compile(
    r"(?<![\w-])(?:(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)|(?:left|right)\s*:"
    r"|border-(?:top|bottom)-(?:left|right)-radius|(?:text-align|float|clear)\s*:\s*(?:left|right))"
)
FROM_OUTSIDE = (nodes.Name, nodes.Getattr, nodes.Getitem, nodes.Call)


@pytest.fixture(scope="module")
def environment() -> Environment:
    """How the application reads its templates; its database is never asked anything."""
    return create_app(settings_for("sqlite:///nowhere.db", ROOT)).jinja_env


def ids(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_a_template_parses_and_uses_what_it_imports(environment: Environment, path: Path) -> None:
    words = path.read_text("utf-8")
    tree = environment.parse(words, filename=str(path))
    used = {node.name for node in tree.find_all(nodes.Name) if node.ctx == "load"}
    unused = [name for name in _imported(tree) if name not in used]
    assert unused == [], "imported and not used"
    for name in meta.find_referenced_templates(tree):
        assert name is None or (ROOT / "templates" / name).is_file(), f"{name} does not exist"


@pytest.mark.parametrize("path", SCREEN, ids=ids)
def test_a_page_holds_no_inline_style_or_script(path: Path) -> None:
    assert INLINE.findall(_markup(path.read_text("utf-8"))) == []


@pytest.mark.parametrize("path", TEMPLATES, ids=ids)
def test_a_template_declares_only_its_own_words_safe(environment: Environment, path: Path) -> None:
    """What comes from outside is Markup already where the code made it so."""
    tree = environment.parse(path.read_text("utf-8"))
    safe = [node for node in tree.find_all(nodes.Filter) if node.name == "safe"]
    assert [node.lineno for node in safe if isinstance(node.node, FROM_OUTSIDE)] == []
    assert list(tree.find_all(nodes.ScopedEvalContextModifier)) == [], "escaping is never switched off"


@pytest.mark.parametrize("path", SHEETS, ids=ids)
def test_a_style_sheet_follows_the_reading_direction(path: Path) -> None:
    found = PHYSICAL.findall(re.sub(r"/\*.*?\*/", "", path.read_text("utf-8"), flags=re.DOTALL))
    assert found == [], "write margin-inline-start, inset-inline-end, text-align: start"


def _imported(tree: nodes.Template) -> Iterator[str]:
    for node in tree.find_all(nodes.FromImport):
        yield from (name[1] if isinstance(name, tuple) else name for name in node.names)
    for whole in tree.find_all(nodes.Import):
        yield whole.target


def _markup(words: str) -> str:
    """The template without comments, statements and expressions, whose keyword arguments may be called style."""
    return re.sub(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", "", words, flags=re.DOTALL)
