"""The reason for a clause below or beside a document: a line that names it, and the reason itself while unfolded."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.documents.blocks import Block, Document
from app.services.snapshots import Snapshot
from app.ui.pages.documents.why_box import WhyBox, why_title
from app.ui.parts.folded_part import FoldHeader
from app.ui.session import ProjectSession
from app.ui.theme.measures import HALF_SPACE


class Reason(QWidget):
    """Unfolded where there is room for it, until the user folds or unfolds it: then it stays so.

    ``refolded`` says that it takes another height now.
    """

    refolded = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self.header = FoldHeader("")
        self.why = WhyBox(session, has_title=False)
        self._shown: tuple[Document, Block, Snapshot] | None = None
        self._wish: bool | None = None
        self._is_roomy = True
        self.header.clicked.connect(self._on_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        column.addWidget(self.header)
        column.addWidget(self.why)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether the reason itself is shown, where there is one."""
        return self._is_roomy if self._wish is None else self._wish

    def show_block(self, document: Document | None, block: Block | None, snapshot: Snapshot) -> None:
        """Say why a block reads so. Without a block, and for headings, there is nothing to say."""
        title = why_title(document, block)
        self._shown = (document, block, snapshot) if title and document is not None and block is not None else None
        self.header.show_words(title)
        self.setVisible(bool(title))
        self._show_fold()

    def fit(self, width: int, most: int, for_all: int, *, is_roomy: bool) -> None:
        """Be as high as what it says at a width, but no higher than so many pixels, or than those that show it all.

        In little room it is one line.
        """
        self._is_roomy = is_roomy
        self._show_fold()
        header = self.header.heightForWidth(width) + HALF_SPACE
        self.why.fit(width, most - header, for_all - header)

    def _on_clicked(self) -> None:
        self._wish = not self.is_open
        self._show_fold()
        self.refolded.emit()

    def _show_fold(self) -> None:
        self.header.setChecked(self.is_open)
        if self._shown is not None and self.is_open:
            self.why.show_block(*self._shown)
        else:
            self.why.hide()
