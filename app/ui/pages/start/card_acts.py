"""What is done with a collaborative on the start page besides opening it, once the services are there."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, assert_never

from PySide6.QtCore import Qt

from app.errors import FivewaysError
from app.services.services import Services
from app.ui.pages.start.answers_file import choose_new_file, write_answers
from app.ui.pages.start.collaborative_card import CardAct, CollaborativeCard
from app.ui.pages.start.put_away import PutAway
from app.ui.parts.buttons import Button
from app.ui.parts.message_space import MessageSpace
from app.ui.parts.strip import Tone


class Page(Protocol):
    """The page that acts are done on, as they need it."""

    messages: MessageSpace
    new_button: Button

    @property
    def cards(self) -> dict[str, CollaborativeCard]: ...
    @property
    def put_away(self) -> PutAway: ...
    def refresh(self, chosen: str = "") -> None: ...
    def free(self, name: str) -> str: ...


class CardActs:
    """Each leaves the page drawn anew, with a line on what was done or why it could not be."""

    def __init__(self, page: Page, services: Services) -> None:
        self._page = page
        self._services = services

    def carry_out(self, act: CardAct, collaborative: str, name: str) -> None:
        """Do an act of a card. Raises ValueError for a new name, which is asked for first."""
        if collaborative not in self._page.cards:
            return  # it was asked for twice, before anything could be done
        match act:
            case CardAct.RENAME:
                raise ValueError("A name is asked for first.")
            case CardAct.DUPLICATE:
                self._try(lambda: self._duplicate(collaborative, name))
            case CardAct.SAVE:
                self._save(collaborative, name)
            case CardAct.ARCHIVE:
                self._try(lambda: self._services.collaboratives.archive(collaborative))
                self._say_put_away(collaborative, f"“{name}” is in the archive.")
            case CardAct.BIN:
                self._try(lambda: self._services.collaboratives.bin(collaborative))
                self._say_put_away(collaborative, f"“{name}” is in the bin, where it stays for 30 days.")
            case _:
                assert_never(act)

    def put_back(self, collaborative: str) -> None:
        """Take one out of the archive or the bin."""

        def restore() -> str:
            self._services.collaboratives.restore(collaborative)
            return collaborative

        self._page.messages.clear()
        self._try(restore)

    def remove_for_good(self, collaborative: str) -> None:
        """Remove one that is in the bin."""
        self._page.messages.clear()
        self._try(lambda: self._services.collaboratives.remove_for_good(collaborative))
        after = next((line.back for line in self._page.put_away.lines), self._page.new_button)
        after.setFocus(Qt.FocusReason.OtherFocusReason)

    def _duplicate(self, collaborative: str, name: str) -> str:
        return self._services.collaboratives.duplicate(collaborative, self._page.free(f"{name} (copy)")).id

    def _save(self, collaborative: str, name: str) -> None:
        path = choose_new_file(self._page.new_button, name)
        if path is not None:
            self._try(lambda: self._write(collaborative, name, path))

    def _write(self, collaborative: str, name: str, path: Path) -> str:
        written = write_answers(self._services, collaborative, name, path)
        self._page.messages.say(Tone.SUCCESS, f"“{name}” is saved in {written}.")
        return collaborative

    def _say_put_away(self, collaborative: str, sentence: str) -> None:
        if collaborative in self._page.cards:
            return  # it could not be put away, and the reason is already said
        said = self._page.messages.say(
            Tone.NOTE, sentence, link="Put back", on_link=lambda: self.put_back(collaborative)
        )
        said.links[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _try(self, act: Callable[[], str | None]) -> None:
        """Do it and draw the page anew; the focus goes to the card that the act gives back, if any."""
        chosen: str | None = None
        try:
            chosen = act()
        except FivewaysError as error:
            self._page.messages.say(Tone.ERROR, str(error))
        self._page.refresh(chosen or "")
