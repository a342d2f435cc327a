"""The end of bin/test: names what was skipped and counts everything. `bin/tally.py FOLDER`.

The folder holds pytest's junit files (<database>.<part>.xml) and an empty <check>.passed or <check>.failed per check.
"""

import os
import sys
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

DATABASES = ("sqlite", "postgresql")
PARTS = ("browser", "rest")


@dataclass
class Tally:
    passed: int = 0
    failed: int = 0
    skipped: list[str] = field(default_factory=list)
    names: dict[str, set[str]] = field(default_factory=dict)

    def add_check(self, path: Path) -> None:
        if path.suffix == ".passed":
            self.passed += 1
        elif path.suffix == ".failed":
            self.failed += 1
            print(f"failed: {path.stem}")

    def add_database(self, database: str, folder: Path) -> None:
        """A part that left no results, or a database without tests, has failed."""
        cases: list[ElementTree.Element] = []
        for path in (folder / f"{database}.{part}.xml" for part in PARTS):
            if path.is_file():
                cases += ElementTree.parse(path).iter("testcase")  # noqa: S314  # written by pytest just now
            else:
                self.failed += 1
                print(f"failed: {path.stem} left no results")
        if cases and not any("tests.browser." in str(case.get("classname")) for case in cases):
            self.skipped.append(f"the browser on {database}: no test of it was chosen")
        if not cases:
            self.failed += 1
            print(f"failed: no test ran on {database}")
        self.names[database] = {f"{case.get('classname')}::{case.get('name')}" for case in cases}
        for case in cases:
            self.add_case(database, case)

    def once(self) -> int:
        """How many ran beside one database: they ask for none, or say what only a browser shows."""
        return len(self.names[DATABASES[0]] ^ self.names[DATABASES[1]])

    def add_case(self, database: str, case: ElementTree.Element) -> None:
        name = f"{case.get('classname')}::{case.get('name')} ({database})"
        skip = case.find("skipped")
        if case.find("failure") is not None or case.find("error") is not None:
            self.failed += 1
            print(f"failed: {name}")
        elif skip is not None:
            self.skipped.append(f"{name}: {skip.get('message')}")
        else:
            self.passed += 1


def main(folder: Path) -> int:
    tally = Tally()
    for path in sorted(folder.iterdir()):
        tally.add_check(path)
    for database in DATABASES:
        tally.add_database(database, folder)
    for line in tally.skipped:
        print(f"skipped: {line}")
    print(f"{tally.once()} tests that no database can change ran once, the others on both")
    print(f"{tally.passed} passed, {tally.failed} failed, {len(tally.skipped)} skipped")
    is_strict = os.environ.get("STRICT") == "1"
    return 1 if tally.failed or (is_strict and tally.skipped) else 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1])))
