"""What to export: which documents, in which formats, as a draft or as final, and into which folder."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFileDialog, QVBoxLayout, QWidget

from app.domain.questions import Option
from app.domain.wording import counted
from app.services.packs import Format, PackRequest
from app.services.preferences import Preferences
from app.ui.documents_folder import documents_folder
from app.ui.fields.marks import RadioMark, TickMark
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Columns
from app.ui.parts.path_label import PathLabel
from app.ui.parts.text import TextLook, text_label
from app.ui.theme.measures import HALF_SPACE, SPACE, TRIPLE_SPACE

_APART = "Each export makes a new folder in it, so nothing from before is written over."
_FOLDER_KEY, _FORMATS_KEY, _COMBINED_KEY = "export.folder", "export.formats", "export.is-combined"

_FORMATS = {
    Format.PDF: Option("pdf", "PDF", "For boards: tagged, so that a screen reader can speak it."),
    Format.WORD: Option("docx", "Word", "For lawyers: numbered paragraphs and fields that can be edited."),
    Format.HTML: Option("html", "HTML", "For a web page or an intranet: one file that needs nothing else."),
}
_DRAFT = Option("draft", "Draft for legal review", "Gaps and suggestions are marked in the text.")
_FINAL = Option("final", "Final", "Only where no errors and no open points are left.")


class ExportForm(QWidget):
    """``changed`` says that the request is another one. What was chosen is kept as a preference."""

    changed = Signal()

    def __init__(self, preferences: Preferences) -> None:
        super().__init__()
        self._preferences = preferences
        self._folder = Path(preferences.get(_FOLDER_KEY) or documents_folder() / "Fiveways")
        self._scopes: dict[tuple[str, ...], RadioMark] = {}
        self._scope: tuple[str, ...] = ()
        self._scope_group = QButtonGroup(self)
        self._scope_column = _column()
        self.only_scope = text_label("")
        self.formats = {form: TickMark(option) for form, option in _FORMATS.items()}
        self.combined = TickMark(
            Option("combined", "One PDF for all", "With one contents and a bookmark for each document.")
        )
        self.draft, self.final = RadioMark(_DRAFT), RadioMark(_FINAL)
        self._status_group = QButtonGroup(self)
        self.problem = text_label("", TextLook.PROBLEM)
        self.change_folder = Button("Change folder", ButtonLook.SECONDARY, name="Change the folder to export to")
        self._path_holder = _column()
        self._lay_out()
        self._take_up_preferences()
        self._connect()
        self._check()

    @property
    def request(self) -> PackRequest:
        """What is asked for at present."""
        formats = tuple(form for form, mark in self.formats.items() if mark.isChecked())
        return PackRequest(
            self._scope, formats, self.combined.isEnabled() and self.combined.isChecked(), self.final.isChecked()
        )

    @property
    def scopes(self) -> dict[tuple[str, ...], RadioMark]:
        """What can be chosen to be exported, by the document ids of a request; nothing where there is no choice."""
        return self._scopes

    @property
    def folder(self) -> Path:
        """Where the files go."""
        return self._folder

    @property
    def is_complete(self) -> bool:
        """Whether anything is asked for."""
        return bool(self.request.formats)

    def show_scopes(
        self, count: int, document: tuple[str, str] | None = None, copy: tuple[str, str] | None = None
    ) -> None:
        """Offer all documents, one (its id and title), and one copy of it (its id and member's name)."""
        offered: dict[tuple[str, ...], Option] = {
            (): Option("all", "Every document that applies", counted(count, "document", "documents"))
        }
        if document is not None:
            offered[document[0],] = Option(document[0], f"Only {document[1]}", "Every copy of it" if copy else "")
        if copy is not None and document is not None:
            offered[copy[0],] = Option(copy[0], f"Only the copy for {copy[1]}")
        wished: tuple[str, ...] = (document[0],) if document is not None else ()
        for mark in self._scopes.values():
            self._scope_group.removeButton(mark)
            mark.hide()
            mark.deleteLater()
        only = offered[()]
        # A single mark would ask for a choice that there is not.
        self.only_scope.setText(f"{only.label}: {only.hint}.")
        self.only_scope.setVisible(len(offered) == 1)
        self._scopes = {key: RadioMark(option) for key, option in offered.items()} if len(offered) > 1 else {}
        for key, mark in self._scopes.items():
            self._scope_group.addButton(mark)
            self._scope_column.addWidget(mark)
            mark.clicked.connect(lambda _=False, chosen=key: self._on_scope_chosen(chosen))
            mark.setVisible(True)
        self._scope = wished
        if wished in self._scopes:
            self._scopes[wished].setChecked(True)
        self._check()

    def focus_first(self) -> None:
        """Put the focus on what is chosen to be exported; where that is no choice, on the first format."""
        first = self._scopes.get(self._scope) or self.formats[Format.PDF]
        first.setFocus()

    def choose_folder(self, folder: Path) -> None:
        """Export to this folder from now on."""
        self._folder = folder
        self._preferences.put(_FOLDER_KEY, str(folder))
        self._show_folder()
        self.changed.emit()

    def _on_scope_chosen(self, scope: tuple[str, ...]) -> None:
        self._scope = scope
        self._on_changed()

    def _on_folder_wished(self) -> None:
        start = self._folder if self._folder.is_dir() else self._folder.parent
        chosen = QFileDialog.getExistingDirectory(self, "Folder to export to", str(start))
        if chosen:
            self.choose_folder(Path(chosen))

    def _on_changed(self) -> None:
        formats = ",".join(form.value for form in self.request.formats)
        self._preferences.put(_FORMATS_KEY, formats)
        self._preferences.put(_COMBINED_KEY, "yes" if self.combined.isChecked() else "no")
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        self.problem.setText("" if self.is_complete else "Choose at least one format.")
        self.problem.setVisible(not self.is_complete)
        self.combined.setVisible(not self._scope)
        self.combined.setEnabled(not self._scope and self.formats[Format.PDF].isChecked())

    def _take_up_preferences(self) -> None:
        known = set(self._preferences.get(_FORMATS_KEY, Format.PDF.value).split(","))
        for form, mark in self.formats.items():
            mark.setChecked(form.value in known)
        if not any(mark.isChecked() for mark in self.formats.values()):
            self.formats[Format.PDF].setChecked(True)
        self.combined.setChecked(self._preferences.get(_COMBINED_KEY) == "yes")
        self.draft.setChecked(True)
        self._show_folder()

    def _show_folder(self) -> None:
        while self._path_holder.count():
            item = self._path_holder.takeAt(0)
            before = item.widget() if item is not None else None
            if before is not None:
                before.hide()
                before.deleteLater()
        self._path_holder.addWidget(PathLabel(str(self._folder), "Folder to export to"))

    def _connect(self) -> None:
        for mark in (*self.formats.values(), self.combined):
            mark.clicked.connect(self._on_changed)
        for status in (self.draft, self.final):
            self._status_group.addButton(status)
            status.clicked.connect(self._on_changed)
        self.change_folder.clicked.connect(self._on_folder_wished)

    def _lay_out(self) -> None:
        formats, status, folder = _column(), _column(), _column()
        self._scope_column.addWidget(self.only_scope)
        for mark in (*self.formats.values(), self.combined):
            formats.addWidget(mark)
        formats.addWidget(self.problem)
        status.addWidget(self.draft)
        status.addWidget(self.final)
        folder.setSpacing(SPACE)
        folder.addLayout(self._path_holder)
        folder.addWidget(text_label(_APART, TextLook.SMALL))
        folder.addWidget(self.change_folder)
        groups = ArrangedLayout(Columns(34, 2, gap=4 * SPACE, line_gap=TRIPLE_SPACE), self)
        for parts in (
            (("What", self._scope_column), ("Formats", formats)),
            (("Status", status), ("Folder", folder)),
        ):
            beside = _column()
            beside.setSpacing(TRIPLE_SPACE)
            for heading, column in parts:
                beside.addWidget(_group(heading, column))
            beside.addStretch(1)
            holder = QWidget()
            holder.setLayout(beside)
            groups.addWidget(holder)


def _column() -> QVBoxLayout:
    column = QVBoxLayout()
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF_SPACE)
    return column


def _group(heading: str, parts: QVBoxLayout) -> QWidget:
    group = QWidget()
    column = QVBoxLayout(group)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(HALF_SPACE)
    column.addWidget(text_label(heading, TextLook.STRONG))
    column.addLayout(parts)
    return group
