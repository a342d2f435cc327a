"""A sheet as it is kept: plain JSON, its hash, and the sheet read back. The hash is of the content, not of the PDF."""

import hashlib
import json
from dataclasses import asdict, replace
from datetime import date
from typing import Any

from app.plans import sheet as sheets
from app.plans.sheet import PlanSheet


def to_json(sheet: PlanSheet) -> dict[str, Any]:
    """What the database keeps; dates as ISO text."""
    kept: dict[str, Any] = json.loads(_canonical(sheet))
    return kept


def content_hash(sheet: PlanSheet) -> str:
    """SHA-256 of the sheet's canonical JSON, without the fingerprint that is made from it."""
    return hashlib.sha256(_canonical(replace(sheet, fingerprint="")).encode()).hexdigest()


def sealed(sheet: PlanSheet) -> PlanSheet:
    """The sheet with its own fingerprint, 16 hex digits, as it prints."""
    return replace(sheet, fingerprint=content_hash(sheet)[:16])


def _canonical(sheet: PlanSheet) -> str:
    return json.dumps(asdict(sheet), default=_plain, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"a sheet cannot hold {type(value).__name__}")


def from_json(kept: dict[str, Any]) -> PlanSheet:
    """The sheet of a frozen version. Raises KeyError or TypeError for what is no sheet."""
    values = dict(kept)
    for name in ("cycle_start", "cycle_end", "dated"):
        values[name] = _day(values[name])
    for name, kind in _ROWS.items():
        values[name] = tuple(kind(**row) for row in values[name])
    values["measures"] = tuple(_measure(row) for row in values["measures"])
    values["milestones"] = tuple(_milestone(row) for row in values["milestones"])
    return PlanSheet(**values)


_ROWS: dict[str, Any] = {
    "pain_points": sheets.PainPoint,
    "steps": sheets.Step,
    "changes": sheets.Change,
    "channels": sheets.Channel,
}


def _measure(row: dict[str, Any]) -> sheets.Measure:
    observations = tuple(sheets.Observation(date.fromisoformat(o["day"]), o["value"]) for o in row["observations"])
    return sheets.Measure(**{**row, "target_day": _day(row["target_day"]), "observations": observations})


def _milestone(row: dict[str, Any]) -> sheets.Milestone:
    days = {name: _day(row[name]) for name in ("due", "first_due", "done_on")}
    return sheets.Milestone(**{**row, **days})


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
