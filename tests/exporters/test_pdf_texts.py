"""What is typed reaches the page as it was typed: every script, every sign, every direction."""

import re
from dataclasses import replace
from unicodedata import category

import bidi
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.documents.blocks import Given, Paragraph, Table, TableColumn, Words
from app.exporters.characters import clean_text
from app.exporters.directions import levels, visual_order
from app.exporters.pages import page_count, page_text
from app.exporters.pdf.lines import count_lines, longest_line, measure_texts, set_lines, text_width, widest_word
from app.exporters.pdf.shaping import shape_text
from app.exporters.pdf.writer import write_pdf
from tests.exporters.pdf_reading import read_pdf, squeezed
from tests.exporters.sample_document import AWKWARD_TEXTS, CLEANED_TEXTS, sample_document

any_text = st.text(st.characters(codec="utf-8"), max_size=60)
words_and_signs = st.text(st.sampled_from("ab é/-–&<>{}*_ \n\t\u00a0שלا٣1(.%)👍\u0301\u200d"), max_size=80)


@settings(max_examples=40)
@given(st.lists(any_text | words_and_signs, min_size=1, max_size=4))
def test_free_text_in_sentences_and_cells_is_read_back_word_for_word(texts: list[str]) -> None:
    runs = tuple(Given(text, "any.question", is_bold=place % 2 == 1) for place, text in enumerate(texts))
    columns = (TableColumn("First", 1), TableColumn("Second", 2, is_figure=True))
    table = Table("Table 1", "texts", columns, tuple((runs, (Given(text, "any.question"),)) for text in texts))
    body = (Paragraph("1.1", 0, (Words("From"), *runs, Words("to."))), table)
    document = replace(sample_document(), open_points=(), notices=(), control=(), body=body)
    root = read_pdf(write_pdf(document)).root
    whole = clean_text("".join(texts))
    sentence = next(node for node in root.find("P") if node.text.startswith("1.1"))
    assert _words(sentence.text) == _words(f"1.1 From{whole}to.")
    cells = [row.find("TH", "TD") for row in root.find("TR")[1:]]
    assert [(_words(first.text), _words(second.text)) for first, second in cells] == [
        (_words(whole), _words(clean_text(text))) for text in texts
    ]


def _words(text: str) -> list[str]:
    return re.split("[ \t\n]+", text.strip(" \t\n"))


def test_characters_of_every_script_and_their_marks_are_read_back() -> None:
    codes = (*range(0x21, 0x3000, 7), *range(0x900, 0xE00, 3), *range(0xA000, 0xD7A4, 701), *range(0xF900, 0xFFFE, 97))
    typed = [chr(code) for code in (*codes, 0xE000, 0x1F468, 0x10FFFD) if category(chr(code)) not in ("Cn", "Cc", "Zs")]
    texts = ["".join(typed[start : start + 60]) for start in range(0, len(typed), 60)]
    body = tuple(Paragraph("", 0, (Given(text, "any.question"),)) for text in texts)
    document = replace(sample_document(), open_points=(), notices=(), body=body)
    read = [node.text for node in read_pdf(write_pdf(document)).root.find("P")]
    assert ["".join(_words(text)) for text in read[-len(texts) :]] == [
        clean_text(text).replace("\n", "") for text in texts
    ]


@pytest.mark.parametrize(("typed", "kept"), CLEANED_TEXTS)
def test_what_no_page_can_hold_is_dropped_or_replaced(typed: str, kept: str) -> None:
    body = (Paragraph("", 0, (Given(typed, "any.question"),)),)
    root = read_pdf(write_pdf(replace(sample_document(), body=body))).root
    assert squeezed(root.find("P")[-1].text) == squeezed(kept)


def test_halves_of_one_character_are_joined_and_every_kind_of_line_end_is_one() -> None:
    assert clean_text("\ud83d\ude00 \ude00") == "😀 \ufffd"
    assert clean_text("a\r\nb\rc\u2028d\x0be") == "a\nb\nc\nd\ne"
    assert clean_text("kept: \t\ufeff\u200d\u00ad") == "kept: \t\ufeff\u200d\u00ad"


@pytest.mark.parametrize("text", AWKWARD_TEXTS)
@pytest.mark.parametrize("is_bold", [False, True])
def test_no_character_is_ever_drawn_as_missing(text: str, is_bold: bool) -> None:
    stretches = shape_text(text, is_bold)
    assert "".join(stretch.text for stretch in stretches) == text
    assert all(glyph.number > 0 for stretch in stretches for glyph in stretch.glyphs)


def test_a_character_that_no_font_has_is_found_by_search_and_copied() -> None:
    body = (Paragraph("", 0, (Given("Thumbs 👍🏽 and 日本語", "any.question"),)),)
    content = write_pdf(replace(sample_document(), open_points=(), notices=(), body=body))
    assert "Thumbs 👍🏽 and 日本語" in page_text(content, page_count(content) - 1)


def test_arabic_letters_join_and_hebrew_is_drawn_from_the_right() -> None:
    (arabic,) = shape_text("سلام", False, True)
    (apart,) = shape_text("س", False, True)
    assert apart.glyphs[0].number not in {glyph.number for glyph in arabic.glyphs}
    (hebrew,) = shape_text("שלום", False, True)
    assert [glyph.text for glyph in hebrew.glyphs] == list("םולש")


@settings(max_examples=300)
@given(st.text(st.sampled_from("ab אב عر ٣1 2.,%(-)+[]/:£"), min_size=1, max_size=14))
def test_directions_agree_with_the_reference_implementation(text: str) -> None:
    text = text.strip()
    found = levels(text)
    if found is None:
        assert bidi.get_display(text, base_dir="L") == text
        return
    base = "L" if re.search("[ab]", text) else "R"
    assert "".join(text[place] for place in visual_order(found)) == bidi.get_display(text, base_dir=base)


def test_marks_that_would_turn_figures_around_have_no_effect() -> None:
    assert levels("pay \u202e001\u202c now") is None
    turned = levels("ש \u202e001\u202c")
    assert turned is not None
    assert len({turned[place] for place in (3, 4, 5)}) == 1
    assert turned[3] % 2 == 0


@settings(max_examples=150)
@given(st.lists(st.tuples(words_and_signs, st.booleans()), max_size=3), st.integers(2500, 30_000))
def test_no_line_is_wider_than_its_column_and_no_character_is_lost(texts: list[tuple[str, bool]], width: int) -> None:
    lines = set_lines(texts, width)
    assert all(line.width <= width + 0.01 for line in lines)
    shown = "".join(stretch.text for line in lines for part in line.parts for stretch in part.stretches)
    assert re.sub("[ \t\n]", "", shown) == re.sub("[ \t\n]", "", "".join(text for text, _ in texts))


def test_lines_end_between_words_and_not_at_a_space_that_binds() -> None:
    room = text_width("clause 9.2", False) - 1
    assert _shown("clause 9.2", room) == ["clause ", "9.2"]
    assert _shown("see clause\u00a09.2", text_width("see clause", False)) == ["see ", "clause\u00a09.2"]
    assert _shown("non-executive", text_width("executive", False)) == ["non-", "executive"]
    assert _shown("2026-08", text_width("2026-08", False)) == ["2026-08"]


def _shown(text: str, width: float) -> list[str]:
    lines = set_lines([(text, False)], width)
    return ["".join(stretch.text for part in line.parts for stretch in part.stretches) for line in lines]


def test_brackets_stay_with_the_answer_between_them() -> None:
    lines = set_lines(
        [("of the members (", False), ("5 of the 6", False), (")", False)], text_width("of the members (", False)
    )
    first = "".join(stretch.text for part in lines[0].parts for stretch in part.stretches)
    assert first == "of the members "


def test_an_address_parts_after_a_sign() -> None:
    address = "https://example.nhs.uk/about/our-collaborative?year=2026"
    lines = _shown(address, text_width("https://example.nhs.uk/about/our", False))
    assert "".join(lines) == address
    assert all(line[-1] in "/-?=&.:" for line in lines[:-1])


def test_measures_tell_the_longest_word_and_the_whole_text() -> None:
    measures = measure_texts([("a joint ", False), ("committee", True)])
    assert widest_word(measures) == pytest.approx(text_width("committee", True))
    assert longest_line(measures) == pytest.approx(text_width("a joint ", False) + text_width("committee", True))


@given(st.text(st.sampled_from("abcdefgh \n-é"), max_size=80), st.integers(4_000, 20_000))
def test_lines_are_counted_as_they_are_set(text: str, width: int) -> None:
    text = re.sub(r"\s*\n\s*", "\n", text.strip())
    measures = measure_texts([(text, False)])
    if widest_word(measures) <= width:
        assert count_lines(measures, width) == len(set_lines([(text, False)], width))
