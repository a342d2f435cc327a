"""An office as far as others need it to know where it lies, without loading the row."""

from dataclasses import dataclass
from typing import Protocol


class OnTree(Protocol):
    """Whatever has a place in the tree of offices."""

    @property
    def path(self) -> str: ...


@dataclass(frozen=True, slots=True)
class Place:
    """Where an office lies and what it is called."""

    id: int
    slug: str
    name: str
    path: str
    parent_id: int | None
