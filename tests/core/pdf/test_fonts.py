"""The fonts on disk are those that pages were counted with, and what is missing is said in one line."""

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from app.core import pdf
from app.core.pdf import fonts
from app.core.pdf.assets import FONT_FOLDER
from app.core.pdf.checks import check_fonts, check_libraries


def test_every_file_is_in_the_manifest_and_intact() -> None:
    assert {font.file for font in fonts.FONTS} == {path.name for path in FONT_FOLDER.glob("*.ttf")}
    assert fonts.damaged() == []


def test_no_family_name_stands_for_two_files_of_one_weight() -> None:
    faces = [(font.family, font.weight, font.italic) for font in fonts.FONTS]
    assert len(set(faces)) == len(faces)


@pytest.mark.parametrize("text", ["Ελληνικά ώ ς", "ğışİÖÜç", "Привет", "Tiếng Việt ạ ợ", "→←≤≥·“”’–"])
def test_the_text_and_the_voice_know_the_letters(text: str) -> None:
    for file in ("SourceSansPro-Regular.ttf", "SourceSansPro-Semibold.ttf", "SourceSerifPro-Regular.ttf"):
        known = TTFont(FONT_FOLDER / file, lazy=True).getBestCmap()
        assert [sign for sign in text if ord(sign) not in known and sign != " "] == []


def test_the_fingerprint_is_16_hex_digits() -> None:
    assert len(pdf.fingerprint()) == 16
    assert int(pdf.fingerprint(), 16)


def test_a_changed_font_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    copy = tmp_path / "print"
    shutil.copytree(FONT_FOLDER, copy)
    (copy / "SourceSansPro-Regular.ttf").write_bytes(b"something else")
    (copy / "NotoSansThai-Bold.ttf").unlink()
    monkeypatch.setattr(fonts, "FONT_FOLDER", copy)
    lines = check_fonts(lambda: "Noto Sans CJK SC\nNoto Serif CJK SC")
    assert len(lines) == 2
    assert "SourceSansPro-Regular.ttf" in "".join(lines)
    assert "NotoSansThai-Bold.ttf" in "".join(lines)


def test_missing_chinese_is_said_with_the_command() -> None:
    (sans, serif) = check_fonts(lambda: "DejaVu Sans")
    assert "Noto Sans CJK SC" in sans
    assert "apt-get install" in serif


def test_a_missing_library_is_said_with_what_follows() -> None:
    lines = check_libraries(lambda name: None if name == "harfbuzz-subset" else "there")
    assert len(lines) == 1
    assert "harfbuzz-subset" in lines[0]
    assert "five times" in lines[0]
