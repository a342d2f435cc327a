"""Addresses are compiled once per run: Werkzeug writes a function for each rule, which takes 50 ms for all of ours.

Every test has an application of its own, so without this a third of a run would be spent on it.
"""

from collections.abc import Callable
from typing import Any

from werkzeug.routing import Rule

_made: dict[tuple[object, ...], Callable[..., Any]] = {}
_compile = Rule._compile_builder  # noqa: SLF001  # there is no public way to keep what it makes


def keep_compiled_rules() -> None:
    """From now on, a rule with the same words shares the function that builds its address."""

    def kept(rule: Rule, append_unknown: bool = True) -> Callable[..., Any]:
        key = (rule.rule, rule.subdomain, rule.host, repr(rule.defaults), append_unknown)
        if key not in _made:
            _made[key] = _compile(rule, append_unknown)
        return _made[key]

    Rule._compile_builder = kept  # type: ignore[method-assign, assignment]  # noqa: SLF001  # for tests only
