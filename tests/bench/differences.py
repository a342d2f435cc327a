"""How long it takes to compare two full plans word by word: the demo's texts against themselves with every tenth word
changed, in scripts with and without blanks between words. Without database and page."""

import statistics
import time

from app.demo.texts import child_support, chinese, thai
from app.reviews.comparing import Entry, Side, Value, compare
from app.reviews.words import tokens

LEAST = 6_000
"""Characters of a full plan on two pages."""
RUNS = 15


def words() -> str:
    """One line of Markdown: the median for each language."""
    told = {"English": child_support.PLAN, "Thai": thai.PLAN, "Chinese": chinese.PLAN}
    found = ", ".join(f"{language} {milliseconds(plan.words):.0f} ms" for language, plan in told.items())
    return f"Two full plans compared word by word (target: under 100 ms): {found}."


def milliseconds(texts: dict[str, str]) -> float:
    """The median over some runs; the texts are repeated until they fill two pages."""
    full = {key: text * max(1, LEAST // sum(map(len, texts.values()))) for key, text in texts.items()}
    old, new = _side(full), _side({key: _reworded(text) for key, text in full.items()})
    seconds = []
    for _ in range(RUNS):
        began = time.perf_counter()
        compare(old, new, list(full))
        seconds.append(time.perf_counter() - began)
    return statistics.median(seconds) * 1000


def _side(texts: dict[str, str]) -> Side:
    return {key: [Entry((Value("", text, is_text=True),))] for key, text in texts.items()}


def _reworded(text: str) -> str:
    return "".join("other " if place % 10 == 3 else one.words for place, one in enumerate(tokens(text)))


if __name__ == "__main__":
    print(words())
