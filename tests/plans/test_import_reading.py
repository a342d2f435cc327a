"""Reading a Word document: what is taken from it, and what is refused before anything is unpacked."""

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from flask import Flask

from app.plans.importing import errors, match, read
from app.plans.importing.container import MOST_BYTES
from app.plans.importing.paragraphs import joined
from app.plans.importing.synonyms import WORDS
from tests.plans.documents import bent, bytes_of, of_xml, word

SAMPLES = Path(__file__).resolve().parents[3] / "shared" / "data" / "adversarial" / "smallest_files"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


def text_of(data: bytes) -> str:
    return joined(read(data))


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_bold_emphasis_links_and_lists_become_light_markdown() -> None:
    document = Document()
    paragraph = document.add_paragraph("It is ")
    paragraph.add_run("all ").bold = True
    paragraph.add_run("ours").bold = True
    paragraph.add_run(" to ")
    paragraph.add_run("change").italic = True
    document.add_paragraph("First", style="List Bullet")
    document.add_paragraph("Second", style="List Bullet")
    document.add_paragraph("One", style="List Number")
    assert text_of(bytes_of(document)) == "It is **all ours** to *change*\n\n- First\n- Second\n1. One"


def test_links_lead_only_where_a_plan_may_lead() -> None:
    relations = "".join(
        f'<Relationship Id="l{number}" Type="x/hyperlink" TargetMode="External" Target="{target}"/>'
        for number, target in enumerate(("https://example.org/a(1)", "javascript:alert(1)", "file:///etc/passwd"))
    )
    body = "".join(f'<w:p><w:hyperlink r:id="l{number}">{run("law")}</w:hyperlink></w:p>' for number in range(3))
    data = of_xml(
        body, **{"word/_rels/document.xml.rels": f'<Relationships xmlns="http://x/">{relations}</Relationships>'}
    )
    assert text_of(data) == "[law](https://example.org/a%281%29)\n\nlaw\n\nlaw"


def test_signs_that_would_be_marks_stay_as_they_were_typed() -> None:
    assert text_of(of_xml(f"<w:p>{run('a *b* 2 * 3 snake_case [x](y)')}</w:p>")) == r"a \*b\* 2 * 3 snake_case \[x](y)"


def test_tracked_changes_are_read_as_accepted_and_hidden_words_are_left_out() -> None:
    body = (
        f"<w:p>{run('Kept ')}<w:ins>{run('put in')}</w:ins>"
        "<w:del><w:r><w:delText>struck out</w:delText></w:r></w:del>"
        f"{run(' hidden', '<w:vanish/>')}</w:p>"
    )
    assert text_of(of_xml(body)) == "Kept put in"


def test_words_in_text_boxes_come_once() -> None:
    box = f"<w:txbxContent><w:p>{run('In a box')}</w:p></w:txbxContent>"
    body = (
        f"<w:p><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert text_of(of_xml(body)) == "In a box"


def test_rows_of_a_table_are_lines() -> None:
    assert text_of(word(rows=[("Step", "Days"), ("Review", "14")])) == "- Step; Days\n- Review; 14"


@pytest.mark.parametrize(
    ("heading", "key"),
    [
        ("Problem", "problem"), ("2. THE PROBLEM", "problem"), ("The problem our customers face", "problem"),
        ("Risks and rollback", "risks"), ("Ρίσκα", "risks"), ("Şikayetler", "problem"), ("المشكلة", "problem"),
        ("ความเสี่ยง:", "risks"), ("三、问题", "problem"), ("Outcomme", "outcome"), ("Budget and annexes", None),
    ],
)  # fmt: skip
def test_headings_find_their_section_in_six_languages(heading: str, key: str | None) -> None:
    found = match(read(word(("Heading 1", heading), ("Normal", "The words."))), WORDS)
    assert found.sections == ({key: "The words."} if key else {"title": heading})


def test_a_whole_plan_falls_into_its_sections_and_the_rest_is_given_back() -> None:
    found = match(
        read(
            word(
                ("Title", "Orders on the day"), ("Normal", "A note before all."), ("Heading 1", "Outcome"),
                ("Normal", "A signed order."), ("Heading 1", "Problem"), ("Normal", "Ten weeks."),
                ("Heading 2", "In numbers"), ("Normal", "72 days."), ("Heading 1", "Annex"), ("Normal", "Letters."),
                rows=[("Risks", "Either may withdraw."), ("Phone", "5 22 10")],
            )
        ),
        WORDS,
    )  # fmt: skip
    assert found.sections == {
        "title": "Orders on the day",
        "outcome": "A signed order.",
        "problem": "Ten weeks.\n\n**In numbers**\n\n72 days.",
        "risks": "Either may withdraw.\n\n- Phone; 5 22 10",
    }
    assert [(one.heading, one.text) for one in found.loose] == [("", "A note before all."), ("Annex", "Letters.")]


def test_labels_before_a_colon_are_headings_too() -> None:
    found = match(read(word(("Normal", "Outcome: A signed order."), ("Normal", "Risks:"), ("Normal", "Few."))), WORDS)
    assert found.sections == {"outcome": "A signed order.", "risks": "Few."}


def test_what_fits_nowhere_stays_whole_however_much_it_is() -> None:
    lines = [part for n in range(90) for part in (("Heading 1", f"Zzz {n}"), ("Normal", f"words {n}"))]
    found = match(read(word(("Title", "T"), *lines)), WORDS)
    assert len(found.loose) == 60
    assert "words 89" in found.loose[-1].text


ENTITY = (
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><document><body>&x;</body></document>'
)
LOL = '<!DOCTYPE d [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><document><body>&b;</body></document>'
MACRO_TYPES = (
    '<Types xmlns="http://x/"><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.ms-word.document.macroEnabled.main+xml"/></Types>'
)


def hostile() -> dict[str, tuple[bytes, type[errors.NotTaken]]]:
    good = word(("Normal", "words"))
    many = bent(good, {f"word/media/{number}.txt": "" for number in range(2_100)})
    return {
        "nothing": (b"", errors.NotWord),
        "text": (b"Dear all, here is the plan.", errors.NotWord),
        "html called docx": (b"<html><script>alert(1)</script>", errors.NotWord),
        "another zip": (zipped({"a.txt": "hello"}), errors.NotWord),
        "a sheet": (bent(good, {"word/document.xml": "<workbook/>"}), errors.NotWord),
        "old word": (OLE, errors.OldWord),
        "password": (OLE + "EncryptedPackage".encode("utf-16-le"), errors.Protected),
        "cut short": (good[: len(good) // 2], errors.Damaged),
        "no xml": (bent(good, {"word/document.xml": "not < xml"}), errors.Damaged),
        "no main part": (good.replace(b"word/document.xml", b"word/documenx.xml"), errors.NotWord),
        "macros": (bent(good, {"word/vbaProject.bin": b"\xd0\xcf"}), errors.Macros),
        "docm": (bent(good, {"[Content_Types].xml": MACRO_TYPES}), errors.Macros),
        "entity": (of_xml("", document=ENTITY), errors.Damaged),
        "laughs": (of_xml("", document=LOL), errors.Damaged),
        "utf-16 entity": (bent(good, {"word/document.xml": ENTITY.encode("utf-16")}), errors.Damaged),
        "zip bomb": (bent(good, {"word/media/a.bin": bytes(40_000_000)}), errors.Swollen),
        "bomb in the text": (of_xml("<w:p/>" + " " * 3_000_000), errors.Swollen),
        "members": (many, errors.Swollen),
        "a book": (of_xml("<w:p><w:r><w:t>x</w:t></w:r></w:p>" * 5_001), errors.Swollen),
        "deep": (of_xml("<w:sdt>" * 5_000 + "</w:sdt>" * 5_000), errors.Damaged),
        "empty": (word(), errors.Empty),
        "heavy": (good + bytes(MOST_BYTES), errors.TooLarge),
    }  # fmt: skip


def zipped(members: dict[str, str]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def test_what_is_no_sound_word_document_is_refused_with_its_reason() -> None:
    found: dict[str, type[Exception] | None] = {}
    wanted = {}
    for name, (data, reason) in hostile().items():
        wanted[name] = reason
        try:
            read(data)
            found[name] = None
        except errors.NotTaken as refused:
            found[name] = type(refused)
    assert found == wanted


def test_a_size_that_lies_is_measured_while_reading() -> None:
    """The directory of the zip says that the text is small; it is not."""
    data = bytearray(of_xml("<w:p/>" + "<w:p><w:r><w:t>words and more words</w:t></w:r></w:p>" * 100_000))
    place = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[place + 24 : place + 28] = (500).to_bytes(4, "little")
    with pytest.raises((errors.Damaged, errors.Swollen)):
        read(bytes(data))


def test_every_byte_may_be_wrong_and_it_is_still_refused_or_read() -> None:
    good = word(("Heading 1", "Outcome"), ("Normal", "words"))
    for place in range(0, len(good), 701):
        try:
            read(good[:place] + bytes([good[place] ^ 0xFF]) + good[place + 1 :])
        except errors.NotTaken:
            continue


@pytest.mark.skipif(not SAMPLES.exists(), reason="the shared data are not here")
def test_other_kinds_of_files_are_refused() -> None:
    for path in SAMPLES.iterdir():
        with pytest.raises(errors.NotTaken):
            read(path.read_bytes())


def test_reasons_are_said_beside_the_file(app: Flask) -> None:
    kinds = errors.NotTaken.__subclasses__()
    assert {kind.field for kind in kinds} == {"file"}
    assert len({kind.message for kind in kinds}) == len(kinds)
