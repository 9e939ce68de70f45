"""Where a document holds illustrative answers, its cover says so in every format, and each page in a few words."""

from dataclasses import replace

import pytest

from app.documents.blocks import ILLUSTRATIONS, Status
from app.exporters.html import write_html
from app.exporters.pdf.writer import combine_pdf, write_pdf
from app.exporters.word.writer import write_word
from tests.exporters.html_reading import read_html
from tests.exporters.pdf_reading import read_pdf, spoken_texts
from tests.exporters.sample_document import sample_document
from tests.exporters.word_reading import read_word

PLAIN = sample_document()
MARKED = replace(PLAIN, has_illustrations=True)
STANDING = "Draft for legal review, with illustrative answers"


def test_a_pdf_says_it_on_its_cover_and_above_every_other_page() -> None:
    read = read_pdf(write_pdf(MARKED))
    texts = spoken_texts(read.root)
    assert texts.index(ILLUSTRATIONS) == texts.index("Draft for legal review") + 1
    assert all(STANDING in words for words in read.decorations[1:])


def test_a_combined_pdf_says_it_on_its_first_page_if_any_document_in_it_does() -> None:
    read = read_pdf(combine_pdf((PLAIN, MARKED)))
    assert spoken_texts(read.root)[4] == ILLUSTRATIONS
    assert STANDING in read.decorations[1]
    assert spoken_texts(read.root).count(ILLUSTRATIONS) == 2


def test_a_word_file_says_it_on_its_cover_above_every_other_page_and_of_itself() -> None:
    file = read_word(write_word(MARKED))
    shown = [each.text for each in file.paragraphs]
    assert shown.index(ILLUSTRATIONS) == shown.index("Draft for legal review") + 1
    assert [each.text for each in file.package.sections[0].header.paragraphs] == [
        f"Northern Acute Alliance: Memorandum of understanding\t{STANDING}"
    ]
    assert file.package.core_properties.content_status == STANDING


def test_a_page_says_it_below_its_status() -> None:
    (header,) = read_html(write_html(MARKED)).find("header")
    assert [each.text for each in header.find("p", kind="caution")] == [ILLUSTRATIONS]


@pytest.mark.parametrize("status", list(Status))
def test_a_document_without_illustrative_answers_says_nothing_of_them(status: Status) -> None:
    document = sample_document(status)
    read = read_pdf(combine_pdf((document, document)))
    shown = [*spoken_texts(read.root), *read.decorations, write_html(document)]
    shown += [each.text for each in read_word(write_word(document)).paragraphs]
    assert not any("illustrative" in each for each in shown)
