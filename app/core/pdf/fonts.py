"""The fonts of paper: which files, under which names, with which bytes. Page breaks hang on them, so they
are pinned.

One family name per script: several files under one name print wrong glyphs while the text stays right.
"""

import hashlib
from dataclasses import dataclass
from functools import cache

from app.core.pdf.assets import FONT_FOLDER


@dataclass(frozen=True, slots=True)
class Font:
    """One file of static/fonts/print and the name that the print sheets call it by."""

    file: str
    family: str
    weight: int
    italic: bool
    sha256: str


FONTS = (
    Font(
        "NotoNaskhArabic-Bold.ttf",
        "Paper Naskh",
        700,
        False,
        "b5cbcb561b4b540ff11d7b6934577dbbbbb9e1d152d47f6f31f19176d58ff39c",
    ),
    Font(
        "NotoNaskhArabic-Regular.ttf",
        "Paper Naskh",
        400,
        False,
        "8c67eaa2f0086872628fc3f7f760386f83c8be5c5e9a1ba3a38891237b2ac7cb",
    ),
    Font(
        "NotoSansArabic-Bold.ttf",
        "Paper Sans Arabic",
        700,
        False,
        "ded6fc7359ca36d15d7aab9ef0c066e21ce48b26a069994d6602fa2cb9a1b952",
    ),
    Font(
        "NotoSansArabic-Regular.ttf",
        "Paper Sans Arabic",
        400,
        False,
        "504d7407d86875acf7d04dfaa0fd7524d0b8797723bc4aa18022f29db25b0b6e",
    ),
    Font(
        "NotoSansThai-Bold.ttf",
        "Paper Sans Thai",
        700,
        False,
        "97bbc8ea98328325285f2f552228c7aac1db39d8f38f0096a61ba7df1f1f780e",
    ),
    Font(
        "NotoSansThai-Regular.ttf",
        "Paper Sans Thai",
        400,
        False,
        "dfbd5ed0f1e68c3cbc51aa08f646d1ab0e68e7c4ceab70a69e465225ff701f93",
    ),
    Font(
        "NotoSerifThai-Bold.ttf",
        "Paper Serif Thai",
        700,
        False,
        "befef873c46740e20a49e8762c151d5fe1dddd0ecdddaf48766c709eae51f086",
    ),
    Font(
        "NotoSerifThai-Regular.ttf",
        "Paper Serif Thai",
        400,
        False,
        "8e1bcaa4fef346b247092cf4327c4744eda2fa72afed96e2145dc30a3b04fdd1",
    ),
    Font(
        "SourceSansPro-It.ttf",
        "Paper Sans",
        400,
        True,
        "e487c1ba98e11ff1c3f8aa885f7c6c1fc4ebd5bceba8bc9e65af8dbec767a4e4",
    ),
    Font(
        "SourceSansPro-Light.ttf",
        "Paper Sans",
        300,
        False,
        "ea159f1554148bea2ec90f8e48d696ec2aaf5db32c623abaf9ee1631deb3f7ba",
    ),
    Font(
        "SourceSansPro-Regular.ttf",
        "Paper Sans",
        400,
        False,
        "30e35dda7a179dadec11c58e89835b5006ee69d3bd43b55a91dd52f1f02a8cac",
    ),
    Font(
        "SourceSansPro-Semibold.ttf",
        "Paper Sans",
        600,
        False,
        "91598812e105ea83f42d3cec53bd21cbd05443be2dd26308e048962f719d936d",
    ),
    Font(
        "SourceSansPro-SemiboldIt.ttf",
        "Paper Sans",
        600,
        True,
        "1e25b06aa0dd6f111de8252795c04ac87a55cbc5fe65b7b8929b91b7f6522619",
    ),
    Font(
        "SourceSerifPro-It.ttf",
        "Paper Serif",
        400,
        True,
        "fbbdabe510e6c0d94d1b0c67640d375b94c09899c8626b300df10cebf7ba3e16",
    ),
    Font(
        "SourceSerifPro-Light.ttf",
        "Paper Serif",
        300,
        False,
        "2961bc8fb09eb49eb0ca03bd69c5f193671e0a3eded91823e7d2a86159ab7977",
    ),
    Font(
        "SourceSerifPro-Regular.ttf",
        "Paper Serif",
        400,
        False,
        "bbe1e33dfabbfe69b97564724bf763918ea582ad03d8cc066e42dc74eb1e17c7",
    ),
    Font(
        "SourceSerifPro-Semibold.ttf",
        "Paper Serif",
        600,
        False,
        "ee74bb821a925e57c4298578dcfc09c3e1c4cc86b81bc735179a9fab9b3ddb67",
    ),
)

CHINESE = ("Noto Sans CJK SC", "Noto Serif CJK SC")
"""Families that the system must have (Debian fonts-noto-cjk)."""


@cache
def fingerprint() -> str:
    """16 hex digits that name this set of fonts; a frozen version keeps them beside its page count."""
    return hashlib.sha256("".join(font.sha256 for font in FONTS).encode()).hexdigest()[:16]


def damaged() -> list[str]:
    """Files that are missing or differ from the manifest."""
    return [font.file for font in FONTS if not _is_intact(font)]


def font_faces() -> str:
    """The @font-face rules for the renderer, made from the manifest so that both never differ."""
    return "\n".join(
        f'@font-face {{ font-family: "{font.family}"; font-weight: {font.weight}; '
        f'font-style: {"italic" if font.italic else "normal"}; src: url("app:fonts/{font.file}"); }}'
        for font in FONTS
    )


def _is_intact(font: Font) -> bool:
    path = FONT_FOLDER / font.file
    return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == font.sha256
