"""Filling a form with hostile text: the words that a person may write, and the choices as they stand or all hostile."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from xml.etree.ElementTree import Element

from tests.support.pages import PageForm

ONE_LINE = ("text", "search", "email", "url", "tel")
TO_CHOOSE = ("radio", "checkbox", "hidden", "date", "number", "password", "file", "submit", "button")
LONGEST_LINE = 100
BY_KIND = {"date": "2026-12-10", "number": "1", "password": "a long enough password 1"}
KEPT = ("csrf_token", "submission_key")


@dataclass(frozen=True)
class Filled:
    """What is sent: all fields, and which of them hold a person's words."""

    fields: dict[str, Any]
    words: dict[str, str]


def fill(form: PageForm, texts: Sequence[str], turn: int = 0) -> Filled:
    """Text fields get texts, all others what a person in a hurry would choose."""
    fields: dict[str, Any] = dict(form.values)
    words: dict[str, str] = {}
    for control in form.controls:
        name = str(control.get("name"))
        if is_text(control):
            turn += 1
            words[name] = _words(control, texts, turn)
        elif name not in KEPT and not fields.get(name):
            fields |= _choice(control, name)
    return Filled(fields | words, words)


def spoil(form: PageForm, text: str) -> dict[str, Any]:
    """Every field, whatever its kind, holds the same text; only the form's token stays."""
    return {name: form.values.get(name, "") if name == "csrf_token" else text for name in form.names}


def is_text(control: Element) -> bool:
    return control.tag == "textarea" or (control.tag == "input" and control.get("type", "text") in ONE_LINE)


def _words(control: Element, texts: Sequence[str], turn: int) -> str:
    if control.get("type") == "email":
        return f"o'hostile+{turn}@agency.example"
    turned = [*texts[turn % len(texts) :], *texts[: turn % len(texts)]]
    if control.tag == "textarea":
        return "\n".join(turned)
    line = ""
    for text in (" ".join(each.split()) for each in turned):
        if len(line) + len(text) < min(LONGEST_LINE, int(control.get("maxlength") or LONGEST_LINE)):
            line = f"{line} {text}".strip()
    return line


def _choice(control: Element, name: str) -> dict[str, str]:
    if control.tag == "select":
        options = [option.get("value", "") for option in control.findall(".//option")]
        return {name: options[-1]} if options else {}
    kind = control.get("type", "text")
    if kind == "radio":
        return {name: control.get("value", "on")}
    return {name: BY_KIND[kind]} if kind in BY_KIND else {}
