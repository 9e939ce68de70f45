"""Letters and Roman numerals of items."""

import pytest

from app.documents.numbering import letter, roman


@pytest.mark.parametrize(("count", "shown"), [(1, "(a)"), (26, "(z)"), (27, "(aa)"), (52, "(az)"), (53, "(ba)")])
def test_items_of_a_list_are_lettered(count: int, shown: str) -> None:
    assert letter(count) == shown


@pytest.mark.parametrize(("count", "shown"), [(1, "(i)"), (4, "(iv)"), (9, "(ix)"), (14, "(xiv)"), (20, "(xx)")])
def test_items_inside_an_item_have_roman_numerals(count: int, shown: str) -> None:
    assert roman(count) == shown
