"""What every HTML page must be, asked of each page that a test fetches."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator
from xml.etree.ElementTree import Element

from tests.support.html import classes, text_of
from tests.support.pages import Page

UNLABELLED_INPUTS = ("hidden", "submit", "button", "image", "reset")
NEED_ID = ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")


_without_defect: set[bytes] = set()


def inspect(page: Page) -> None:
    """Raise AssertionError with every defect of the page; one that looked just so before, as refusals do, is good."""
    digest = hashlib.sha256(page.body).digest()
    if digest in _without_defect:
        return
    defects = [f"{page.path}: {line}" for check in CHECKS for line in check(page)]
    assert not defects, "\n".join(defects)
    _without_defect.add(digest)


def _head(page: Page) -> Iterator[str]:
    html = page.one("html")
    if not html.get("lang"):
        yield "<html> has no lang"
    if html.get("dir") not in ("ltr", "rtl"):
        yield "<html> has no dir"
    if not text_of(page.one("head/title")):
        yield "the title is empty"


def _heading(page: Page) -> Iterator[str]:
    headings = page.all("h1")
    if len(headings) != 1:
        yield f"{len(headings)} h1, expected one"
    elif not text_of(headings[0]):
        yield "the h1 is empty"


def _ids(page: Page) -> Iterator[str]:
    ids = Counter(e.get("id") for e in page.root.iter() if e.get("id") is not None)
    for name, count in ids.items():
        if count > 1 or not name:
            yield f"id {name!r} stands {count} times"
    for element in page.root.iter():
        for attribute in NEED_ID:
            for name in element.get(attribute, "").split():
                if name not in ids:
                    yield f"<{element.tag}> {attribute} names {name!r}, which is not on the page"


def _labels(page: Page) -> Iterator[str]:
    labelled = {label.get("for") for label in page.all("label") if text_of(label)}
    inside = {id(child) for label in page.all("label") if text_of(label) for child in label.iter()}
    for control in page.root.iter():
        if not _is_control(control) or id(control) in inside or control.get("id") in labelled:
            continue
        if not control.get("aria-label") and not control.get("aria-labelledby"):
            yield f"<{control.tag} name={control.get('name')!r}> has no label"
    for button in [*page.all("button"), *page.all("a")]:
        if not text_of(button) and not button.get("aria-label") and not button.findall(".//img[@alt]"):
            yield f"<{button.tag} class={' '.join(classes(button))!r}> has no words"


def _images(page: Page) -> Iterator[str]:
    return (f"<img src={e.get('src')!r}> has no alt" for e in page.all("img") if e.get("alt") is None)


def _inline(page: Page) -> Iterator[str]:
    for element in page.root.iter():
        if element.tag == "style" or element.get("style") is not None:
            yield f"inline style on <{element.tag}>"
        if element.tag == "script" and not element.get("src") and element.get("type") != "application/json":
            yield "inline script"
        handlers = [name for name in element.keys() if name.startswith("on")]  # noqa: SIM118  # Element has no __iter__ over keys
        if handlers:
            yield f"inline handler {handlers} on <{element.tag}>"
        if element.get("href", "").startswith("javascript:"):
            yield "a javascript: address"


def _tokens(page: Page) -> Iterator[str]:
    """Without a session that could hold a token: who reports without a name, and who answers by the link of a mail."""
    for form in page.forms:
        is_intake = form.action == "/report" or form.action.startswith(("/report/", "/check-ins/"))
        if form.method == "post" and "csrf_token" not in form.names and not is_intake:
            yield f"the form to {form.action} has no csrf_token"
        if form.method == "get" and "csrf_token" in form.names:
            yield f"the form to {form.action} puts the csrf_token into the address"


def _is_control(element: Element) -> bool:
    if element.tag == "input":
        return element.get("type", "text") not in UNLABELLED_INPUTS
    return element.tag in ("select", "textarea")


CHECKS: tuple[Callable[[Page], Iterator[str]], ...] = (
    _head, _heading, _ids, _labels, _images, _inline, _tokens,
)  # fmt: skip
