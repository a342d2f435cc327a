"""A story as people read it: what components/story.html draws. What is told, and to whom, features decide."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Entry:
    """One thing that was said (`kind` words) or noted by the system (`kind` noted); `on` is for the order."""

    on: date
    when: str
    who: str
    what: str
    words: str = ""
    kind: str = "words"
    detail_href: str | None = None
