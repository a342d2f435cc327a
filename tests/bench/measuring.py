"""What is measured on one filled database, and in which order: page, dressed and bare take turns in short rounds.

Turns, because the machine is never quite still: what disturbs one disturbs all three.
"""

import json
import subprocess
import sys
import time
from dataclasses import dataclass, field
from typing import Any

from config import ROOT
from tests.bench import client, drafts, memory, servers
from tests.bench.client import Timing
from tests.bench.pages import PAGES, Page

BARE = "/floor/bare/"


@dataclass(frozen=True)
class Effort:
    """Requests for one page: rounds times the number in each, with 1 client and with 8."""

    rounds: int
    alone: int
    crowd: int
    papers: int


FULL = Effort(rounds=5, alone=24, crowd=40, papers=8)
QUICK = Effort(rounds=2, alone=10, crowd=16, papers=3)


@dataclass
class Row:
    """One page with its floors; the first of each pair is with 1 client, the second with 8."""

    page: Page
    queries: int
    own: list[Timing] = field(default_factory=lambda: [Timing(), Timing()])
    dressed: list[Timing] = field(default_factory=lambda: [Timing(), Timing()])
    bare: list[Timing] = field(default_factory=lambda: [Timing(), Timing()])


@dataclass
class Paper:
    """Seconds. `beside` is the list's page while 4 clients render, `list_alone` right before."""

    rendered: Timing
    floor: Timing
    stored: list[Timing]
    bare: list[Timing]
    list_alone: Timing
    beside: Timing
    refused: int


@dataclass
class Processes:
    start_seconds: float
    rows: list[tuple[str, float, float]]


@dataclass
class Result:
    place: servers.Place
    pages: list[Row]
    paper: Paper
    drafts: drafts.Drafts
    processes: Processes


def measure(place: servers.Place, effort: Effort) -> Result:
    processes = _processes(place)
    with servers.server(place, "tests.bench.floors:app") as (port, _process, _seconds):
        facts = json.loads(client.Browser(port).get("/floor/facts"))
        cookies = {who: client.sign_in(port, who, servers.PASSWORD) for who in {page.person for page in PAGES}}
        _warm(port, facts, cookies)
        rows = [
            _page(port, effort, number, page, facts["pages"][number], cookies) for number, page in enumerate(PAGES)
        ]
        paper = _paper(port, effort, facts, cookies)
        return Result(place, rows, paper, _drafts(port, effort, facts, cookies), processes)


def _processes(place: servers.Place) -> Processes:
    """The product alone, as bin/run starts it, after some pages and one PDF."""
    with servers.server(place, "wsgi:app") as (port, process, seconds), servers.worker(place) as worker:
        cookie = client.sign_in(port, "champion", servers.PASSWORD)
        client.measure(port, "/pain-points", cookie, clients=8, count=80)
        time.sleep(4)
        names = ["gunicorn, master"] + ["gunicorn, worker"] * 20
        rows = [
            (name, *memory.resident(pid)) for name, pid in zip(names, memory.family(process.pid), strict=False)
        ]
        return Processes(seconds, [*rows, ("background worker", *memory.resident(worker.pid))])


def _warm(port: int, facts: dict[str, Any], cookies: dict[str, str]) -> None:
    for page, fact in zip(PAGES, facts["pages"], strict=True):
        client.measure(port, fact["path"], cookies[page.person], clients=8, count=24)


def _page(
    port: int, effort: Effort, number: int, page: Page, fact: dict[str, Any], cookies: dict[str, str]
) -> Row:
    row = Row(page, fact["queries"])
    turns = (
        (fact["path"], cookies[page.person], row.own),
        (f"/floor/dressed/{number}", "", row.dressed),
        (BARE, "", row.bare),
    )
    for _ in range(effort.rounds):
        for which, (clients, count) in enumerate(((1, effort.alone), (8, effort.crowd))):
            for path, cookie, timings in turns:
                timings[which].add(client.measure(port, path, cookie, clients=clients, count=count))
    return row


def _paper(port: int, effort: Effort, facts: dict[str, Any], cookies: dict[str, str]) -> Paper:
    cookie, draft = cookies["champion"], facts["draft"]
    rendered, floor = Timing(), Timing()
    browser = client.Browser(port, cookie)
    for _ in range(4):  # each web process has a renderer to start
        browser.get(draft)
    for _ in range(2):
        floor.add(_floor_of_paper(facts["html"], effort.papers // 2 + 1))
        rendered.add(client.measure(port, draft, cookie, count=effort.papers, warm=3))  # as warm as the floor
    stored, bare = [Timing(), Timing()], [Timing(), Timing()]
    for _ in range(effort.rounds):
        for which, (clients, count) in enumerate(((1, effort.alone), (8, effort.crowd))):
            stored[which].add(client.measure(port, facts["stored"], cookie, clients=clients, count=count))
            bare[which].add(client.measure(port, BARE, clients=clients, count=count))
    return Paper(rendered, floor, stored, bare, *_beside(port, effort, draft, cookie))


def _drafts(port: int, effort: Effort, facts: dict[str, Any], cookies: dict[str, str]) -> drafts.Drafts:
    """The champion's own draft."""
    plan = facts["draft"].partition(".pdf")[0]
    return drafts.measure(
        port, cookies["champion"], plan, rounds=effort.rounds, alone=effort.papers, crowd=2 * drafts.CROWD
    )


def _floor_of_paper(html: str, count: int) -> Timing:
    run = [sys.executable, "-m", "tests.bench.paper", str(count)]
    told = subprocess.run(run, input=html.encode(), cwd=ROOT, check=True, stdout=subprocess.PIPE).stdout
    seconds = json.loads(told)
    return Timing(seconds, sum(seconds))


def _beside(port: int, effort: Effort, draft: str, cookie: str) -> tuple[Timing, Timing, int]:
    """The list alone and while 4 clients render, with 1 client; how many renderings were refused."""
    refused = []

    def render() -> None:
        status, _ = client.Browser(port, cookie).ask("GET", draft)
        if status != 200:
            refused.append(status)

    def read() -> Timing:
        return client.measure(port, "/pain-points", cookie, count=effort.rounds * effort.alone)

    alone = read()
    return alone, client.while_others(render, 4, read), len(refused)
