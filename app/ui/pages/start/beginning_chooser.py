"""The part of the form for a new collaborative that asks what it starts from."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from app.errors import AnswersFileError
from app.services.start_facts import StartFacts
from app.ui.pages.start.beginnings import FILE, NOTHING, Beginning, begin, beginning_of, choices, name_of
from app.ui.parts.chooser import Chooser
from app.ui.parts.text import TextLook, text_label
from app.ui.session import ProjectSession
from app.ui.theme.measures import HALF_SPACE


class BeginningChooser(QWidget):
    """``suggested`` carries the name of what was chosen; ``refused`` a file and why it cannot be taken in."""

    suggested = Signal(str)
    refused = Signal(object, object)

    def __init__(
        self, session: ProjectSession, facts: Callable[[], StartFacts], choose_file: Callable[[], Path | None]
    ) -> None:
        super().__init__()
        self._session = session
        self._facts = facts
        self._choose_file = choose_file
        self._key = NOTHING
        self._file: Path | None = None
        self._name_in_file = ""
        self.chooser = Chooser("Start from")
        self.chooser.chosen.connect(self._on_chosen)
        caption = text_label("Start from", TextLook.LABEL)
        caption.setBuddy(self.chooser)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HALF_SPACE)
        column.addWidget(caption)
        column.addWidget(self.chooser)
        self._show()

    @property
    def beginning(self) -> Beginning:
        """What was chosen."""
        return beginning_of(self._key, self._file)

    def begin(self, name: str) -> str:
        """Make a collaborative of this name and give back its id. Raises errors of Fiveways."""
        return begin(self._session.services, name, self.beginning)

    def _on_chosen(self, key: str) -> None:
        if key == FILE:
            self._on_file_chosen(self._choose_file())
        else:
            self._take(key)

    def _on_file_chosen(self, path: Path | None) -> None:
        if path is not None:
            self._session.soon.do(lambda: self._read(path), f"Reading “{path.name}”…")

    def _read(self, path: Path) -> None:
        if not isValid(self):
            return  # the form was left in the meantime
        try:
            self._name_in_file = self._session.services.files.read(path).name
        except AnswersFileError as error:
            self.refused.emit(path, error)
            return
        self._file = path
        self._take(FILE)

    def _take(self, key: str) -> None:
        self._key = key
        self._show()
        self.suggested.emit(name_of(self._facts(), self.beginning, self._name_in_file))

    def _show(self) -> None:
        self.chooser.show_choices(choices(self._facts(), self._file), self._key)
