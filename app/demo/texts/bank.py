"""The shape of one language's stock of reports and answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.demo.texts.kinds import ReportText


@dataclass(frozen=True)
class Bank:
    """`acknowledged`, `asked`, `facts` and such stand in where a report brings no words of its own.

    `slots` fill the places in braces.
    """

    reports: tuple[ReportText, ...]
    acknowledged: tuple[str, ...]
    asked: tuple[str, ...]
    facts: tuple[str, ...]
    accepted: tuple[str, ...]
    declined: tuple[str, ...]
    fixed: tuple[str, ...]
    confirmed: tuple[str, ...]
    reopened: tuple[str, ...]
    seen: tuple[str, ...]
    slots: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
