"""What tests of maps begin with: the story of 72 days as steps, and rows as a browser sends them."""

from typing import Any

from app.accounts.models import Person
from app.core.database import transaction
from app.extensions import db
from app.maps import actions
from app.maps.actions import Entry
from app.maps.models import Kind
from app.plans.models import Plan
from app.plans.process import MapStep
from tests.support.builders import AT

DAY = 24 * 60
STORY = (
    MapStep("Take the application", "Intake desk", 25, 6 * DAY, 92, "habit", "weekly post", "Office head"),
    MapStep("Open the file", "Drafting pool", 10, 14 * DAY, 80, "policy", "drafters only, 4.12", "Region"),
    MapStep("Write the order", "Drafting pool", 40, 9 * DAY, 88, "policy", "second review, 4.12", "Region"),
    MapStep("Sign at a notary", "Both parents", 15, 21 * DAY, 70, "policy", "ink by mail, 4.15", "Region"),
    MapStep("Hand the order in", "Court clerk", 20, 18 * DAY, 95, "habit", "monthly signing day", "The judge"),
    MapStep("Sign the order", "Judge", 10, 4 * DAY, 98, "law", "days to object", "Parliament"),
)
AFTER = (MapStep("Write the order with the parents", "Intake desk", 60, DAY - 60, 90),)


def rows(*rows: tuple[str, ...]) -> dict[str, Any]:
    """Fields of a form from (step, who, work, wait, right, kind of rule, rule, owner); later cells may be left out."""
    names = ("name", "lane", "work", "wait", "right", "rule", "rule_name", "rule_owner")
    return {
        f"{name}-{number}": cell
        for number, cells in enumerate(rows)
        for name, cell in zip(names, (*cells, *[""] * (len(names) - len(cells))), strict=True)
    }


TWO = (
    ("Take the application", "Counter", "20 min", "6 d", "92", "habit", "weekly batch", "Office head"),
    ("Sign", "Judge", "10", "4", "98", "law", "days to object", "Parliament"),
)


def saved(plan: Plan, by: Person, steps: tuple[MapStep, ...] = STORY, kind: Kind = Kind.AS_IS, **more: Any) -> int:
    """A map that is there already; its lock number."""
    with transaction():
        found = actions.save(db.session.merge(plan), Entry(kind, steps, **more), by=db.session.merge(by), at=AT)
        assert found is not None
        return found.lock
