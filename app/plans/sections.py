"""What the sections of a plan are called, what helps to write them and how many words they may have. Pure.

The rules lie with the cycle, as JSON: {"outcome": {"budget": 35, "is_hidden": false, "words": {"en": {"name": "...",
"hint": "..."}}}}. Drafts follow them as they stand; a submitted version keeps the names in its frozen sheet. What a
section is called without a rule, and the hints of the house, are in labels.py.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from app.plans.models import SECTIONS, Plan

OWN = ("own1", "own2")
"""Sections that the program office may add. They print at the end, and take part where they have a name."""

TEXTS = (*SECTIONS, *OWN)
REQUIRED = ("title", "outcome", "problem")
"""Sections that every plan needs: they may be renamed, not hidden."""

BUDGETS = {
    "title": 15, "outcome": 40, "mission": 40, "customers": 80, "problem": 120, "today": 100, "after": 100,
    "people": 60, "risks": 80, "own1": 80, "own2": 80,
}  # fmt: skip
"""Words that fit on two pages beside everything else; advice, never a lock."""

MOST_WORDS = 2_000
LONGEST_NAME = 60
LONGEST_HINT = 300


@dataclass(frozen=True)
class Section:
    """A section in one language. An empty `name` or `hint` is the house's; `budget` is in words."""

    key: str
    name: str
    hint: str
    budget: int
    is_hidden: bool


def of(plan: Plan) -> dict[str, Section]:
    """The sections of a plan by key, in its language. Asks nothing where the plan was read by `get_visible`."""
    return ruled(plan.cycle.section_rules, plan.language)


def ruled(rules: Mapping[str, Any], language: str) -> dict[str, Section]:
    """The sections as rules have them; a rule without words in this language says the first it has."""
    return {key: _section(key, rules.get(key) or {}, language) for key in TEXTS}


def shown(sections: Mapping[str, Section]) -> list[str]:
    """The keys of those that are asked for."""
    return [key for key, section in sections.items() if not section.is_hidden]


def printed(words: Mapping[str, str], sections: Mapping[str, Section]) -> dict[str, str]:
    """The texts that print: those of hidden sections do not."""
    return {key: "" if section.is_hidden else words.get(key, "") for key, section in sections.items()}


def cleaned(rules: Mapping[str, Any], languages: Iterable[str]) -> dict[str, Any]:
    """Rules as they are kept: nothing empty, required ones never hidden."""
    kept = {key: _kept(key, rules.get(key) or {}, tuple(languages)) for key in TEXTS}
    return {key: rule for key, rule in kept.items() if rule}


def _section(key: str, rule: Mapping[str, Any], language: str) -> Section:
    words = _words(rule, language)
    name = str(words.get("name") or "")
    is_hidden = bool(rule.get("is_hidden")) if key in SECTIONS else not name
    return Section(
        key=key, name=name, hint=str(words.get("hint") or ""), budget=int(rule.get("budget") or BUDGETS[key]),
        is_hidden=is_hidden and key not in REQUIRED,
    )  # fmt: skip


def _words(rule: Mapping[str, Any], language: str) -> Mapping[str, str]:
    all_words: Mapping[str, Mapping[str, str]] = rule.get("words") or {}
    return all_words.get(language) or next(iter(all_words.values()), {})


def _kept(key: str, rule: Mapping[str, Any], languages: tuple[str, ...]) -> dict[str, Any]:
    words = {language: _said(rule, language) for language in languages if _said(rule, language)}
    kept: dict[str, Any] = {"words": words} if words else {}
    if rule.get("budget") and rule["budget"] != BUDGETS[key]:
        kept["budget"] = rule["budget"]
    if rule.get("is_hidden") and key in SECTIONS and key not in REQUIRED:
        kept["is_hidden"] = True
    return kept


def _said(rule: Mapping[str, Any], language: str) -> dict[str, str]:
    said = (rule.get("words") or {}).get(language) or {}
    return {name: said[name] for name in ("name", "hint") if said.get(name)}
