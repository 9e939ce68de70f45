"""Lists of links to questions, as every view of what is left shows them."""

from collections.abc import Callable, Iterable, Mapping, MutableMapping
from dataclasses import dataclass

from PySide6.QtWidgets import QAbstractButton, QVBoxLayout

from app.domain.questions import Question
from app.ui.icons import Icon
from app.ui.parts.card import Card
from app.ui.parts.folded_part import FoldedPart
from app.ui.parts.link_row import LinkRow
from app.ui.parts.tag import Tag
from app.ui.parts.text import TextLook, text_label
from app.ui.places import AtSection, UserPlace
from app.ui.theme.measures import SPACE


@dataclass(frozen=True)
class Ways:
    """How a list leads on, and which of its parts the user has folded or unfolded, by a key of their own."""

    go: Callable[[UserPlace], None]
    folds: MutableMapping[str, bool]

    def question_link(self, question: Question, below: str = "", icon: Icon | None = None) -> LinkRow:
        """A link to a question."""
        return self.link(question.label, AtSection(question.section, question.id), below, icon)

    def link(self, words: str, place: UserPlace, below: str = "", icon: Icon | None = None) -> LinkRow:
        """A link to a place."""
        made = LinkRow(words, below, icon=icon)
        self.lead(made, place)
        return made

    def lead(self, button: QAbstractButton, place: UserPlace) -> None:
        """Let a button lead to a place."""
        button.clicked.connect(lambda: self.go(place))

    def fold(
        self,
        key: str,
        words: str,
        beside: str,
        build: Callable[[QVBoxLayout], None],
        *,
        is_open: bool,
        tag: Tag | None = None,
        below: str = "",
    ) -> FoldedPart:
        """A part that stays folded or open as the user left it, at first as `is_open` says."""
        part = FoldedPart(words, beside, build, is_open=self.folds.get(key, is_open), tag=tag, below=below)
        part.unfolded.connect(lambda is_unfolded: self.folds.__setitem__(key, is_unfolded))
        return part

    def add_group(
        self,
        column: QVBoxLayout,
        heading: str,
        questions: Iterable[Question],
        below: Mapping[Question, str] | None = None,
    ) -> None:
        """Links to questions, some with words below, under a small heading; nothing at all where there are none."""
        asked = tuple(questions)
        if not asked:
            return
        caption = text_label(f"{heading} ({len(asked)})", TextLook.LABEL)
        caption.setContentsMargins(SPACE, SPACE, 0, 0)
        column.addWidget(caption)
        for question in asked:
            column.addWidget(self.question_link(question, (below or {}).get(question, "")))


def list_card() -> Card:
    """A card for a list of rows."""
    card = Card()
    card.body.setContentsMargins(SPACE, SPACE, SPACE, SPACE)
    return card
