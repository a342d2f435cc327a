"""A fetched answer as a person meets it: words, links, forms with what stands in them, errors beside the fields."""

import json
from dataclasses import dataclass
from functools import cached_property
from typing import Any
from xml.etree.ElementTree import Element

from werkzeug.test import TestResponse

from tests.support.html import classes, read, text_of

BUTTON_TYPES = ("submit", "button", "image", "reset")


@dataclass(frozen=True)
class PageForm:
    """One form: where it goes, and what a browser would send if nobody touched it."""

    element: Element
    page_path: str

    @property
    def action(self) -> str:
        return self.element.get("action") or self.page_path

    @property
    def id(self) -> str:
        return self.element.get("id", "")

    @property
    def method(self) -> str:
        return self.element.get("method", "get").lower()

    @cached_property
    def controls(self) -> list[Element]:
        return [e for e in self.element.iter() if e.tag in ("input", "select", "textarea", "button") and e.get("name")]

    @property
    def names(self) -> set[str]:
        return {str(control.get("name")) for control in self.controls}

    @cached_property
    def values(self) -> dict[str, Any]:
        """Names and values, a list where a name comes twice. Buttons are not among them."""
        found: dict[str, Any] = {}
        for control in self.controls:
            for value in _sent(control):
                _add(found, str(control.get("name")), value)
        return found


class Page:
    """An answer. `status`, `path` (after redirects), `text`, `title`, `h1`, `links`, `forms`, `errors`."""

    def __init__(self, response: TestResponse) -> None:
        self.response = response
        self.status = response.status_code
        self.path = response.request.full_path.rstrip("?")

    @property
    def is_html(self) -> bool:
        return self.response.mimetype == "text/html"

    @property
    def body(self) -> bytes:
        return self.response.get_data()

    @property
    def json(self) -> Any:
        return json.loads(self.body)

    @property
    def location(self) -> str:
        """Where a redirect that was not followed leads."""
        return self.response.headers.get("Location", "")

    @cached_property
    def html(self) -> str:
        return self.response.get_data(as_text=True)

    @cached_property
    def root(self) -> Element:
        return read(self.html)

    @cached_property
    def text(self) -> str:
        """All words of the body, blanks folded."""
        return text_of(self.one("body") if self.is_html else self.root) if self.is_html else self.html

    @property
    def title(self) -> str:
        return text_of(self.one("head/title"))

    @property
    def h1(self) -> str:
        return text_of(self.one("h1"))

    @property
    def links(self) -> list[tuple[str, str]]:
        """(words, address) of each link, in order."""
        return [(text_of(a), a.get("href", "")) for a in self.all("a")]

    @property
    def buttons(self) -> list[str]:
        return [text_of(b) for b in self.all("button")]

    @cached_property
    def forms(self) -> list[PageForm]:
        return [PageForm(element, self.path) for element in self.all("form")]

    @property
    def errors(self) -> dict[str, str]:
        """Field id -> the message that stands beside it."""
        found = [e for e in self.root.iter() if "usa-error-message" in classes(e)]
        return {(e.get("id") or "").removesuffix("-error"): text_of(e).removeprefix("Error:").strip() for e in found}

    def all(self, path: str) -> list[Element]:
        """Elements by tag or ElementTree path, anywhere on the page."""
        return self.root.findall(f".//{path}")

    def one(self, path: str) -> Element:
        found = self.all(path)
        assert len(found) == 1, f"{self.path}: {len(found)} of {path!r}, expected one"
        return found[0]

    def with_class(self, name: str) -> list[str]:
        """The words of each element of a class."""
        return [text_of(e) for e in self.root.iter() if name in classes(e)]

    def form(self, action: str | None = None, names: set[str] | None = None) -> PageForm:
        """The writing form with this address; without one, the writing form that holds these names, or the only one.

        A form also has the address of a button that sends it elsewhere.
        """
        writing = [f for f in self.forms if f.method == "post"]
        wanted = {(action or "").split("?")[0]} | self._forms_sent_to(action)
        fitting = [f for f in writing if action is None or wanted & {f.action.split("?")[0], f.id}]
        holding = [f for f in fitting if (names or set()) <= f.names] or fitting
        assert holding, f"{self.path}: no form for {action or names}; there are {[f.action for f in writing]}"
        return max(holding, key=lambda f: len(f.names))

    def _forms_sent_to(self, action: str | None) -> set[str]:
        """Ids of the forms that a button with this address sends."""
        return {b.get("form", "") for b in self.all("button") if action and b.get("formaction") == action}

    def __contains__(self, words: str) -> bool:
        return words in self.text


def _sent(control: Element) -> list[str]:
    kind = control.get("type", "text")
    if control.get("disabled") is not None or control.tag == "button" or kind in (*BUTTON_TYPES, "file"):
        return []
    if control.tag == "textarea":
        return ["".join(control.itertext()).replace("\r\n", "\n").removeprefix("\n")]
    if control.tag == "select":
        return _chosen(control)
    if kind in ("radio", "checkbox"):
        return [control.get("value", "on")] if control.get("checked") is not None else []
    return [control.get("value", "")]


def _chosen(select: Element) -> list[str]:
    options = select.findall(".//option")
    chosen = [o for o in options if o.get("selected") is not None]
    if not chosen and select.get("multiple") is None:
        chosen = options[:1]
    return [o.get("value", text_of(o)) for o in chosen]


def _add(found: dict[str, Any], name: str, value: str) -> None:
    if name in found:
        before = found[name]
        found[name] = [*(before if isinstance(before, list) else [before]), value]
    else:
        found[name] = value
