"""Writing in a draft: what a check of its length and a save by itself take, with 1 and with 8 who write at once.

Every request brings words that were not there before, so that nothing is answered from memory. Clients of a crowd save
a section each, as colleagues do.
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

from lxml import html

from tests.bench import client
from tests.bench.client import Browser, Timing

SECTIONS = ("outcome", "mission", "problem", "customers", "today", "after", "people", "risks")
CROWD = len(SECTIONS)
LIVE = 0.3
"""Seconds: the meter follows a pause in writing within this, in the median."""

PAUSE = 0.05
"""Seconds that static/meter.js waits after the last key."""


@dataclass
class Drafts:
    """Alone and in a crowd: length checks, and saves."""

    checked: list[Timing] = field(default_factory=lambda: [Timing(), Timing()])
    saved: list[Timing] = field(default_factory=lambda: [Timing(), Timing()])


@dataclass
class Writer:
    """Somebody at the draft's page, with the fields that it came with."""

    browser: Browser
    plan: str
    section: str
    fields: dict[str, str]
    turn: int = 0

    @classmethod
    def sit(cls, port: int, cookie: str, plan: str, section: str) -> "Writer":
        browser = Browser(port, cookie)
        forms = html.fromstring(browser.get(f"{plan}/edit")).forms
        form = next(one for one in forms if one.action == f"{plan}/edit")
        return cls(browser, plan, section, dict(form.form_values()))

    def check(self) -> None:
        self._type()
        self._post("length-check", self.fields)

    def save(self) -> None:
        self._type()
        names = (self.section, f"lock-{self.section}", "csrf_token")
        answer = self._post("saves", {name: self.fields[name] for name in names})
        lock = answer.partition(f'"{self.section}":"'.encode())[2][:12].decode()
        assert lock, answer[:300]
        self.fields[f"lock-{self.section}"] = lock

    def _type(self) -> None:
        self.turn += 1
        self.fields[self.section] = f"{self.fields[self.section][:400]} {time.monotonic_ns()}"

    def _post(self, what: str, fields: dict[str, str]) -> bytes:
        status, body = self.browser.ask("POST", f"{self.plan}/{what}", urlencode(fields))
        assert status == 200, (what, status, body[:300])
        return body.replace(b" ", b"")


def measure(port: int, cookie: str, plan: str, *, rounds: int, alone: int, crowd: int) -> Drafts:
    """`plan` is the path of a plan with a draft that the cookie's person writes in."""
    writers = [Writer.sit(port, cookie, plan, section) for section in SECTIONS]
    found = Drafts()
    for timings, act in ((found.checked, Writer.check), (found.saved, Writer.save)):
        _timed(writers[:1], act, 2)
        for _ in range(rounds):
            timings[0].add(_timed(writers[:1], act, alone))
            timings[1].add(_timed(writers, act, max(1, crowd // CROWD)))
    return found


def _timed(writers: list[Writer], act: Callable[[Writer], None], each: int) -> Timing:
    timing, failed = Timing(), []

    def work(writer: Writer) -> None:
        try:
            for _ in range(each):
                started = time.perf_counter()
                act(writer)
                timing.each.append(time.perf_counter() - started)
        except Exception as error:  # noqa: BLE001  # raised again below
            failed.append(error)

    timing.whole = client.together([lambda one=writer: work(one) for writer in writers])  # type: ignore[misc]
    if failed:
        raise failed[0]
    return timing
