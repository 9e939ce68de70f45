"""Which defined terms a document is found to use."""

from datetime import date

from app.documents.blocks import Paragraph, Words
from app.documents.definitions import used_terms
from app.documents.markup import Literal
from app.documents.templates import Meaning, Term
from app.domain.answers import Answers
from app.domain.questions import Questionnaire
from app.domain.readings import Design

GATE = Term("gate", "Gate", "Gates", (Meaning(None, (Literal("a point that a proposal must pass"),)),))
QUALITY_GATE = Term("quality-gate", "Quality Gate", "", (Meaning(None, (Literal("the tests of quality"),)),))
MEMBER = Term("member", "Member", "Members", (Meaning(None, (Literal("an organisation"),)),))
LEAVER = Term("leaver", "Leaving Member", "", (Meaning(None, (Literal("a Member that is leaving"),)),))
TERMS = (GATE, QUALITY_GATE, MEMBER, LEAVER)


def found(text: str) -> list[str]:
    design = Design(Answers({}, {}), Questionnaire(()), {}, date(2026, 8, 6))
    return [term.id for term, _ in used_terms([Paragraph("1", 0, (Words(text),))], TERMS, design)]


def test_a_term_inside_a_longer_term_is_not_used() -> None:
    assert found("No gain is released until the Quality Gate is met.") == ["quality-gate"]


def test_a_term_that_also_stands_alone_is_used() -> None:
    assert found("The Quality Gate is no Gate of a proposal.") == ["gate", "quality-gate"]


def test_a_plural_counts_as_use_of_its_term() -> None:
    assert found("All Gates are open.") == ["gate"]


def test_a_term_in_the_meaning_of_a_used_term_is_used_too() -> None:
    assert found("The Leaving Member pays.") == ["leaver", "member"]


def test_a_word_in_small_letters_is_not_a_term() -> None:
    assert found("The gate is open to every member.") == []


def test_a_product_without_terms_defines_nothing() -> None:
    design = Design(Answers({}, {}), Questionnaire(()), {}, date(2026, 8, 6))
    assert used_terms([Paragraph("1", 0, (Words("Any Member."),))], (), design) == ()
