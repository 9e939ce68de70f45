"""What is left, seen by document: its open points, suggestions that nobody has confirmed, and what is parked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout

from app.domain.wording import counted
from app.services.left import DocumentTask, TaskStatus
from app.ui.icons import Icon
from app.ui.pages.left.lists import Ways, list_card
from app.ui.pages.left.task_row import status_tag
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtDocuments
from app.ui.reading.standing import law_to_confirm_in_words
from app.ui.theme.measures import SPACE

_WHO_CONFIRMS = "A lawyer must confirm the rules of law that the document lists before its clauses."


def build_by_document(column: QVBoxLayout, documents: Sequence[DocumentTask], beyond: DocumentTask, ways: Ways) -> None:
    """One card with a part for each document; the first with something left is open. Last comes what none has."""
    card = list_card()
    first = next((each for each in documents if each.lacking or each.unconfirmed or each.parked), None)
    for task in documents:
        card.body.addWidget(
            ways.fold(
                f"document {task.id}",
                task.title,
                "",
                lambda inside, task=task: _build_document(inside, task, ways),  # type: ignore[misc]
                is_open=task is first,
                tag=status_tag(task.status),
                below=_below(task),
            )
        )
    column.addWidget(card)
    if beyond.lacking or beyond.parked:
        column.addWidget(text_label(beyond.title, TextLook.HEADING))
        rest = list_card()
        _add_questions(rest.body, beyond, ways)
        column.addWidget(rest)


def _below(task: DocumentTask) -> str:
    both = sum(each in task.lacking for each in task.parked)
    others = len(task.parked) - both
    among = f" ({both} parked)" if both else ""
    parts = [counted(len(task.lacking), "open point", "open points") + among] if task.lacking else []
    parts += [f"{others} parked"] if others else []
    parts += [law_to_confirm_in_words(task.law_to_confirm)] if task.law_to_confirm else []
    return ", ".join(parts)


def _build_document(column: QVBoxLayout, task: DocumentTask, ways: Ways) -> None:
    if task.status is TaskStatus.DOES_NOT_APPLY:
        why = text_label(task.why_not, TextLook.SECONDARY)
        why.setContentsMargins(SPACE, 0, SPACE, 0)
        column.addWidget(why)
        return
    column.addWidget(ways.link("Go to the document", AtDocuments(task.id), icon=Icon.DOCUMENT))
    _add_questions(column, task, ways)
    if task.law_to_confirm:
        law = text_label(_WHO_CONFIRMS, TextLook.SMALL)
        law.setContentsMargins(SPACE, SPACE, SPACE, 0)
        column.addWidget(law)


def _add_questions(column: QVBoxLayout, task: DocumentTask, ways: Ways) -> None:
    ways.add_group(column, "Open points", task.lacking, dict.fromkeys(task.parked, "Parked"))
    ways.add_group(column, "Suggestions that nobody has confirmed", task.unconfirmed)
    ways.add_group(column, "Parked", [each for each in task.parked if each not in task.lacking])
