"""The front page says who agrees, and never that nobody or one organisation agrees with itself in many."""

import pytest

from app.domain.values import Organisation
from app.services.answering import Cells
from app.services.services import Services

AGREEMENTS = ("memorandum-of-understanding", "risk-and-gain-share")


@pytest.mark.parametrize("document", AGREEMENTS)
def test_while_there_are_no_members_it_asks_who_they_are(services: Services, document: str) -> None:
    made = services.collaboratives.create("Humber Ridge")
    (drafted,) = services.drafting.draft(services.answering.open(made.id), document)
    assert "who are the members?" in drafted.subtitle
    assert "zero" not in drafted.subtitle


@pytest.mark.parametrize("document", AGREEMENTS)
@pytest.mark.parametrize(("count", "words"), [(1, "one organisation on"), (2, "two organisations on")])
def test_it_counts_them_in_words(services: Services, document: str, count: int, words: str) -> None:
    made = services.collaboratives.create("Humber Ridge")
    for number in range(count):
        cells: Cells = {
            "organisation": Organisation(f"Trust {number}"),
            "legal-form": "nhs-trust",
            "membership": "full",
        }
        services.answering.put_row(made.id, "members.members", None, cells)
    (drafted,) = services.drafting.draft(services.answering.open(made.id), document)
    assert f"between {words} how" in drafted.subtitle
