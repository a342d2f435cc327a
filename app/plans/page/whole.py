"""Everything that a plan's page says of a version, whoever reads it. Kept until something happens."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.adoptions import queries as adoptions
from app.check_ins import queries as check_ins
from app.core import together
from app.core.events import LOG
from app.maps import card as process
from app.maps import queries as maps
from app.milestones import queries as milestones
from app.plans import queries, shown
from app.plans.models import PlanVersion
from app.plans.page import agreement, measured, promised, story
from app.plans.page.agreement import Agreement
from app.plans.page.measured import Measured
from app.plans.page.promised import Promised
from app.plans.process import MapStep
from app.plans.shown import Shown
from app.reviews import queries as reviews
from app.trials import queries as trials
from app.trials.queries import Listed as Trial
from app.web import spoken
from app.web.story import Entry

PARTS: dict[str, together.Part[Any]] = {
    "maps": maps.OF_PLAN, "trials": trials.OF_PLAN, "told": check_ins.OF_PLAN, "remarks": reviews.OF_PLAN,
    "linked": queries.LINKED, "copies": adoptions.OF_PLAN, "known": milestones.PROMISED_IDS,
}  # fmt: skip


@dataclass(frozen=True)
class Page:
    """What is drawn and said; `steps` are those of the first map as a table.

    Not for all who read the version: `remarks`; `told` with the `story` that holds it (`open_story` does not); and
    `promised`, which holds the draft's milestones too (`open_promised` does not).
    """

    shown: Shown
    linked: Sequence[queries.Linked]
    measured: Measured
    promised: Promised
    open_promised: Promised
    map: process.Card | None
    steps: Sequence[tuple[MapStep, list[str]]]
    agreement: Agreement
    trials: Sequence[Trial]
    copies: Sequence[adoptions.Listed]
    told: Sequence[check_ins.Row]
    story: Sequence[Entry]
    open_story: Sequence[Entry]
    remarks: reviews.Counts


def of(version: PlanVersion, today: date) -> Page:
    """The page on a day, in the reader's language; ten questions where something happened since, else none."""
    return LOG.recall(("the page of a plan", version.id, today, spoken.now().tag), lambda: _page(version, today))


def _page(version: PlanVersion, today: date) -> Page:
    around = together.read(PARTS, {"plan_id": version.plan_id})
    drawn = maps.as_shown(version, around["maps"]).shown
    said = shown.of(version)  # reads the channels along, which the next one needs
    agreed = agreement.of(version, today)
    whole, public = promised.of(version.plan, today, around["known"])
    return Page(
        shown=said,
        linked=around["linked"],
        measured=measured.of(version, around["trials"], today),
        promised=whole,
        open_promised=public,
        map=process.card_of(drawn),
        steps=process.table(drawn[0]) if drawn else (),
        agreement=agreed,
        trials=around["trials"],
        copies=around["copies"],
        told=around["told"],
        story=story.of(version.plan, around["told"], around["trials"]),
        open_story=story.of(version.plan, (), around["trials"]),
        remarks=around["remarks"],
    )
