"""What the sections of a cycle's plans are called, hint at and may hold: set by the program office."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from app.accounts.models import Person
from app.champions import policy
from app.champions.errors import CycleClosed
from app.champions.models import Cycle, CycleState
from app.core import events
from app.core.errors import NotAllowed
from app.core.locks import claim
from app.extensions import db
from app.plans import sections


@dataclass(frozen=True)
class Rule:
    """A section as a form has it, in one language; empty and None are what the house has."""

    name: str = ""
    hint: str = ""
    budget: int | None = None
    is_hidden: bool = False


def set_rules(
    cycle: Cycle, seen_lock: int, language: str, rules: Mapping[str, Rule], *, by: Person, at: datetime
) -> None:
    """From now on drafts of the cycle follow these rules; what was handed in keeps its names.

    Words in other languages stay. Raises NotAllowed, LostUpdate, CycleClosed.
    """
    if not policy.can_run_cycles(by):
        raise NotAllowed
    claim(cycle, seen_lock)
    if cycle.state is CycleState.CLOSED:
        raise CycleClosed
    before = cycle.section_rules
    languages = dict.fromkeys([*(word for rule in before.values() for word in rule.get("words", ())), language])
    merged = {key: _merged(before.get(key, {}), language, rule) for key, rule in rules.items()}
    wanted = sections.cleaned(merged, languages)
    changed = sorted(key for key in sections.TEXTS if wanted.get(key) != before.get(key))
    if changed:
        cycle.section_rules = wanted
        db.session.flush()
        events.record("cycle.sections_set", cycle, by=by, at=at, fields=changed)


def rule_in(cycle: Cycle, key: str, language: str) -> Rule:
    """The rule of a section as it is kept, in one language."""
    kept = cycle.section_rules.get(key) or {}
    words = (kept.get("words") or {}).get(language) or {}
    return Rule(words.get("name", ""), words.get("hint", ""), kept.get("budget"), bool(kept.get("is_hidden")))


def _merged(kept: Mapping[str, Any], language: str, rule: Rule) -> dict[str, Any]:
    words = {**(kept.get("words") or {}), language: {"name": rule.name, "hint": rule.hint}}
    return {**asdict(rule), "words": words}
