"""The measures of a version on its page: a card for each, what their signals say, and the days saved at no cost."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.measures import card
from app.measures import queries as measures
from app.measures.models import Kind, Signal
from app.plans import labels, saving
from app.plans.models import PlanVersion, VersionState
from app.plans.standing import Number
from app.trials import drawing as trial_drawing
from app.trials.queries import Listed

NARROW = (300.0, 170.0)
"""Width and height of a chart that stands beside another, in points."""


@dataclass(frozen=True)
class Measured:
    """Outcomes stand `wide`, and one other alone; others in pairs.

    `missing`: names and addresses of those whose number is overdue.
    """

    wide: Sequence[card.Card]
    pairs: Sequence[card.Card]
    numbers: Sequence[Number]
    missing: Sequence[tuple[str, str]]
    headline: str

    def __len__(self) -> int:
        return len(self.numbers)


def of(version: PlanVersion, trials: Sequence[Listed], today: date) -> Measured:
    """On a day; small tests are marked on the chart of their measure. Two questions."""
    found = measures.for_version(version.id)
    spans = {one.measure.id: trial_drawing.spans(trials, one.measure.id) for one in found}
    outcomes = [one for one in found if one.measure.kind is Kind.OUTCOME]
    others = [one for one in found if one.measure.kind is not Kind.OUTCOME]
    wide, pairs = (outcomes, others) if len(others) > 1 else ([*outcomes, *others], [])
    return Measured(
        wide=[card.card_of(one, today, spans=spans[one.measure.id]) for one in wide],
        pairs=[card.card_of(one, today, spans=spans[one.measure.id], size=NARROW) for one in pairs],
        numbers=[Number(one.measure.signal.value, one.measure.stale_after) for one in found],
        missing=[
            (one.measure.name, f"/measures/{one.measure.ref}") for one in found if one.measure.is_stale(today)
        ],
        headline=_headline(version, is_better=any(one.measure.signal is Signal.IMPROVING for one in outcomes)),
    )  # fmt: skip


def _headline(version: PlanVersion, *, is_better: bool) -> str:
    """Days saved at no cost, or promised."""
    days = saving.free_days(version.today_days, version.after_days, (change.cost for change in version.changes))
    is_carried = version.state is VersionState.ACCEPTED and version.plan.state in saving.CARRIED
    return labels.free_days(days, is_shown=is_better and is_carried)
