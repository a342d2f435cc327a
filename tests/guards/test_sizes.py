"""Small files and small functions: one idea on one screen (docs/STYLE.md)."""

import ast
from collections.abc import Iterator
from pathlib import Path

from config import ROOT

LONGEST_FILE, LONGEST_TEST, LONGEST_FUNCTION, LONGEST_TEMPLATE = 200, 250, 40, 120


def python_files() -> list[Path]:
    found = [path for folder in ("app", "bin", "tests") for path in (ROOT / folder).rglob("*.py")]
    return [*found, ROOT / "config.py", ROOT / "wsgi.py"]


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def holds_only_texts(path: Path) -> bool:
    """Whole plans and stories in six scripts: words, no logic."""
    return path == ROOT / "tests" / "support" / "sheets.py" or "app/demo/texts" in path.as_posix()


def lines_of(path: Path) -> int:
    return len(path.read_text("utf-8").splitlines())


def long_functions(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION:
            yield f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"


def test_no_python_file_is_longer_than_a_reader_holds_in_mind() -> None:
    counts = {str(path.relative_to(ROOT)): lines_of(path) for path in python_files() if not holds_only_texts(path)}
    limits = {name: LONGEST_TEST if name.startswith("tests/") else LONGEST_FILE for name in counts}
    assert {name: count for name, count in counts.items() if count > limits[name]} == {}


def test_no_function_is_longer_than_a_screen() -> None:
    assert [line for path in python_files() for line in long_functions(path)] == []


def test_no_template_is_longer_than_two_screens() -> None:
    long = {str(path.relative_to(ROOT)): lines_of(path) for path in templates()}
    assert {name: count for name, count in long.items() if count > LONGEST_TEMPLATE} == {}
