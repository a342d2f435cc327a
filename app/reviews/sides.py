"""What a version says, ready to be compared: of a submitted one what was frozen, of a draft what stands there now.

Names of kinds and costs, days and figures are in the reader's language.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from flask_babel import force_locale
from flask_babel import gettext as _

from app.measures import labels as measure_labels
from app.measures.models import Measure
from app.milestones import queries as milestones
from app.milestones.models import State
from app.plans import frozen, sheet, shown
from app.plans.models import PlanVersion
from app.reviews import queries
from app.reviews.comparing import Entry, Side, Value
from app.web import figures


@dataclass(frozen=True)
class Promised:
    """What a version promises beside its texts, as it prints."""

    measures: Sequence[sheet.Measure]
    milestones: Sequence[sheet.Milestone]


def of(version: PlanVersion, said: shown.Shown, newest: Mapping[str, str] | None = None) -> Side:
    """All parts of a version; `said` is what it says. `newest`: how its measures stand now, by name, where that is
    compared too."""
    beside = promised(version)
    texts = {key: [Entry((Value("", words, is_text=True),))] for key, words in said.words.items() if words}
    lists = {
        "days": list(_days(said.days)),
        "changes": [_change(row) for row in said.changes],
        "channels": [Entry((Value("", row.name), Value(_("Owner"), row.owner))) for row in said.channels],
        "measures": [_measure(row, newest or {}) for row in beside.measures],
        "milestones": [_milestone(row) for row in beside.milestones],
    }
    return texts | {key: entries for key, entries in lists.items() if entries}


def promised(version: PlanVersion) -> Promised:
    """Measures and milestones: as frozen, else as they stand; two queries for a draft."""
    if version.frozen:
        kept = frozen.from_json(version.frozen)
        return Promised(kept.measures, kept.milestones)
    kept_open = (one for one in milestones.for_plan(version.plan_id) if one.state is not State.DROPPED)
    with force_locale(version.plan.language):  # as they will be frozen
        numbers = [_stated(measure) for measure in queries.measures_of(version)]
    return Promised(
        numbers,
        [sheet.Milestone(one.name, one.owner, one.due_on, one.is_decision_point) for one in kept_open],
    )


def _stated(measure: Measure) -> sheet.Measure:
    return sheet.Measure(
        name=measure.name,
        kind=str(measure_labels.KINDS[measure.kind]),
        unit=measure_labels.unit_sign(measure.unit),
        source="",
        owner=measure.owner.name,
        baseline=None if measure.baseline is None else float(measure.baseline),
        target=None if measure.target is None else float(measure.target),
        target_day=measure.target_on,
    )


def _days(days: Sequence[int | None]) -> Iterator[Entry]:
    if any(day is not None for day in days):
        labels = (_("Days it takes now"), _("Days it will take"))
        yield Entry(tuple(Value(label, _figure(day)) for label, day in zip(labels, days, strict=True)))


def _change(row: sheet.Change) -> Entry:
    return Entry(
        (
            Value("", row.what, is_text=True),
            Value(_("Kind"), row.kind),
            Value(_("Who can change the rule"), row.rule_owner, is_text=True),
            Value(_("Cost"), row.cost),
            Value(_("Which process is rethought with it"), row.process, is_text=True),
            Value(_("Owner in the service"), row.service_owner, is_text=True),
            Value(_("Owner in technology"), row.technology_owner, is_text=True),
        )
    )


def _measure(row: sheet.Measure, newest: Mapping[str, str]) -> Entry:
    return Entry(
        (
            Value("", row.name, is_text=True),
            Value(_("Kind"), row.kind),
            Value(_("Owner"), row.owner),
            Value(_("Baseline"), _figure(row.baseline, row.unit)),
            Value(_("Target"), _figure(row.target, row.unit)),
            Value(_("By when"), figures.day(row.target_day) if row.target_day else ""),
            Value(_("Newest number"), newest.get(row.name, "")),
        )
    )


def _milestone(row: sheet.Milestone) -> Entry:
    values = (
        Value("", row.name, is_text=True),
        Value(_("By when"), figures.day(row.due)),
        Value(_("Who sees to it"), row.owner),
        Value(_("Decision point"), _("yes") if row.is_decision_point else ""),
    )
    return Entry(values, due=row.due)


def _figure(value: float | None, unit: str = "") -> str:
    if value is None:
        return ""
    return figures.number(value, unit) if unit == "%" else f"{figures.number(value)} {unit}".strip()
