"""The register of organisations that names are found in: what it is, and how to renew it from the public file."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from app.errors import AnswersFileError, FivewaysError
from app.services.organisations import Organisations
from app.ui.icons import Icon
from app.ui.parts.buttons import Button
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.strip import Tone
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import SPACE

_MOST_PROBLEMS = 12
_HOW = (
    "To renew it, download the file of NHS trusts from the public register of NHS organisations, and import it here as "
    "it was downloaded: a spreadsheet program may change it when it saves it."
)


class RegisterPart(QWidget):
    """Lists every bad line of a file that it refuses; nothing of such a file is kept."""

    def __init__(self, organisations: Organisations) -> None:
        super().__init__()
        self._organisations = organisations
        self._state = text_label()
        self.messages = MessageSpace()
        self.import_button = Button("Import a register file", icon=Icon.IMPORT)
        self.import_button.clicked.connect(self._on_import_wished)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SPACE)
        column.addWidget(self._state)
        column.addWidget(text_label(_HOW, TextLook.SECONDARY))
        column.addWidget(self.messages)
        column.addWidget(self.import_button)
        self._state.setText(organisations.state().words)

    def import_file(self, path: Path) -> None:
        """Renew the register from a file."""
        try:
            state = self._organisations.import_register(path)
        except AnswersFileError as error:
            problems = [str(problem) for problem in error.problems]
            more = len(problems) - _MOST_PROBLEMS
            shown = (*problems[:_MOST_PROBLEMS], *((f"And {more} more.",) if more > 0 else ()))
            self.messages.say(Tone.ERROR, f"“{path.name}” could not be imported. The register has not changed.", shown)
        except FivewaysError as error:
            self.messages.say(Tone.ERROR, str(error))
        else:
            self._state.setText(state.words)
            self.messages.say(Tone.SUCCESS, f"The register was renewed from “{path.name}”.")

    def _on_import_wished(self) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self, "Import a register file", "", "Register files (*.csv)")
        if chosen:
            self.import_file(Path(chosen))
