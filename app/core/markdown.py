"""People's texts: plain, or light Markdown (bold, emphasis, lists, links). Never HTML."""

import re
from html import unescape

import nh3
from markdown_it import MarkdownIt
from markupsafe import Markup

_PARSER = MarkdownIt("zero", {"html": False, "breaks": True}).enable(
    ["emphasis", "list", "link", "newline", "escape", "paragraph"], ignoreInvalid=True
)
_TAGS = {"p", "br", "strong", "em", "ul", "ol", "li", "a"}
_SCHEMES = {"http", "https", "mailto", "tel"}


def to_html(text: str) -> Markup:
    """Safe HTML for a person's text; what is not light Markdown stays as typed."""
    cleaned = nh3.clean(
        _PARSER.render(text), tags=_TAGS, attributes={"a": {"href"}, "ol": {"start"}}, url_schemes=_SCHEMES
    )
    return Markup(cleaned)  # noqa: S704  # nh3 has just cleaned it


def to_plain(text: str) -> str:
    """The words alone in one line, for titles, labels and lists."""
    parted = re.sub(r"</?(?:p|li|br|ul|ol)\b", r" \g<0>", _PARSER.render(text))
    return " ".join(unescape(nh3.clean(parted, tags=set())).split())
