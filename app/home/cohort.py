"""The page of a cohort: a card for each seat, and what they reached together."""

from dataclasses import dataclass

from flask_babel import gettext as _
from flask_babel import ngettext

from app.accounts.models import Credit
from app.champions.models import Cycle, SeatState
from app.home.queries import cohort as queries
from app.home.queries.cohort import Repairs, Sitting
from app.web.figures import number


@dataclass(frozen=True)
class Card:
    """One seat. A name is empty where the person does not want to be named; a seat is public until they say so."""

    sitting: Sitting
    name: str
    initials: str
    repairs: Repairs

    @property
    def is_over(self) -> bool:
        return self.sitting.state is SeatState.ENDED


@dataclass(frozen=True)
class Cohort:
    cycle: Cycle
    cards: list[Card]
    figures: list[tuple[str, str, str]]


def of(cycle: Cycle) -> Cohort:
    """In two questions, whatever the size of the cohort."""
    fixed = queries.repairs(cycle)
    cards = [_card(sitting, fixed.get(sitting.seat_id, Repairs())) for sitting in queries.sittings(cycle)]
    return Cohort(cycle, cards, _figures(cards) if cards else [])


def _card(sitting: Sitting, repairs: Repairs) -> Card:
    is_named = sitting.champion.credit is not Credit.NO_NAME
    return Card(
        sitting, sitting.champion.name if is_named else "", sitting.champion.initials if is_named else "", repairs
    )


def _figures(cards: list[Card]) -> list[tuple[str, str, str]]:
    plans = sum(card.sitting.plan_number is not None for card in cards)
    repairs = sum(card.repairs.count for card in cards)
    return [
        (number(len(cards)), ngettext("office has a champion", "offices have a champion", len(cards)), ""),
        (number(plans), ngettext("plan is in force", "plans are in force", plans), ""),
        (number(repairs), ngettext("pain point is fixed", "pain points are fixed", repairs), _("while the cycle ran")),
    ]
