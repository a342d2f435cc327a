"""What an event holds beside its verb, as people write it: labels, names instead of ids, dates and amounts.

Digests stay out: they tell a reader nothing. Words are in fields.py, names in things.py.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from flask_babel import gettext as _
from sqlalchemy import and_, or_, select

from app.audit import fields
from app.audit.things import Pair, Thing
from app.core.events import Event
from app.extensions import db
from app.funding.labels import asked
from app.funding.models import FundingRequest, FundingRound
from app.web import figures

BETWEEN = " · "
DAY = re.compile(r"\d{4}-\d\d-\d\d")
NUMBER = re.compile(r"-?\d{1,15}(\.\d{1,6})?", re.ASCII)
DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Known:
    """What was looked up for the events of a page at once; currencies by round or request."""

    things: Mapping[Pair, Thing]
    currencies: Mapping[Pair, str]


def mentioned(event: Event) -> Iterator[Pair]:
    """The things whose ids the event holds."""
    for field, value in event.data.items():
        if field in fields.THINGS and isinstance(value, int):
            yield fields.THINGS[field], value


def currencies_of(pairs: Iterable[Pair]) -> dict[Pair, str]:
    """The currency of each round and request among them."""
    found = set(pairs)
    rounds = sorted(number for kind, number in found if kind == "funding_round")
    requests = sorted(number for kind, number in found if kind == "funding_request")
    if not rounds and not requests:
        return {}
    asked = (
        select(FundingRound.id, FundingRequest.id.label("request_id"), FundingRound.currency)
        .outerjoin(FundingRequest, and_(FundingRequest.round_id == FundingRound.id, FundingRequest.id.in_(requests)))
        .where(or_(FundingRound.id.in_(rounds), FundingRequest.id.is_not(None)))
    )
    known: dict[Pair, str] = {}
    for row in db.session.execute(asked):
        known["funding_round", row.id] = known["funding_request", row.request_id or 0] = row.currency
    return known


def details(event: Event, known: Known) -> str:
    """All of it on one line; empty where there is nothing to tell."""
    return BETWEEN.join(f"{label}: {value}" for label, value in _told(event, known) if value)


def _told(event: Event, known: Known) -> Iterator[tuple[str, str]]:
    about = event.verb.partition(".")[0]
    has_amount = about in fields.AMOUNTS and "money" in event.data
    if has_amount:
        yield str(fields.AMOUNTS[about]), _amount(event, known)
    for field, value in event.data.items():
        if value is None or _is_digest(value) or (has_amount and field in ("positions", "money", "currency")):
            continue
        yield fields.label(field), _written(about, field, value, known)


def _amount(event: Event, known: Known) -> str:
    currency = event.data.get("currency") or next(
        (known.currencies[pair] for pair in mentioned(event) if pair in known.currencies), "USD"
    )
    return asked(event.data["positions"], event.data["money"], currency)


def _written(about: str, field: str, value: Any, known: Known) -> str:
    if field in fields.THINGS:
        return known.things[fields.THINGS[field], value].name
    if field in fields.IF_ANY:
        return _("yes")
    if field == "ground":
        return str(value)
    if field == "field" or isinstance(value, list | dict):
        return figures.listed(fields.name(code) for code in ([value] if isinstance(value, str) else value))
    if field in fields.FIGURES and NUMBER.fullmatch(str(value)):
        return figures.number(Decimal(value))
    words = fields.CODES.get((about, field), {})
    return str(words[value]) if value in words else _plain(value)


def _plain(value: Any) -> str:
    """A yes or no, a whole number, or a day that the log keeps as text; anything else as it is."""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        return figures.number(value)
    try:
        return figures.day(date.fromisoformat(value)) if DAY.fullmatch(value) else str(value)
    except ValueError:
        return str(value)


def _is_digest(value: object) -> bool:
    return isinstance(value, str) and bool(DIGEST.fullmatch(value))
