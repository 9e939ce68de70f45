"""The settings page: the look of the screen, the register, the workspace, the law, the keys, and what Fiveways is."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.marks import override
from app.services.about import ABOUT, LICENCE, NAME, NO_ENDORSEMENT, VERSION
from app.services.snapshots import Snapshot
from app.services.uses import Rests
from app.ui.pages.page import Page
from app.ui.pages.settings.keys_part import KeysPart
from app.ui.pages.settings.law_part import LawPart
from app.ui.pages.settings.look_part import LookPart
from app.ui.pages.settings.register_part import RegisterPart
from app.ui.pages.settings.workspace_part import WorkspacePart
from app.ui.parts.card import Card
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.section_header import SectionHeader
from app.ui.parts.tab_order import follow_layout
from app.ui.parts.text import TextLook, text_label
from app.ui.session import ProjectSession
from app.ui.theme.measures import DOUBLE_SPACE


class SettingsPage(Page):
    """Its parts are made when it is shown for the first time: most runs of the app never ask for them."""

    look_changed = Signal()

    def __init__(self, session: ProjectSession) -> None:
        super().__init__()
        self._session = session
        self._is_made = False
        self._record: Card | None = None
        self.look: LookPart | None = None
        self.register: RegisterPart | None = None
        self.workspace: WorkspacePart | None = None
        self.law: LawPart | None = None
        self.column = ScrollColumn("Settings")
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self.column)

    def show_law(self, law: str) -> None:
        """Show one law record; with an empty id, the top of the page."""
        self._make()
        card = self.law.show_record(law) if self.law is not None and law else None
        self._record = card
        if card is None:
            self.column.verticalScrollBar().setValue(0)
        else:
            # The column knows where the card is only after it was laid out.
            QTimer.singleShot(0, card, lambda: self.column.scroll_to(card))

    @override
    def enter(self) -> None:
        """At a law record the focus goes to the record: anywhere else it would be scrolled out of sight again."""
        if self._record is None:
            super().enter()
        else:
            self._record.setFocus(Qt.FocusReason.OtherFocusReason)

    @override
    def show_snapshot(self, snapshot: Snapshot) -> None:
        self._make()
        if self.look is not None and self.workspace is not None and self.law is not None:
            self.look.show_chosen()
            self.workspace.refresh()
            self.law.refresh()

    def _make(self) -> None:
        if self._is_made:
            return
        self._is_made = True
        services = self._session.services
        self.look = LookPart(services.preferences)
        self.look.look_changed.connect(self.look_changed)
        self.register = RegisterPart(services.organisations)
        self.workspace = WorkspacePart(services.workspace_facts)
        content = services.content
        self.law = LawPart(
            tuple(content.law.values()),
            self._session.today,
            content.questionnaire,
            self._resting_on,
            self._unsettled_in_pack,
        )
        self.law.place_wished.connect(self.place_wished)
        body = self.column.body
        body.addWidget(SectionHeader("Settings", "These apply to every collaborative on this computer."))
        for heading, part in (
            ("Text and colours", self.look),
            ("Register of organisations", self.register),
            ("Where your work is kept", self.workspace),
            ("Law records", self.law),
            ("Keys", KeysPart()),
            (f"About {NAME}", _about()),
        ):
            card = _framed(heading, part)
            body.addWidget(card)
            # A layout in sight shows what is added only a moment later; the focus cannot wait.
            card.show()
        body.addStretch(1)
        follow_layout(self)

    def _resting_on(self, law: str) -> Rests | None:
        session = self._session
        return session.services.uses.of_law(law, session.snapshot) if session.is_open else None

    def _unsettled_in_pack(self) -> frozenset[str]:
        session = self._session
        states = session.services.drafting.states(session.snapshot) if session.is_open else ()
        return frozenset(law for state in states for law in state.law_to_confirm)


def _framed(heading: str, part: QWidget) -> Card:
    card = Card()
    card.body.setSpacing(DOUBLE_SPACE)
    card.body.addWidget(text_label(heading, TextLook.QUESTION))
    card.body.addWidget(part)
    card.setAccessibleName(heading)
    return card


def _about() -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(text_label(f"{NAME} {VERSION}, {LICENCE}", TextLook.STRONG))
    column.addWidget(text_label(ABOUT))
    column.addWidget(text_label(NO_ENDORSEMENT))
    return holder
