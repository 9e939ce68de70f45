"""An example is looked into and changed, and its clause changes at once and in the files."""

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.services.packs import PackRequest
from app.ui.parts.buttons import Button
from app.ui.window import MainWindow
from tests.journeys.keyboard import choose, fill, find, words_of
from tests.ui.desk import MEMORANDUM
from tests.ui.hands import press
from tests.ui.windows import open_window, settle, texts

EVERYONE = "only when those of all 6 Members each have their quorum"
FOUR = "only when those of at least two-thirds of the Members (4 of the 6) each have their quorum"


def preview(window: MainWindow) -> str:
    return " ".join(window.panel.preview.reading.toPlainText().split())


def test_a_changed_quorum_shows_in_the_preview_and_in_the_files(tmp_path: Path, qtbot: QtBot) -> None:
    with open_window(tmp_path) as window:
        links = window.start_page.findChildren(Button)
        press(next(each for each in links if each.accessibleName().endswith("Acute Trusts")), Qt.Key.Key_Return)
        settle()
        card = find(window, "decisions.quorum-rule")
        assert "All 6 members" in texts(card)
        qtbot.waitUntil(lambda: EVERYONE in preview(window), timeout=8000)
        choose(window, "decisions.quorum-rule", "share-of-trusts")
        fill(window, "decisions.quorum-share", "67")
        assert "4 of 6 members" in texts(find(window, "decisions.quorum-share"))
        qtbot.waitUntil(lambda: FOUR in preview(window) and EVERYONE not in preview(window), timeout=8000)
        request = PackRequest((MEMORANDUM,))
        files = window.session.services.packs.export(window.session.snapshot, tmp_path / "pack", request)
    memorandum = words_of(files[0])
    assert FOUR in memorandum
    assert EVERYONE not in memorandum
