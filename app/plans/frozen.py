"""A sheet as it is kept: as everything that is frozen, with the fingerprint that prints on it.

The hash is of the content, not of the PDF.
"""

from dataclasses import replace
from typing import Any

from app.core import frozen
from app.plans.sheet import PlanSheet


def to_json(sheet: PlanSheet) -> dict[str, Any]:
    """What the database keeps; dates as ISO text."""
    return frozen.to_json(sheet)


def from_json(kept: dict[str, Any]) -> PlanSheet:
    """The sheet of a frozen version. Raises KeyError or TypeError for what is no sheet."""
    return frozen.from_json(PlanSheet, kept)


def content_hash(sheet: PlanSheet) -> str:
    """SHA-256 of the sheet's canonical JSON, without the fingerprint that is made from it."""
    return frozen.content_hash(replace(sheet, fingerprint=""))


def sealed(sheet: PlanSheet) -> PlanSheet:
    """The sheet with its own fingerprint, 16 hex digits, as it prints."""
    return replace(sheet, fingerprint=content_hash(sheet)[:16])
