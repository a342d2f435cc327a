"""What can be done in the background: handlers by name, and those that run every so many minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

Payload = dict[str, Any]
Handler = Callable[[Payload], None]

HANDLERS: dict[str, Handler] = {}
PERIODS: dict[str, "Period"] = {}


@dataclass(frozen=True)
class Period:
    """A handler that is enqueued once for each full stretch of `minutes` since 1970."""

    name: str
    minutes: int


def handler(name: str) -> Callable[[Handler], Handler]:
    """Register the function that does jobs called `name` ("<feature>.<verb>"). Raises ValueError for a taken name."""

    def register(work: Handler) -> Handler:
        if name in HANDLERS:
            raise ValueError(f"two handlers are called {name}")
        HANDLERS[name] = work
        return work

    return register


def every(*, minutes: int) -> Callable[[Handler], Handler]:
    """Also enqueue a registered handler every so many minutes, with an empty payload. Stands above `@handler`."""

    def register(work: Handler) -> Handler:
        name = next(name for name, known in HANDLERS.items() if known is work)
        PERIODS[name] = Period(name, minutes)
        return work

    return register
