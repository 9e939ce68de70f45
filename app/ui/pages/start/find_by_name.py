"""What finds one of many collaboratives on the start page: a line for words of the name, and the order of the cards."""

from enum import Enum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.parts.layouts import ArrangedLayout, Flow
from app.ui.parts.tabs import Tabs, TabsLook
from app.ui.theme.measures import DOUBLE_SPACE, SPACE


class Order(Enum):
    """In which order cards stand, by the place of its tab."""

    LATEST = 0
    NAME = 1


class FindByName(QWidget):
    """``typed`` and ``ordered`` say that something else is to be shown."""

    typed = Signal()
    ordered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.filter = QLineEdit()
        self.filter.setPlaceholderText("Find by name")
        self.filter.setAccessibleName("Find a collaborative by name")
        self.filter.setProperty("look", "search")
        self.filter.setMaxLength(120)
        self.filter.setMinimumWidth(30 * SPACE)
        self.order = Tabs(("Latest first", "By name"), TabsLook.SEGMENTS, "Order of the collaboratives")
        flow = ArrangedLayout(Flow(DOUBLE_SPACE), self)
        flow.addWidget(self.filter)
        flow.addWidget(self.order)
        self.filter.textEdited.connect(self.typed)
        self.order.currentChanged.connect(self.ordered)

    @property
    def words(self) -> list[str]:
        """The words that a name must have, in lower case."""
        return self.filter.text().casefold().split()

    @property
    def is_by_name(self) -> bool:
        """Whether cards stand by their names."""
        return Order(self.order.currentIndex()) is Order.NAME
