"""What holds for every part of the look without a browser: one sheet for both directions, no sign missing."""

import hashlib
import re
from collections import Counter
from collections.abc import Iterator

import pytest

from tests.look.render_gallery import ROOT, gallery

STATIC = ROOT / "static"
SHEETS = ["site.css", "forms.css", "parts.css", "charts.css", "print.css"]
PHYSICAL = re.compile(
    r"(?<![\w-])(?:margin|padding|border)-(?:left|right|top|bottom)\b|(?<![\w-])(?:left|right|top|bottom)\s*:"
    r"|text-align:\s*(?:left|right)|float\s*:"
)
TURNED_WITH_THE_TICK = "border-left: 2px solid var(--gw-green)"  # a tick looks the same in both directions


@pytest.fixture(scope="module", params=[("gallery.html", "ltr"), ("gallery.html", "rtl"), ("plain_page.html", "rtl")])
def page(request: pytest.FixtureRequest) -> str:
    template, direction = request.param
    return gallery(direction, template)


def test_no_part_needs_inline_style_or_script(page: str) -> None:
    assert not re.search(r"\sstyle=|<style|<script(?![^>]*src=)|\son\w+=|javascript:", page)


def test_every_id_stands_once_on_a_page(page: str) -> None:
    ids = Counter(re.findall(r'\bid="([^"]+)"', page))
    assert [name for name, times in ids.items() if times > 1] == []


def test_what_describes_a_field_is_there(page: str) -> None:
    named = " ".join(re.findall(r'aria-(?:describedby|labelledby)="([^"]+)"', page)).split()
    assert named
    assert [name for name in named if f'id="{name}"' not in page] == []


def test_every_sign_that_is_used_is_in_the_sprite(page: str) -> None:
    signs = (STATIC / "icons.svg").read_text("utf-8")
    used = set(re.findall(r'icons\.svg#([\w-]+)"', page))
    assert used
    assert [name for name in used if f'id="{name}"' not in signs] == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_serves_both_directions(sheet: str) -> None:
    css = (STATIC / sheet).read_text("utf-8").replace(TURNED_WITH_THE_TICK, "")
    assert PHYSICAL.findall(css) == []


@pytest.mark.parametrize("sheet", SHEETS)
def test_a_sheet_has_as_many_opening_as_closing_braces(sheet: str) -> None:
    css = (STATIC / sheet).read_text("utf-8")
    assert css.count("{") == css.count("}")


def test_outside_files_are_the_recorded_ones() -> None:
    record = (STATIC / "vendor" / "VENDOR.md").read_text("utf-8")
    listed = dict(re.findall(r"^\| (\S+) \| ([0-9a-f]{64}) \|$", record, re.MULTILINE))
    assert listed
    changed = [name for name, digest in listed.items() if _digest(name) != digest]
    assert changed == []


def test_one_weight_per_font_rule() -> None:
    """A weight range in one script would win over the exact weight of another, and its letters would be lost."""
    assert not re.search(r"font-weight:\d+ \d+", (STATIC / "fonts.css").read_text("utf-8"))


def test_every_letter_of_our_own_words_has_a_screen_font() -> None:
    """The faces are cut down to what pages need; Chinese is set in the system's fonts."""
    drawn = {letter for start, end in _ranges() for letter in map(chr, range(start, end + 1))}
    catalogues = [path for path in (ROOT / "app" / "translations").rglob("*.po") if "zh" not in path.parts]
    written = {letter for path in catalogues for letter in set(path.read_text("utf-8")) if letter.isalnum()}
    assert written - drawn == set()


def _ranges() -> Iterator[tuple[int, int]]:
    for start, end in re.findall(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", (STATIC / "fonts.css").read_text("utf-8")):
        yield int(start, 16), int(end or start, 16)


def _digest(name: str) -> str:
    return hashlib.sha256((STATIC / name).read_bytes()).hexdigest()
