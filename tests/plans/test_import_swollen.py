"""Small Word documents that would keep a worker for hours or fill its memory: read in a moment, or refused."""

from time import monotonic

import pytest

from app.plans.importing import errors, read
from tests.plans.documents import bent, of_xml, word

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
STYLED = '<w:p><w:pPr><w:pStyle w:val="x"/></w:pPr><w:r><w:t>words</w:t></w:r></w:p>'
SWOLLEN_STYLE = f'<w:styles {W}><w:style w:styleId="x">{"<w:a/>" * 60_000}</w:style></w:styles>'
MANY_LISTS = (
    f'<w:numbering {W}><w:abstractNum w:abstractNumId="1">'
    + "".join(f'<w:lvl w:ilvl="{level}"><w:numFmt w:val="bullet"/></w:lvl>' for level in range(6_000))
    + "</w:abstractNum>"
    + "".join(f'<w:num w:numId="{number}"><w:abstractNumId w:val="1"/></w:num>' for number in range(6_000))
    + "</w:numbering>"
)
LISTS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/numbering"
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{LISTS}" Target="numbering.xml"/></Relationships>'
)
BOXES = "<w:p><w:txbxContent>" * 40 + "<w:p><w:r><w:t>words</w:t></w:r></w:p>" + "</w:txbxContent></w:p>" * 40
PATIENCE = 8.0


@pytest.mark.parametrize(
    "document",
    [
        of_xml(STYLED * 1_000, **{"word/styles.xml": SWOLLEN_STYLE}),
        bent(of_xml(STYLED), {"word/numbering.xml": MANY_LISTS, "word/_rels/document.xml.rels": RELATIONS}),
        of_xml(STYLED + BOXES),
        of_xml(f"<w:p><w:r><w:t>{'[' * 200_000}</w:t></w:r></w:p>"),
    ],
    ids=["a style of countless parts", "lists of countless levels", "boxes in boxes", "brackets that never close"],
)
def test_what_looks_small_takes_no_long_time(document: bytes) -> None:
    began = monotonic()
    assert read(document)
    assert monotonic() - began < PATIENCE


def test_a_level_of_countless_digits_is_no_level() -> None:
    digits = "9" * 5_000
    listed = f'<w:numPr><w:ilvl w:val="{digits}"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="{digits}"/>'
    found = read(of_xml(f"<w:p><w:pPr>{listed}</w:pPr><w:r><w:t>words</w:t></w:r></w:p>"))
    assert [(one.text, one.level) for one in found] == [("- words", 0)]


def test_countless_elements_are_refused_before_they_fill_the_memory() -> None:
    with pytest.raises(errors.Swollen):
        read(bent(word(("Normal", "words")), {"word/styles.xml": "<a>" + "<b/>" * 600_001 + "</a>"}))


def test_a_document_type_does_not_hide_in_another_encoding() -> None:
    hidden = '<?xml version="1.0" encoding="UTF-7"?>' + "+ADwAIQ-DOCTYPE d []><document><body/></document>"
    with pytest.raises(errors.Damaged):
        read(bent(word(("Normal", "words")), {"word/document.xml": hidden}))
