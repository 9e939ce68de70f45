"""What stands in a Word file: every word once, in order, exactly as it was typed."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.documents.blocks import (
    NOTICES_LEAD,
    NOTICES_TITLE,
    Block,
    ControlEntry,
    Document,
    Gap,
    Given,
    Heading,
    Link,
    Paragraph,
    Signature,
    SignatureBlock,
    SignatureField,
    Table,
    TableColumn,
    Words,
    run_text,
    runs_text,
)
from app.exporters.characters import clean_text
from app.exporters.word.writer import write_word
from tests.exporters.sample_document import AWKWARD_TEXTS, CLEANED_TEXTS, awkward_document, sample_document
from tests.exporters.word_reading import WordFile, read_word

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=60)


@pytest.mark.parametrize("document", [sample_document(), awkward_document()], ids=["sample", "awkward"])
def test_every_text_of_the_document_stands_in_the_file_once_and_in_order(document: Document) -> None:
    assert _shown(read_word(write_word(document))) == _expected(document)


def test_the_pages_before_the_body_come_in_the_order_of_the_other_formats() -> None:
    file = read_word(write_word(sample_document()))
    headings = [each.text for each in file.paragraphs if each.style in ("Title", "FrontHeading")]
    assert headings == ["Memorandum of understanding", "Open points", "Contents", NOTICES_TITLE]
    assert file.paragraph(NOTICES_LEAD).style == "BodyText"


@pytest.mark.parametrize(("typed", "read"), CLEANED_TEXTS)
def test_what_no_file_can_hold_is_left_out_or_replaced(typed: str, read: str) -> None:
    assert _shown(read_word(write_word(_document(typed)))) == _expected(_document(read))


@pytest.mark.parametrize("text", ["one\n\ntwo\tthree  four \n", " \t ", "\u2028", "a\r\nb\rc", "&#10;", "]]>"])
def test_line_ends_tabs_and_spaces_are_kept(text: str) -> None:
    assert _shown(read_word(write_word(_document(text)))) == _expected(_document(text))


@given(ANY_TEXT)
def test_free_text_is_read_as_it_was_typed_in_every_place(text: str) -> None:
    document = _document(text)
    assert _shown(read_word(write_word(document))) == _expected(document)


def test_five_thousand_words_fit_in_a_cell_whose_row_may_be_parted() -> None:
    text = " ".join(["consideration"] * 5000)
    document = replace(sample_document(), body=(_table(text),))
    table = read_word(write_word(document)).tables[-1]
    assert table.texts[1][1] == text
    assert table.element.tr_lst[1].xpath("w:trPr/w:cantSplit") == []


def test_words_that_run_from_right_to_left_are_marked_and_others_are_not() -> None:
    hebrew, mixed = "שלום עולם", "The name שלום עולם comes first"
    body = tuple(Paragraph("", 0, (Given(text, "any.question"),)) for text in (mixed, hebrew))
    file = read_word(write_word(replace(sample_document(), body=body)))
    turned = file.paragraph(mixed).element.xpath(".//w:r[w:rPr/w:rtl]/w:t")
    assert "".join(each.text for each in turned) == hebrew
    assert file.paragraph(mixed).element.xpath("w:pPr/w:bidi") == []
    assert len(file.paragraphs[-1].element.xpath("w:pPr/w:bidi")) == 1


@pytest.mark.parametrize("text", AWKWARD_TEXTS)
def test_a_title_of_any_kind_is_what_the_file_says_of_itself(text: str) -> None:
    properties = read_word(write_word(replace(sample_document(), title=text))).package.core_properties
    assert properties.title == " ".join(text.split())


def test_gaps_and_suggestions_are_marked_by_a_style() -> None:
    document = sample_document()
    runs = [run for block in document.body if isinstance(block, Paragraph) for run in block.runs]
    gaps = [run_text(run) for run in runs if isinstance(run, Gap)]
    suggestions = [run.text for run in runs if isinstance(run, Given) and run.is_suggestion]
    file = read_word(write_word(document))
    body = [each for each in file.paragraphs if each.style == "Clause"]
    assert _styled(body, "Gap") == gaps != []
    assert _styled(body, "Suggestion") == suggestions != []


def test_without_suggestions_nothing_explains_them() -> None:
    document = replace(sample_document(), body=(Paragraph("", 0, (Words("Plain."),)),))
    assert "dotted" not in repr([each.text for each in read_word(write_word(document)).paragraphs])


def test_a_document_of_nothing_can_still_be_opened() -> None:
    empty = replace(sample_document(), control=(), open_points=(), notices=(), body=(), subtitle="", collaborative="")
    shown = [text for _, text in _shown(read_word(write_word(empty)))]
    assert shown == ["Memorandum of understanding", "Draft for legal review"]


def test_a_reference_to_a_place_that_is_not_there_is_only_words() -> None:
    body = (Paragraph("", 0, (Words("See "), Link("clause 9.2", "nowhere"), Words("."))),)
    paragraph = read_word(write_word(replace(sample_document(), open_points=(), body=body))).paragraphs[-1]
    assert paragraph.text == "See clause 9.2."
    assert paragraph.element.xpath(".//w:hyperlink | .//w:fldChar") == []


def _styled(paragraphs: list[Any], style: str) -> list[str]:
    return [
        each.text
        for paragraph in paragraphs
        for each in paragraph.element.xpath(f".//w:r[w:rPr/w:rStyle/@w:val='{style}']/w:t")
    ]


def _shown(file: WordFile) -> list[tuple[str, str]]:
    """Each paragraph that says anything, with the number that Word counts for it."""
    return [(each.number, each.text) for each in file.paragraphs if each.text]


def _expected(document: Document) -> list[tuple[str, str]]:
    listed = [("", text) for text in _cover_texts(document)]
    listed += [("", text) for text in _open_point_texts(document)]
    headings = [block for block in document.body if isinstance(block, Heading)]
    if headings:
        listed.append(("", "Contents"))
        listed += [
            ("", "\t".join(part for part in (h.number, _one_line(h.text)) if part or h.number)) for h in headings
        ]
    if document.notices:
        listed += [("", NOTICES_TITLE), ("", NOTICES_LEAD)]
        listed += [("•", f"{notice.citation}. {notice.text}") for notice in document.notices]
    if not document.open_points and "is_suggestion=True" in repr(document.body):
        listed.append(("", _KEY))
    for block in document.body:
        listed += _block_texts(block)
    return [(number, clean_text(text)) for number, text in listed if clean_text(text)]


_PLACES = "The text shows the place of each with the number of the point."
_KEY = "Words with a dotted line under them come from a suggestion that nobody has agreed yet."


def _one_line(text: str) -> str:
    return " ".join(clean_text(text).split())


def _cover_texts(document: Document) -> list[str]:
    texts = [document.title, document.collaborative, document.subtitle, document.status.value, "Document control"]
    for entry in document.control:
        texts += [entry.label, runs_text(entry.runs)]
    return texts


def _open_point_texts(document: Document) -> list[str]:
    if not document.open_points:
        return []
    count = len(document.open_points)
    texts = ["Open points", f"{count} answers are still missing. {_PLACES}", "No.", "Question", "Section", "Place"]
    for point in document.open_points:
        texts += [str(point.number), point.label, point.section, point.place]
    return [*texts, _KEY]


def _block_texts(block: Block) -> list[tuple[str, str]]:
    match block:
        case Heading():
            return [(block.number, block.text)]
        case Paragraph(number="10.12"):
            # It stands in part 2, where no list could count it.
            return [("", f"10.12\t{runs_text(block.runs)}")]
        case Paragraph():
            return [(block.number, runs_text(block.runs))]
        case Table():
            cells = [column.title for column in block.columns]
            cells += [runs_text(cell) for row in block.rows for cell in row]
            caption = f"{block.label}: {block.caption}" if block.caption else block.label
            return [("", text) for text in (caption, *cells)]
        case SignatureBlock():
            texts = []
            for part in block.parts:
                texts += [part.party, part.statement]
                for each in part.fields:
                    texts += [each.label, each.value]
            return [("", text) for text in texts]


def _table(text: str) -> Table:
    columns = (TableColumn("Ref", 1), TableColumn(text, 2), TableColumn("Figure", 1, is_figure=True))
    return Table("Table 1", text, columns, (((Words("R1"),), (Given(text, "any.question"),), (Words(text),)),))


def _document(text: str) -> Document:
    """A document with the text in every kind of place."""
    fields = (SignatureField("Signature"), SignatureField("Name", text))
    return replace(
        sample_document(),
        title=text,
        collaborative=text,
        control=(ControlEntry("Owner", (Given(text, "any.question"),)),),
        open_points=(),
        notices=(),
        body=(
            Heading(1, "1", text, "part-1"),
            Paragraph("1.1", 0, (Words("Before "), Given(text, "any.question", is_suggestion=True), Words(" after."))),
            Paragraph("(a)", 1, (Words(text, is_bold=True), Words("."))),
            _table(text),
            SignatureBlock((Signature(text, text, fields),)),
        ),
    )
