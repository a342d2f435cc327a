"""Features point one way. What import-linter cannot say (pyproject.toml has the rest): the order of the features, and
that nobody imports another feature's routes, forms or cli.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import ROOT
from tests.support.late import LATE

# Models, policy, queries and actions know only features before their own; those of one rank not each other.
RANKS = (
    ("offices",), ("accounts",), ("champions",), ("pain_points",), ("plans",), ("milestones", "measures", "maps"),
    ("sign_offs", "reviews", "trials", "check_ins", "adoptions"), ("huddles",), ("reports",), ("funding",),
)  # fmt: skip
ORDER = {feature: rank for rank, features in enumerate(RANKS) for feature in features}
INNER = ("models", "policy", "queries", "actions")
OWN = ("routes", "forms", "cli")
FILES = sorted((ROOT / "app").rglob("*.py"))
DOORS = (ROOT / "app" / "blueprints.py", ROOT / "app" / "commands.py")


def imports(path: Path) -> Iterator[tuple[str, ...]]:
    """Each imported name of ours as its parts; imports for types only do not count."""
    tree = ast.parse(path.read_text("utf-8"))
    skipped = {id(child) for node in ast.walk(tree) if _is_for_types(node) for child in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "app":
            yield from ((*node.module.split("."), alias.name) for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names if alias.name.startswith("app."))


def place(path: Path) -> tuple[str, str]:
    """The feature and the kind of a file: app/plans/actions/submit.py is ("plans", "actions")."""
    parts = path.relative_to(ROOT / "app").with_suffix("").parts
    return parts[0], parts[1] if len(parts) > 1 else ""


INNER_FILES = [path for path in FILES if place(path)[1] in INNER and place(path)[0] in ORDER]


@pytest.mark.parametrize("path", INNER_FILES, ids=lambda path: "/".join(path.parts[-3:]))
def test_inner_parts_of_a_feature_know_only_the_features_before_it(path: Path) -> None:
    feature = place(path)[0]
    known = {parts[1] for parts in imports(path) if parts[1] in ORDER and parts[1] != feature}
    assert [name for name in known if ORDER[name] >= ORDER[feature]] == []


def test_nobody_imports_the_routes_forms_or_commands_of_another_feature() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {'.'.join(parts)}"
        for path in FILES
        if path not in DOORS
        for parts in imports(path)
        if len(parts) > 2 and parts[2] in OWN and parts[1] not in ("core", "web", place(path)[0])
    ]
    assert wrong == []


def test_imports_stand_at_the_top() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in FILES
        for function in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(function, ast.FunctionDef)
        for node in ast.walk(function)
        if isinstance(node, ast.Import | ast.ImportFrom) and not any(name in ast.unparse(node) for name in LATE)
    ]
    assert wrong == []


def _is_for_types(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)
