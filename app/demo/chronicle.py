"""What happened, in the order in which it happened: deeds that call the app's own actions, and events noted in bulk.

The log must read like a log: a chain whose instants rise. So everything is put in with its instant and told once.
"""

import heapq
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.core import clock, events
from app.core.events import Happening
from app.extensions import db

Deed = Callable[[datetime], Any]


@dataclass
class Chronicle:
    """Deeds and happenings, told in order by `tell`. A deed may put in others that come after it."""

    deeds: list[tuple[datetime, int, Deed]] = field(default_factory=list)
    noted: list[Happening] = field(default_factory=list)
    count: int = 0

    def put(self, at: datetime, deed: Deed) -> None:
        """Call the deed with its instant when its time has come; at the same instant in the order of putting."""
        self.count += 1
        heapq.heappush(self.deeds, (at, self.count, deed))

    def note(self, happening: Happening) -> None:
        """An event of something that is written in bulk."""
        self.noted.append(happening)

    def tell(self, show: Callable[[datetime], None]) -> None:
        """Do everything in order; `show` hears each deed's instant before it is done."""
        noted = sorted(self.noted, key=lambda one: one.at)
        place = 0
        while self.deeds:
            at, _, deed = heapq.heappop(self.deeds)
            until = place
            while until < len(noted) and noted[until].at <= at:
                until += 1
            events.record_all(noted[place:until])
            place = until
            show(at)
            with clock.set_to(at):
                deed(at)
            db.session.flush()
        events.record_all(noted[place:])
        self.noted = []
