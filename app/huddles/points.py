"""What an agenda is made of: points in sections, live or as they were frozen. Asks nothing, writes nothing."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.huddles.models import PointKind


class Section(StrEnum):
    """The order in which a huddle goes through its agenda."""

    CARRIED = "carried"
    DUE = "due"
    BLOCKED = "blocked"
    NEW = "new"
    WON = "won"
    OTHER = "other"


# kind: (section, what it is about)
PLACES: dict[PointKind, tuple[Section, str]] = {
    PointKind.ACTION: (Section.CARRIED, "action"),
    PointKind.MILESTONE_LATE: (Section.DUE, "milestone"),
    PointKind.MILESTONE_DUE: (Section.DUE, "milestone"),
    PointKind.BLOCKER_OPEN: (Section.BLOCKED, "blocker"),
    PointKind.BLOCKER_TAKEN: (Section.BLOCKED, "blocker"),
    PointKind.BLOCKER_ANSWERED: (Section.BLOCKED, "blocker"),
    PointKind.PLAN_ACCEPTED: (Section.NEW, "plan"),
    PointKind.REPORT_LINKED: (Section.NEW, "report"),
    PointKind.REPORT_SEEN: (Section.NEW, "report"),
    PointKind.MILESTONE_DONE: (Section.WON, "milestone"),
    PointKind.REPORT_FIXED: (Section.WON, "report"),
    PointKind.MEASURE_IMPROVING: (Section.WON, "measure"),
    PointKind.BLOCKER_SETTLED: (Section.WON, "blocker"),
    PointKind.ACTION_DONE: (Section.WON, "action"),
    PointKind.OTHER: (Section.OTHER, "other"),
}
ORDER = {section: place for place, section in enumerate(Section)}
PATHS = {
    "action": "/huddles/H-{number}/actions/{thing}", "milestone": "/plans/P-{number}/milestones/{thing}",
    "blocker": "/plans/P-{number}/blockers/{thing}", "plan": "/plans/P-{number}", "report": "/pain-points/PP-{number}",
    "measure": "/measures/M-{number}",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Point:
    """One point: what it is about, since or by which day, who is asked, what they said; `words` are the notes."""

    kind: PointKind
    thing_id: int = 0
    number: int | None = None
    heading: str = ""
    office: str = ""
    day: date | None = None
    who_id: int | None = None
    who: str = ""
    said: str = ""
    count: int = 0
    words: str = ""

    @property
    def section(self) -> Section:
        return PLACES[self.kind][0]

    @property
    def key(self) -> str:
        """The same for one thing however it stands: a milestone keeps its notes when it becomes late."""
        return f"{PLACES[self.kind][1]}-{self.thing_id}"

    @property
    def path(self) -> str:
        """The page of the thing; empty where there is none. A blocker's page is not everyone's: see `plan_path`."""
        pattern = PATHS.get(PLACES[self.kind][1], "") if self.number else ""
        return pattern.format(number=self.number, thing=self.thing_id)

    @property
    def plan_path(self) -> str:
        """Where whoever may not read blockers of others goes instead."""
        return f"/plans/P-{self.number}" if PLACES[self.kind][1] == "blocker" else self.path


OTHER = Point(PointKind.OTHER)
"""For what is on no list."""


def in_order(points: list[Point]) -> list[Point]:
    """Section by section, the earliest day first; one point for each thing, under what came last of it."""
    once = {point.key: point for point in sorted(points, key=lambda one: ORDER[one.section])}
    return sorted(once.values(), key=lambda one: (ORDER[one.section], one.day or date.max, one.key))


def in_sections(points: list[Point]) -> dict[Section, list[Point]]:
    """Every section that has points, in the agenda's order."""
    found: dict[Section, list[Point]] = {}
    for point in points:
        found.setdefault(point.section, []).append(point)
    return found
