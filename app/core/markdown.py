"""People's texts: plain, or light Markdown (bold, emphasis, lists, links). Never HTML."""

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
    words = nh3.clean(_PARSER.render(text).replace("<", " <"), tags=set())
    return " ".join(Markup(words).unescape().split())
