"""The guidance on one question at the top of help: why it matters, how to answer, what it rests on."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QVBoxLayout

from app.content.catalogue import Content
from app.domain.questions import Question
from app.domain.wording import capital, sentence
from app.ui.fields.value_words import value_in_short
from app.ui.pages.law_words import standing_in_words
from app.ui.panel.guidance_tab import how_to_answer
from app.ui.parts.link_row import LinkRow
from app.ui.parts.panel_column import add_heading, add_part
from app.ui.parts.text import TextLook, text_label


def add_question(
    column: QVBoxLayout, question: Question, content: Content, today: date, on_law: Callable[[str], None]
) -> None:
    """Put the guidance on a question into a column; ``on_law`` is given the id of a record that is chosen."""
    add_part(column, "Why it matters", question.why)
    add_part(column, "How to answer", question.hint, how_to_answer(question))
    if question.suggestion is not None:
        suggested = capital(value_in_short(question.suggestion.value, question))
        add_part(column, "What we suggest", suggested, question.suggestion.reason)
        add_part(column, "Usual range", sentence(question.suggestion.usual_range))
    sources = [
        (content.sources[each.source], each.place) for each in question.sources if each.source in content.sources
    ]
    if sources:
        add_heading(column, "Sources" if len(sources) > 1 else "Source")
    for source, place in sources:
        column.addWidget(text_label(f"{source.title}: {place}" if place else source.title, TextLook.SMALL))
    wanted = (law for check in content.checks if question.id in check.questions for law in check.law)
    records = [content.law[law] for law in dict.fromkeys(wanted) if law in content.law]
    if records:
        add_heading(column, "Law behind its checks")
    for record in records:
        row = LinkRow(record.citation, standing_in_words(record, today), is_flush=True)
        row.clicked.connect(lambda _=False, law=record.id: on_law(law))
        column.addWidget(row)
