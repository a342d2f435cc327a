"""Results as Markdown. Ratios above 1 are better than the floor; a bar that is missed says so."""

from collections.abc import Iterable

from tests.bench.client import Timing
from tests.bench.drafts import LIVE, PAUSE, Drafts
from tests.bench.measuring import Paper, Processes, Result, Row

QUERIES, GROWTH = 12, 1.3
PAPER, STORED, BESIDE = 1.15, 0.5, 2.0


def markdown(results: list[Result]) -> str:
    parts = [_one(result) for result in results]
    return "\n\n".join(parts)


def _one(result: Result) -> str:
    place = result.place
    loaded = f" Loading took {place.load_seconds:.0f} s." if place.load_seconds else ""
    return "\n\n".join((
        f"### {place.database}, {place.size:,} pain points", f"Pages, in ms and requests per second.{loaded}",
        _pages(result.pages), _paper(result.paper), _drafts(result.drafts), _processes(result.processes),
    ))  # fmt: skip


def _pages(rows: list[Row]) -> str:
    head = (
        "page", "queries", "median", "p95", "req/s, 1", "req/s, 8", "of dressed, 1", "8", "of bare, 1", "8",
        "dressed median", "bare median", "bars",
    )  # fmt: skip
    return _table(head, (
        (
            row.page.name, str(row.queries), _ms(row.own[0].median), _ms(row.own[0].p95),
            *(f"{own.per_second:.0f}" for own in row.own),
            *(f"{_ratio(row.own[i], row.dressed[i]):.2f}" for i in (0, 1)),
            *(f"{_ratio(row.own[i], row.bare[i]):.2f}" for i in (0, 1)),
            _ms(row.dressed[0].median), _ms(row.bare[0].median), _verdict(row),
        )
        for row in rows
    ))  # fmt: skip


def _verdict(row: Row) -> str:
    missed = [] if row.queries <= QUERIES else ["queries"]
    missed += ["dressed"] if _is_under(row.page.of_dressed, row.own, row.dressed) else []
    missed += ["bare"] if _is_under(row.page.of_bare, row.own, row.bare) else []
    return "**missed: " + ", ".join(missed) + "**" if missed else "met"


def _is_under(bar: float | None, own: list[Timing], floor: list[Timing]) -> bool:
    return bar is not None and min(_ratio(own[i], floor[i]) for i in (0, 1)) < bar


def _ratio(own: Timing, floor: Timing) -> float:
    """How many of the floor's requests it does in the same time."""
    return own.per_second / floor.per_second


def _paper(paper: Paper) -> str:
    printed = paper.rendered.median / paper.floor.median
    stored = [_ratio(own, bare) for own, bare in zip(paper.stored, paper.bare, strict=True)]
    beside = paper.beside.p95 / paper.list_alone.p95
    rows = (
        ("a plan's PDF over WeasyPrint alone", f"{_ms(paper.rendered.median)} over {_ms(paper.floor.median)} ms",
         f"{printed:.2f}", f"at most {PAPER}", _met(printed <= PAPER)),
        ("a stored PDF of bare, 1 and 8 clients",
         f"{paper.stored[0].per_second:.0f} and {paper.stored[1].per_second:.0f} req/s",
         f"{stored[0]:.2f}, {stored[1]:.2f}", f"at least {STORED}", _met(min(stored) >= STORED)),
        ("the list's p95 while 4 clients render", f"{_ms(paper.beside.p95)} over {_ms(paper.list_alone.p95)} ms",
         f"{beside:.2f}", f"under {BESIDE}", _met(beside < BESIDE)),
    )  # fmt: skip
    refused = f"\n\nRenderings refused meanwhile: {paper.refused}." if paper.refused else ""
    return _table(("paper", "figures", "ratio", "bar", ""), rows) + refused


def _drafts(found: Drafts) -> str:
    rows = [
        (name, _ms(alone.median), _ms(alone.p95), _ms(crowd.median), _ms(crowd.p95), f"{crowd.per_second:.1f}", bar)
        for name, (alone, crowd), bar in (
            ("check of the length", found.checked, _met(found.checked[0].median + PAUSE <= LIVE)),
            ("save by itself", found.saved, ""),
        )
    ]
    bar = f"within {LIVE * 1000:.0f} ms of a pause"
    head = ("draft", "median, 1", "p95, 1", "median, 8", "p95, 8", "req/s, 8", bar)
    return _table(head, rows)


def _processes(found: Processes) -> str:
    rows = [(name, f"{rss:.0f}", f"{pss:.0f}") for name, rss, pss in found.rows]
    total = sum(pss for _, _, pss in found.rows)
    words = f"First answer {found.start_seconds:.1f} s after the start of gunicorn; {total:.0f} MB in all."
    return words + "\n\n" + _table(("process", "resident MB", "its share MB"), rows)


def growth(results: list[Result]) -> Iterable[str]:
    """The largest size over the smallest, for each database."""
    for database in dict.fromkeys(result.place.database for result in results):
        mine = sorted((r for r in results if r.place.database == database), key=lambda r: r.place.size)
        if len(mine) > 1:
            small, large = mine[0], mine[-1]
            head = ("page", f"{small.place.size:,}", f"{large.place.size:,}", "ratio", "dressed, ratio", "bar")
            rows = [_grown(a, b) for a, b in zip(small.pages, large.pages, strict=True)]
            yield f"### {database}: growth of the median in ms\n\n" + _table(head, rows)


def _grown(small: Row, large: Row) -> tuple[str, ...]:
    """Beside it the floor's own growth, which is the machine's unrest between the two runs."""
    ratio = large.own[0].median / small.own[0].median
    unrest = large.dressed[0].median / small.dressed[0].median
    met = _met(ratio <= GROWTH)
    return (
        small.page.name, _ms(small.own[0].median), _ms(large.own[0].median), f"{ratio:.2f}", f"{unrest:.2f}", met
    )


def _met(is_met: bool) -> str:
    return "met" if is_met else "**missed**"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.1f}"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    head = list(head)
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
