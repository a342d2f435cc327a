"""The locks: hashed, and the tests run on the very versions that the app runs on."""

import re

from config import ROOT

PIN = re.compile(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)


def pins(name: str) -> dict[str, str]:
    return dict(PIN.findall((ROOT / name).read_text("utf-8")))


def test_the_tests_run_on_the_versions_of_the_app() -> None:
    app, tests = pins("requirements.txt"), pins("requirements-test.txt")
    assert {name: version for name, version in app.items() if tests.get(name) != version} == {}


def test_every_package_has_a_hash() -> None:
    for name in ("requirements.txt", "requirements-test.txt", "requirements-uv.txt"):
        blocks = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text("utf-8"))
        bare = [block.splitlines()[0] for block in blocks if "==" in block and "--hash=sha256:" not in block]
        assert bare == [], name


def test_every_wanted_package_is_locked() -> None:
    wanted = re.findall(r"^([a-z0-9-]+)", (ROOT / "requirements.in").read_text("utf-8"), re.MULTILINE)
    assert set(wanted) <= set(pins("requirements.txt"))
