"""The page with which a plan closes: what we changed, what came of it, who can copy it. Words and figures for it.

`then` is how a measure stood on the day the plan was completed, as it was kept; `now` is how it stands today.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from app.accounts.models import Credit, Person
from app.measures import card, labels
from app.measures.models import Measure
from app.measures.queries import Numbers


@dataclass(frozen=True)
class Stood:
    """A number with its day and the grade of its evidence, in words; `stale` says what was or is missing."""

    number: str
    day: date | None
    grade: tuple[int, str]
    is_stale: bool


@dataclass(frozen=True)
class Came:
    """One measure: before, on the day of closing (None: it was not in the plan then), and today."""

    name: str
    href: str
    before: str
    then: Stood | None
    now: Stood
    stale: str


def thanked(people: Iterable[Person]) -> list[str]:
    """Champion and deputy by name, each only where they said yes; an empty name else."""
    return [_name_told(person) for person in people]


def ended_by(person: Person, team: Collection[Person]) -> str:
    """Who ended the plan. An officer answers for it by name; one of the team is named as they are thanked."""
    return _name_told(person) if person in team else person.name


def _name_told(person: Person) -> str:
    return person.name if person.credit is Credit.BY_NAME else ""


def measured(numbers: Iterable[Numbers], today: date) -> list[dict[str, Any]]:
    """What is kept of the measures on the day a plan is completed; decimals as text."""
    return [
        {
            "id": one.measure.id,
            "before": _kept(one.measure.baseline),
            "then": _kept(one.observations[-1].value if one.observations else None),
            "then_on": one.observations[-1].period_end.isoformat() if one.observations else None,
            "grade": one.measure.grade_on(today),
            "is_stale": one.measure.is_stale(today),
        }
        for one in numbers
    ]


def came(numbers: Iterable[Numbers], kept: Iterable[dict[str, Any]] | None, today: date) -> list[Came]:
    """Each measure of the plan, then and now."""
    then = {row["id"]: row for row in kept or ()}
    return [_came(one, then.get(one.measure.id), today) for one in numbers]


def _came(one: Numbers, kept: dict[str, Any] | None, today: date) -> Came:
    measure = one.measure
    newest = one.observations[-1] if one.observations else None
    before = _value(kept["before"]) if kept else measure.baseline
    return Came(
        name=measure.name,
        href=f"/measures/{measure.ref}",
        before=labels.figure(before, measure.unit),
        then=_then(measure, kept) if kept else None,
        now=Stood(
            labels.figure(newest.value if newest else None, measure.unit), newest.period_end if newest else None,
            card.grade(measure, today), measure.is_stale(today),
        ),
        stale=card.stale(measure, today),
    )  # fmt: skip


def _then(measure: Measure, kept: dict[str, Any]) -> Stood:
    day = date.fromisoformat(kept["then_on"]) if kept["then_on"] else None
    grade = (int(kept["grade"]), labels.grade(int(kept["grade"])))
    return Stood(labels.figure(_value(kept["then"]), measure.unit), day, grade, bool(kept["is_stale"]))


def _kept(value: Decimal | None) -> str | None:
    return None if value is None else str(value)


def _value(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)
