"""The buttons below a table, which add to it."""

from PySide6.QtWidgets import QWidget

from app.ui.icons import Icon
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.layouts import ArrangedLayout, Flow


class TableButtons(QWidget):
    """``add`` is for one row that is typed, ``paste`` for rows from a spreadsheet."""

    def __init__(self, table: str) -> None:
        super().__init__()
        self.add = Button("Add a row", icon=Icon.PLUS, name=f"Add a row: {table}", tip="Add a row (Insert)")
        self.paste = Button(
            "Paste rows",
            ButtonLook.QUIET,
            Icon.PASTE,
            name=f"Paste rows: {table}",
            tip="Paste rows copied in a spreadsheet (Ctrl+V on a row)",
        )
        flow = ArrangedLayout(Flow(), self)
        flow.addWidget(self.add)
        flow.addWidget(self.paste)
