"""People's texts: plain, or light Markdown (bold, emphasis, lists, links). Never HTML."""

import re
from html import unescape

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_LIGHT = ["emphasis", "link", "newline", "escape", "paragraph"]
_WITHOUT_LISTS = MarkdownIt("zero", {"html": False, "breaks": True}).enable(_LIGHT, ignoreInvalid=True)
_PARSER = MarkdownIt("zero", {"html": False, "breaks": True}).enable([*_LIGHT, "list"], ignoreInvalid=True)
_DEEPEST = _PARSER.options["maxNesting"] - 1
_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
_SCHEMES = {"http", "https", "mailto", "tel"}


def to_html(text: str) -> Markup:
    """Safe HTML for a person's text; what is not light Markdown stays as typed."""
    cleaned = nh3.clean(
        _rendered(text), tags=_TAGS, attributes={"a": {"href"}, "ol": {"start"}}, url_schemes=_SCHEMES
    )
    return Markup(cleaned)  # noqa: S704  # nh3 has just cleaned it


def to_plain(text: str) -> str:
    """The words alone in one line, for titles, labels and lists."""
    parted = re.sub(r"</?(?:p|li|br|ul|ol)\b", r" \g<0>", _rendered(text))
    return " ".join(unescape(nh3.clean(parted, tags=set())).split())


def _rendered(text: str) -> str:
    """A list in a list in a list, as in a line of dashes, stays as typed: the parser drops what lies deeper."""
    tokens = _PARSER.parse(text)
    is_too_deep = any(token.level >= _DEEPEST for token in tokens)
    return str(_WITHOUT_LISTS.render(text) if is_too_deep else _PARSER.renderer.render(tokens, _PARSER.options, {}))
