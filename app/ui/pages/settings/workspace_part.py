"""Where the work is kept: the workspace file, the folder of copies, and buttons that open them."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.wording import counted, date_in_words
from app.services.workspace_facts import WorkspaceFacts
from app.ui.icons import Icon
from app.ui.parts.buttons import Button
from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.path_label import PathLabel
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE


class WorkspacePart(QWidget):
    """Paths can be marked and copied."""

    def __init__(self, facts: WorkspaceFacts) -> None:
        super().__init__()
        self._facts = facts
        self._copies = text_label("", TextLook.SECONDARY)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        column.addWidget(text_label("Workspace", TextLook.LABEL))
        column.addWidget(PathLabel(facts.location, "Workspace"))
        folder = facts.backups_folder
        if folder is not None:
            column.addSpacing(SPACE)
            column.addWidget(text_label("Backups folder", TextLook.LABEL))
            column.addWidget(PathLabel(str(folder), "Backups folder"))
            column.addWidget(self._copies)
            column.addSpacing(SPACE)
            column.addWidget(_openers(Path(facts.location).parent, folder))
        problem = facts.backup_problem()
        if problem:
            column.addWidget(MessageStrip(Tone.WARNING, problem))
        self.refresh()

    def refresh(self) -> None:
        """Count the copies anew."""
        days = self._facts.backup_days()
        if days:
            latest = date_in_words(days[0])
            self._copies.setText(f"{counted(len(days), 'backup', 'backups')}, the latest of {latest}.")
        else:
            self._copies.setText("No backup yet: the first change of each day makes one.")


def _openers(workspace: Path, copies: Path) -> QWidget:
    holder = QWidget()
    flow = ArrangedLayout(Flow(SPACE), holder)
    for words, folder in (("Open the workspace folder", workspace), ("Open the backups folder", copies)):
        button = Button(words, icon=Icon.FOLDER)
        button.clicked.connect(lambda _=False, target=folder: _open(target))
        flow.addWidget(button)
    return holder


def _open(folder: Path) -> None:
    while not folder.exists() and folder != folder.parent:
        folder = folder.parent
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
