"""`python -m tests.bench`, started by bin/bench beside a throw-away PostgreSQL. Prints Markdown."""

import argparse
import sys
import tempfile
from pathlib import Path

from tests.bench import differences, machine, measuring, servers, tables


def main() -> None:
    asked = _arguments()
    with tempfile.TemporaryDirectory(prefix="groundwork-bench-") as passing:
        folder = asked.keep or Path(passing)
        print(f"{machine.words()}\n\n{differences.words()}", flush=True)
        results = []
        for database in asked.databases:
            for size in asked.sizes:
                _say(f"{database}, {size:,}: filling")
                place = servers.prepare(folder.resolve(), database, size)
                _say(f"{database}, {size:,}: measuring")
                results.append(measuring.measure(place, measuring.QUICK if asked.quick else measuring.FULL))
                print("\n" + tables.markdown(results[-1:]), flush=True)
        print("\n" + "\n\n".join(tables.growth(results)))


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="bin/bench", description="Pages beside two floors, on both databases.")
    parser.add_argument("--quick", action="store_true", help="fewer requests: minutes, and rougher figures")
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000])
    parser.add_argument("--databases", nargs="+", choices=("sqlite", "postgresql"), default=["sqlite", "postgresql"])
    parser.add_argument("--keep", type=Path, help="where filled databases stay, for the next run")
    return parser.parse_args()


def _say(words: str) -> None:
    print(f"bench: {words}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
