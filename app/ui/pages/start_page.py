"""The start page: the collaboratives of the workspace, ways to begin one, and examples to look into."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.content.example_files import ExampleName
from app.errors import AnswersFileError, FivewaysError
from app.marks import override
from app.services.start_facts import StartFacts
from app.ui.icons import Icon
from app.ui.pages.start.answers_file import choose_file, refusal_in_words
from app.ui.pages.start.begin import free_name
from app.ui.pages.start.collaborative_card import CardAct, CollaborativeCard
from app.ui.pages.start.example_card import BASED_ON, EXAMPLES, ExampleCard
from app.ui.pages.start.fixed_parts import drop_card, head
from app.ui.pages.start.own_shelf import OwnShelf
from app.ui.pages.start.shelf import Shelf
from app.ui.parts.buttons import Button, ButtonLook
from app.ui.parts.card import Card
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.scroll_column import ScrollColumn
from app.ui.parts.strip import Tone
from app.ui.parts.tab_order import follow_layout
from app.ui.session import ProjectSession
from app.ui.theme.measures import TRIPLE_SPACE

if TYPE_CHECKING:
    # The page is there before any of these is asked for.
    from app.content.answers_files import AnswersFile
    from app.ui.pages.start.beginning_chooser import BeginningChooser
    from app.ui.pages.start.card_acts import CardActs
    from app.ui.pages.start.name_form import NameForm
    from app.ui.pages.start.put_away import PutAway

_WIDEST = 1180
_LOOK_FIRST = "Look inside one of these to see a finished design. It opens as a copy of your own."
_NOTHING_YET = "You have no collaborative here yet."


class StartPage(QWidget):
    """Shown while no collaborative is open. `collaborative_wished` carries an id.

    Without services it shows `first`, and what is asked of it is done once they are there.
    """

    collaborative_wished = Signal(str)
    look_changed = Signal()
    help_wished = Signal()
    tour_wished = Signal()

    def __init__(self, session: ProjectSession, first: StartFacts | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.facts = self._facts_now(first or StartFacts())
        # From the outside in, as in the window.
        self._column = ScrollColumn("All collaboratives", widest=_WIDEST)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.addWidget(self._column)
        self.messages = MessageSpace()
        self.new_button = Button("New collaborative", ButtonLook.PRIMARY)
        self.file_button = Button("Open a file", tip="Open an answers file, such as one from a colleague")
        self.look_button = Button("Text and colours", ButtonLook.QUIET, Icon.PREVIEW)
        self.tour_button = Button("Tour", ButtonLook.QUIET, Icon.STAR, tip="A short tour of the window")
        self.help_button = Button("Help", ButtonLook.QUIET, Icon.QUESTION, tip="Help on this page (F1)")
        self.form: NameForm | None = None
        self.beginning: BeginningChooser | None = None
        self._form_card: Card | None = None
        self.own = OwnShelf(session, (self.new_button, self.file_button))
        self._examples = Shelf(EXAMPLES)
        self._examples_shown: tuple[ExampleName, ...] = ()
        self._put_away: PutAway | None = None
        self._drop_card = drop_card()
        self._lay_out()
        self._show_cards()
        self._show_examples()
        self._connect()
        self.setAcceptDrops(True)

    @property
    def cards(self) -> dict[str, CollaborativeCard]:
        """The cards that there are, by id of their collaborative, in the order of the page."""
        return self.own.cards

    @property
    def put_away(self) -> PutAway:
        """The archive and the bin, made when something is first found there."""
        if self._put_away is None:
            # Loaded with the first thing in it.
            from app.ui.pages.start.put_away import PutAway

            self._put_away = PutAway()
            self._put_away.wished_back.connect(self._on_wished_back)
            self._put_away.wished_gone.connect(self._on_wished_gone)
            self._column.body.insertWidget(self._column.body.count() - 1, self._put_away)
        return self._put_away

    def refresh(self, chosen: str = "") -> None:
        """Draw every card anew, and put the focus on one if its id is given."""
        self.facts = self._facts_now()
        self._show_examples()
        found = self.facts.in_use
        self.own.show_all(found)
        self._show_order(is_empty=not found)
        if self.facts.archived or self.facts.binned or self._put_away is not None:
            self.put_away.show_facts(self.facts, self._session.today())
        follow_layout(self)
        card = self.own.bring(chosen)
        if card is not None:
            card.setFocus(Qt.FocusReason.OtherFocusReason)
            # Where it stands is known only when the page is shown and laid out.
            QTimer.singleShot(0, self._column, self._show_focused)
        elif not self.isVisible():
            # When the app opens, Enter goes on with what was changed last, or begins something new.
            next(iter(self.cards.values()), self.new_button).setFocus(Qt.FocusReason.OtherFocusReason)
            # What is in sight is known only when the page is shown and laid out.
            QTimer.singleShot(0, self._column, self._begin_at_top)

    def _begin_at_top(self) -> None:
        """Who comes for the first time reads what this is, and Enter does what is in sight below it."""
        area, example = self._column, self.findChild(ExampleCard)
        if self.window().focusWidget() is self.new_button:
            area.verticalScrollBar().setValue(0)
            stops = (self.new_button, *((example.link,) if example is not None else ()))
            in_sight = (stop for stop in stops if area.focus_in_sight.has_room_for(stop))
            next(in_sight, self.look_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_focused(self) -> None:
        """Show what has the focus, and what stands above it from the top of the page on, as far as there is room."""
        self._column.verticalScrollBar().setValue(0)
        self._column.focus_in_sight.show_again()

    def ask_for_name(self) -> None:
        """Open the form for a new collaborative in the place where its card will stand."""
        if self.form is None:
            # Needed for this form only, both of them.
            from app.ui.pages.start.beginning_chooser import BeginningChooser
            from app.ui.pages.start.name_form import NameForm  # as above

            chooser = BeginningChooser(self._session, self._facts_now, lambda: choose_file(self))
            create = partial(self._create, chooser)
            self.form = NameForm("Name of the collaborative", "Create", create, self._session.soon, more=chooser)
            chooser.suggested.connect(self._on_name_suggested)
            chooser.refused.connect(self._refuse)
            self.beginning = chooser
            self.form.left.connect(lambda: self._close_form(is_left=True))
            self._form_card = Card()
            # The cards beside it stay as high as they are.
            self._form_card.setProperty("keepsHeight", True)
            self._form_card.body.addWidget(self.form)
            self._form_card.body.addStretch(1)
            self._show_cards()
            follow_layout(self)
        # The next step is in the form now, and one button on the page leads on.
        self.new_button.set_look(ButtonLook.SECONDARY)
        self.form.setFocus(Qt.FocusReason.OtherFocusReason)

    def open_file(self, path: Path) -> None:
        """Take in an answers file and open it; its problems are listed, and nothing of it is kept then."""
        self._session.soon.do(lambda: self._take_in(path), f"Opening “{path.name}”…", leaves=True)

    def look_inside(self, example: str) -> None:
        """Make a collaborative of one's own from an example, and open it."""
        name = next((each.name for each in self.facts.examples if each.id == example), "")
        self._session.soon.do(lambda: self._copy(example), f"Opening {name}…", leaves=True)

    def _take_in(self, path: Path) -> None:
        try:
            self._make(self._session.services.files.read(path), is_example=False)
        except AnswersFileError as error:
            self._refuse(path, error)
        except FivewaysError as error:
            self.messages.say(Tone.ERROR, str(error))

    def _copy(self, example: str) -> None:
        try:
            self._make(self._session.services.files.example(example), is_example=True)
        except FivewaysError as error:
            self.messages.say(Tone.ERROR, str(error))

    def _make(self, file: AnswersFile, *, is_example: bool) -> None:
        # Loaded by then: nothing is made before the services are there.
        from app.domain.answers import Origin

        origin = Origin.EXAMPLE if is_example else Origin.IMPORT
        self._open(self._session.services.collaboratives.create_from(file, self.free(file.name), origin).id)

    @override
    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()
            self._drop_card.set_active(True)

    @override
    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._drop_card.set_active(False)

    @override
    def dropEvent(self, event: QDropEvent) -> None:
        self._drop_card.set_active(False)
        files = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.open_file(Path(files[0]))

    # --- acts ---------------------------------------------------------------------------------------------

    def _open(self, collaborative: str) -> None:
        self._close_form()
        self.messages.clear()
        self.collaborative_wished.emit(collaborative)

    def _create(self, chooser: BeginningChooser, name: str) -> None:
        self._open(chooser.begin(name))

    def _refuse(self, path: Path, error: AnswersFileError) -> None:
        self.messages.say(Tone.ERROR, *refusal_in_words(path, error))
        self._column.verticalScrollBar().setValue(0)

    def _on_name_suggested(self, name: str) -> None:
        """What is started from gives its name, unless the user has typed one."""
        line = self.form.line if self.form is not None else None
        if line is not None and not line.isModified():
            line.setText(self.free(name) if name else "")
            line.selectAll()

    def _on_act_wished(self, act: CardAct, collaborative: str, card: CollaborativeCard) -> None:
        if act is CardAct.RENAME:
            card.begin_rename(lambda name: self._rename(collaborative, name), self._session.soon)
        else:
            name = card.name
            self._session.soon.do(lambda: self._acts().carry_out(act, collaborative, name), f"{act.value}: {name}…")

    def _rename(self, collaborative: str, name: str) -> None:
        self._session.services.collaboratives.rename(collaborative, name)
        self.refresh(collaborative)

    def _on_wished_back(self, collaborative: str) -> None:
        self._session.soon.do(lambda: self._acts().put_back(collaborative), "Putting it back…")

    def _on_wished_gone(self, collaborative: str) -> None:
        self._session.soon.do(lambda: self._acts().remove_for_good(collaborative), "Removing it…")

    def _acts(self) -> CardActs:
        # Nothing is done before the services are there, and they take longer to load than the page.
        from app.ui.pages.start.card_acts import CardActs

        return CardActs(self, self._session.services)

    def free(self, name: str) -> str:
        """The name, or the first like it that no collaborative has."""
        return free_name(name, [each.name for each in self._facts_now().in_use])

    def _on_file_wished(self) -> None:
        path = choose_file(self)
        if path is not None:
            self.open_file(path)

    def _show_looks(self) -> None:
        # Needed for this menu only.
        from app.ui.pages.start.look_menu import look_menu

        menu = look_menu(self._session.services.preferences, self, self.look_changed.emit)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.look_button.mapToGlobal(QPoint(0, self.look_button.height())))

    # --- drawing ------------------------------------------------------------------------------------------

    def _on_all_loaded(self) -> None:
        """Draw anew only if it is not as it was told before: what the user has begun here stays in its place."""
        if self._facts_now() != self.facts and not any(c.is_renaming for c in self.cards.values()):
            focused = next((each for each, card in self.cards.items() if card.hasFocus()), "")
            self.refresh(focused)
        self.own.work_out_facts()

    def _facts_now(self, known: StartFacts | None = None) -> StartFacts:
        if not self._session.has_services:
            return known or self.facts
        services = self._session.services
        return StartFacts(services.collaboratives.every_one(), services.files.example_names())

    def _show_examples(self) -> None:
        if self.facts.examples != self._examples_shown:
            self._examples_shown = self.facts.examples
            self._examples.show_cards([self._example_card(each) for each in self._examples_shown])

    def _close_form(self, *, is_left: bool = False) -> None:
        self.form = self._form_card = self.beginning = None
        self.new_button.set_look(ButtonLook.PRIMARY)
        self._show_cards()
        if is_left:
            self.new_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_cards(self) -> None:
        form = (self._form_card,) if self._form_card is not None else ()
        self.own.show_beside(form, (self._drop_card,))

    def _show_order(self, *, is_empty: bool) -> None:
        """In an empty workspace the examples come first, with a sentence that says so."""
        self.own.shelf.show_texts(
            "Start your own" if is_empty else "Your collaboratives", _NOTHING_YET if is_empty else ""
        )
        self._examples.show_texts(EXAMPLES, f"{_LOOK_FIRST} {BASED_ON}" if is_empty else BASED_ON)
        body = self._column.body
        first, second = (self._examples, self.own) if is_empty else (self.own, self._examples)
        place = body.indexOf(self.messages) + 1
        if body.indexOf(first) != place:
            for shelf in (first, second):
                body.removeWidget(shelf)
            body.insertWidget(place, first)
            body.insertWidget(place + 1, second)

    def _lay_out(self) -> None:
        body = self._column.body
        body.setSpacing(TRIPLE_SPACE)
        body.addLayout(head((self.look_button, self.tour_button, self.help_button)))
        body.addWidget(self.messages)
        body.addWidget(self.own)
        body.addWidget(self._examples)
        body.addStretch(1)

    def _example_card(self, example: ExampleName) -> ExampleCard:
        card = ExampleCard(example.name, example.summary, self._examples.holder)
        card.wished.connect(lambda: self.look_inside(example.id))
        return card

    def _connect(self) -> None:
        soon = self._session.soon
        self.new_button.clicked.connect(self.ask_for_name)
        self.file_button.clicked.connect(self._on_file_wished)
        self.look_button.clicked.connect(lambda: soon.do(self._show_looks, "Text and colours…"))
        soon.reached.connect(self._on_all_loaded)
        self.help_button.clicked.connect(lambda: soon.do(self.help_wished.emit, "Opening help…"))
        self.tour_button.clicked.connect(lambda: soon.do(self.tour_wished.emit, "The tour begins…"))
        self.own.opened.connect(self._open)
        self.own.act_wished.connect(self._on_act_wished)
