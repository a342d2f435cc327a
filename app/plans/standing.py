"""Where a plan stands, computed from its milestones and measures. Pure; the words for it are in page/stands.py."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Promise:
    """A milestone that was not dropped, as far as standing needs it; `days_late` is past its promised date."""

    id: int
    name: str
    owner: str
    due_on: date
    is_open: bool
    days_late: int


@dataclass(frozen=True)
class Number:
    """A measure: its signal ("improving", "worse", "none") and the last day on which its newest number is fresh."""

    signal: str
    stale_after: date | None


@dataclass(frozen=True)
class Standing:
    """Counts for one sentence. `dropped` are not among the promised; `next` is the open promise that is due first."""

    done: int
    promised: int
    dropped: int
    late: int
    most_days_late: int
    improving: int
    worse: int
    measured: int
    stale: int
    next: Promise | None

    @property
    def verdict(self) -> str:
        """Worse before better: "worse", "improving" or "none"."""
        return "worse" if self.worse else "improving" if self.improving else "none"


def of(promises: Sequence[Promise], dropped: int, numbers: Sequence[Number], today: date) -> Standing:
    """Count what was promised and what the numbers say on a day."""
    still_open = [promise for promise in promises if promise.is_open]
    late = [promise.days_late for promise in still_open if promise.days_late]
    signals = [number.signal for number in numbers]
    return Standing(
        done=len(promises) - len(still_open),
        promised=len(promises),
        dropped=dropped,
        late=len(late),
        most_days_late=max(late, default=0),
        improving=signals.count("improving"),
        worse=signals.count("worse"),
        measured=len(numbers),
        stale=sum(number.stale_after is not None and number.stale_after < today for number in numbers),
        next=min(still_open, key=lambda promise: promise.due_on, default=None),
    )
