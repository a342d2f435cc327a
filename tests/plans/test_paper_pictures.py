"""Looks at the printed picture: letters are the font's own letters, and ink stands where it should, in every script."""

import subprocess
from functools import cache
from io import BytesIO
from itertools import pairwise

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont, features

from app.core import pdf
from app.core.pdf.assets import FONT_FOLDER
from app.plans.document import to_html
from tests.support.paper import print_environment
from tests.support.sheets import SHEETS

ENV = print_environment()
SIZE = 48
WORDS = {
    "tr": ("Vatandaşlar ığİ", "Paper Sans", "SourceSansPro-Regular.ttf"),
    "el": ("Ημέρες ώς", "Paper Serif", "SourceSerifPro-Regular.ttf"),
    "ru": ("Жалоба щё", "Paper Sans", "SourceSansPro-Regular.ttf"),
    "vi": ("Tiếng Việt", "Paper Sans", "SourceSansPro-Regular.ttf"),
    "th": ("ที่สุดน้ำ", "Paper Sans Thai", "NotoSansThai-Regular.ttf"),
    "ar": ("النفقة لا", "Paper Sans Arabic", "NotoSansArabic-Regular.ttf"),
}
NEEDS_SHAPING = ("th", "ar")


def picture(content: bytes, page: int = 1, dots: int = 72) -> Image.Image:
    command = ["pdftoppm", "-r", str(dots), "-f", str(page), "-l", str(page), "-png", "-gray", "-"]
    return Image.open(BytesIO(subprocess.run(command, input=content, capture_output=True, check=True).stdout))


def ink(image: Image.Image) -> Image.Image:
    """The inked part alone, dark on light turned to light on dark."""
    turned = ImageChops.invert(image.convert("L"))
    return turned.crop(turned.point(lambda value: 255 if value > 90 else 0).getbbox())


def unlike(one: Image.Image, other: Image.Image) -> float:
    """0 for the same picture, towards 1 for different ones."""
    other = other.resize(one.size)
    difference = ImageChops.difference(one, other)
    total = sum(value * count for value, count in enumerate(one.histogram()))
    return sum(value * count for value, count in enumerate(difference.histogram())) / max(1, total)


@cache
def on_paper(text: str, family: str, way: str) -> Image.Image:
    style = f"@page {{ size: 800pt 200pt; margin: 20pt }} p {{ font: {SIZE}pt '{family}'; margin: 0 }}"
    html = f'<html lang="x" dir="{way}"><title>x</title><style>{style}</style><p>{text}</p>'
    return ink(picture(pdf.render(html, css=()).pdf))


def from_font(text: str, file: str, way: str) -> Image.Image:
    layout = ImageFont.Layout.RAQM if features.check("raqm") else ImageFont.Layout.BASIC
    font = ImageFont.truetype(str(FONT_FOLDER / file), SIZE, layout_engine=layout)
    image = Image.new("L", (800, 200), 255)
    direction = way if layout == ImageFont.Layout.RAQM else None
    ImageDraw.Draw(image).text((40, 40), text, font=font, fill=0, direction=direction)
    return ink(image)


@pytest.mark.parametrize("language", sorted(WORDS))
def test_printed_letters_are_those_of_the_font(language: str) -> None:
    text, family, file = WORDS[language]
    if language in NEEDS_SHAPING and not features.check("raqm"):
        pytest.skip("Pillow was built without raqm")
    way = "rtl" if language == "ar" else "ltr"
    made = on_paper(text, family, way)
    drawn = from_font(text, file, way)
    assert made.width == pytest.approx(drawn.width, rel=0.03)
    assert unlike(made, drawn) < 0.45
    swapped = from_font(text[::-1], file, way)
    assert unlike(made, drawn) < unlike(made, swapped) * 0.7


def test_wrong_letters_would_be_seen() -> None:
    made = on_paper("Vatandaşlar", "Paper Sans", "ltr")
    right = unlike(made, from_font("Vatandaşlar", "SourceSansPro-Regular.ttf", "ltr"))
    wrong = unlike(made, from_font("Vatandaþlar", "SourceSansPro-Regular.ttf", "ltr"))
    assert right < wrong


def darkness(image: Image.Image, box: tuple[float, float, float, float]) -> float:
    """Share of dark dots in a box given in points of a Letter page."""
    part = image.crop(tuple(int(side) for side in box)).point(lambda value: 255 if value < 140 else 0)  # type: ignore[arg-type]
    return part.histogram()[255] / max(1, part.width * part.height)


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_ink_stands_where_the_grid_says(language: str) -> None:
    content = pdf.render(to_html(SHEETS[language], ENV)).pdf
    first = picture(content)
    is_mirrored = language == "ar"
    heavy, light = (54, 40, 171, 45), (441, 40, 558, 45)
    if is_mirrored:
        heavy, light = light, heavy
    assert darkness(first, heavy) > 0.6
    assert darkness(first, light) < 0.4
    for page in (1, 2):
        image = picture(content, page)
        for margin in ((0, 0, 52, 792), (560, 0, 612, 792), (0, 0, 612, 38), (0, 775, 612, 792)):
            assert darkness(image, margin) == 0, f"ink in the margin of page {page}"
        assert darkness(image, (54, 735, 558, 765)) > 0.005


@pytest.mark.parametrize("language", sorted(SHEETS))
def test_no_box_for_a_missing_letter(language: str) -> None:
    content = pdf.render(to_html(SHEETS[language], ENV)).pdf
    listed = subprocess.run(["pdffonts", "-"], input=content, capture_output=True, check=True).stdout.decode()
    rows = listed.splitlines()[2:]
    assert rows
    assert all(" yes yes yes" in row for row in rows), listed


def test_languages_look_different() -> None:
    images = [picture(pdf.render(to_html(SHEETS[language], ENV)).pdf) for language in sorted(SHEETS)]
    assert all(unlike(ink(one), ink(other)) > 0.2 for one, other in pairwise(images))
