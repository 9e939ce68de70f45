"""The export: real files in the background, which can be stopped, and the word final held back with its reasons."""

import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pypdf
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.errors import ExportError
from app.services.packs import Format, PackRequest
from app.ui.fields.marks import RadioMark
from app.ui.pages.documents.before_export import BeforeExport
from app.ui.pages.documents.export_part import ExportPart
from app.ui.pages.documents_page import DocumentsPage
from app.ui.parts.link_row import LinkRow
from app.ui.parts.strip import MessageStrip, Tone
from app.ui.places import AtSection, UserPlace
from app.ui.session import ProjectSession
from app.ui.theme.measures import SPACE
from app.ui.work.background import LatestWork
from tests.ui.conftest import Stage
from tests.ui.desk import FOR_EACH_MEMBER, MEMORANDUM, open_session
from tests.ui.hands import press_focused
from tests.ui.windows import settle, texts


@pytest.fixture
def part(session: ProjectSession, stage: Stage, tmp_path: Path) -> Iterator[ExportPart]:
    made = ExportPart(session)
    session.state_changed.connect(made.show_snapshot)
    made.show_snapshot(session.snapshot)
    made.form.choose_folder(tmp_path / "packs")
    stage.show(made, 800, 700)
    yield made
    made.stop()


def only(part: ExportPart, *formats: Format) -> None:
    """Tick these formats and no others."""
    for form, mark in part.form.formats.items():
        if mark.isChecked() != (form in formats):
            mark.click()


def for_document(part: ExportPart, session: ProjectSession, document: str, copy: str = "") -> None:
    part.show_document(session.snapshot, session.services.drafting.state(session.snapshot, document), copy)


def export(part: ExportPart, qtbot: QtBot) -> tuple[Path, ...]:
    with qtbot.waitSignal(part.written, timeout=20_000) as written:
        part.start.click()
    qtbot.waitUntil(lambda: not part.is_exporting)
    files = written.args[0] if written.args else ()
    assert all(file.is_file() for file in files)
    return tuple(files)


def test_one_document_is_written_in_every_format(part: ExportPart, session: ProjectSession, qtbot: QtBot) -> None:
    for_document(part, session, "dispute-resolution")
    only(part, *Format)
    files = export(part, qtbot)
    assert [file.name for file in files] == [f"wyaat-dispute-resolution.{form}" for form in ("pdf", "docx", "html")]
    assert "disagreement" in "".join(page.extract_text() for page in pypdf.PdfReader(files[0]).pages)
    assert "word/document.xml" in zipfile.ZipFile(files[1]).namelist()
    assert "Dispute resolution procedure" in files[2].read_text(encoding="utf-8")
    assert part.messages.strip is not None
    assert part.messages.strip.tone is Tone.SUCCESS
    assert part.messages.strip.message.text().startswith("3 files were written to ")
    assert next(link.text() for link in part.messages.strip.links) == "Open the folder"


def test_what_was_exported_before_is_never_written_over(
    part: ExportPart, session: ProjectSession, qtbot: QtBot, tmp_path: Path
) -> None:
    for_document(part, session, "dispute-resolution")
    only(part, Format.WORD)
    (first,) = export(part, qtbot)
    first.write_bytes(b"what a lawyer has made of it")
    (second,) = export(part, qtbot)
    assert first.read_bytes() == b"what a lawyer has made of it"
    assert zipfile.is_zipfile(second)
    folders = [each.parent.relative_to(tmp_path / "packs").as_posix() for each in (first, second)]
    assert folders == ["wyaat-2026-08-06", "wyaat-2026-08-06-2"]


def test_the_pack_can_be_one_pdf(stage: Stage, qtbot: QtBot, tmp_path: Path) -> None:
    with open_session(tmp_path / "empty", None) as empty:
        part = ExportPart(empty)
        part.show_snapshot(empty.snapshot)
        part.form.choose_folder(tmp_path / "packs")
        stage.show(part, 800, 700)
        only(part, Format.PDF)
        part.form.combined.click()
        (file,) = export(part, qtbot)
        part.stop()
    assert file.name == "an-empty-one-pack.pdf"
    bookmarks = [each.title for each in pypdf.PdfReader(file).outline if not isinstance(each, list)]
    assert "Memorandum of understanding" in bookmarks
    assert "Dispute resolution procedure" in bookmarks


def test_only_the_copy_for_one_member_is_written(part: ExportPart, session: ProjectSession, qtbot: QtBot) -> None:
    copy = f"{FOR_EACH_MEMBER}-rr8"
    for_document(part, session, FOR_EACH_MEMBER, copy)
    only(part, Format.HTML)
    part.form.scopes[copy,].click()
    (file,) = export(part, qtbot)
    assert file.name == f"wyaat-{copy}.html"


def test_a_stopped_export_leaves_only_whole_files(
    part: ExportPart, session: ProjectSession, qtbot: QtBot, tmp_path: Path
) -> None:
    only(part, Format.PDF)
    part.start.click()
    qtbot.waitUntil(lambda: part.now.text().startswith("File "), timeout=8000)
    part.cancel.click()
    qtbot.waitUntil(lambda: not part.is_exporting, timeout=8000)
    assert part.messages.strip is not None
    assert part.messages.strip.tone is Tone.NOTE
    assert "The export was stopped" in part.messages.strip.message.text()
    left = [each for each in (tmp_path / "packs").rglob("*") if each.is_file()]
    assert len(left) < 10
    assert all(file.suffix == ".pdf" and pypdf.PdfReader(file).pages for file in left)
    assert part.start.isVisible()
    assert part.start.isEnabled()


def test_closing_during_an_export_waits_and_leaves_nothing_half_written(
    part: ExportPart, qtbot: QtBot, tmp_path: Path
) -> None:
    only(part, Format.PDF)
    part.start.click()
    qtbot.waitUntil(lambda: part.now.text().startswith("File "), timeout=8000)
    part.stop()
    assert not [thread for thread in threading.enumerate() if thread.name == "fiveways-work"]
    assert not [file for file in (tmp_path / "packs").rglob("*") if file.is_file() and file.suffix != ".pdf"]


def test_final_is_held_back_with_each_reason_as_a_link(part: ExportPart, session: ProjectSession, qtbot: QtBot) -> None:
    assert session.answer("collaborative.short-name", None)
    wishes: list[UserPlace] = []
    part.place_wished.connect(wishes.append)
    for_document(part, session, MEMORANDUM)
    part.form.final.click()
    assert not part.start.isEnabled()
    qtbot.waitUntil(lambda: part.obstacles is not None, timeout=8000)
    assert not part.start.isEnabled()
    links = [link for link in part.left.findChildren(LinkRow) if link.isVisible()]
    assert [link.words for link in links] == ["Not answered: What is its short name?"]
    links[0].click()
    assert wishes == [AtSection("the-collaborative", "collaborative.short-name")]


def test_nothing_final_is_written_while_something_is_left(session: ProjectSession, tmp_path: Path) -> None:
    assert session.answer("collaborative.short-name", None)
    request = PackRequest((MEMORANDUM,), (Format.HTML,), is_final=True)
    with pytest.raises(ExportError, match="Not answered: What is its short name") as refused:
        session.services.packs.export(session.snapshot, tmp_path / "packs", request)
    assert str(refused.value).startswith("A final pack has no errors and no open points. Still to do:")
    assert not (tmp_path / "packs").exists()


def test_a_draft_is_not_held_back_by_what_was_asked_while_final_was_chosen(
    part: ExportPart, session: ProjectSession, qtbot: QtBot
) -> None:
    assert session.answer("collaborative.short-name", None)
    for_document(part, session, MEMORANDUM)
    part.form.final.click()
    part.form.scopes[()].click()
    part.form.draft.click()
    qtbot.waitUntil(lambda: not any(work.is_busy for work in part.findChildren(LatestWork)), timeout=8000)
    assert part.obstacles == ()
    assert part.start.isEnabled()


def test_final_is_written_once_nothing_is_left(part: ExportPart, session: ProjectSession, qtbot: QtBot) -> None:
    for_document(part, session, MEMORANDUM)
    part.form.final.click()
    qtbot.waitUntil(part.start.isEnabled, timeout=8000)
    only(part, Format.HTML)
    qtbot.waitUntil(part.start.isEnabled, timeout=8000)
    (file,) = export(part, qtbot)
    text = file.read_text(encoding="utf-8")
    assert ">Final<" in text
    assert "Draft for legal review" not in text
    assert "Law to be confirmed" in text, "as is said above the button"


def test_above_the_button_stands_what_is_open_and_what_final_does_about_it(
    part: ExportPart, session: ProjectSession
) -> None:
    for_document(part, session, MEMORANDUM)
    part.show_standing((34, 0), (30, 0))
    whole = texts(part.notice)
    assert "30 rules to confirm and " in whole
    assert "One that several documents rest on counts once here." in whole
    assert "no document prints them" in whole
    assert "Final waits" not in whole, "nothing is open"
    assert session.answer("collaborative.short-name", None)
    for_document(part, session, MEMORANDUM)
    part.show_standing((34, 1), (30, 1))
    assert "Before you export: 1 open point, 30 rules to confirm and " in texts(part.notice)
    assert "Final waits until no open point and no error is left." in texts(part.notice)
    part.form.scopes[()].click()
    assert "1 open point, 34 rules to confirm and " in texts(part.notice)
    settle()
    (strip,) = [each for each in part.notice.findChildren(MessageStrip) if each.isVisible()]
    assert strip.tone is Tone.WARNING
    below = part.start.mapTo(part, QPoint(0, 0)).y() - strip.mapTo(part, strip.rect().bottomLeft()).y()
    assert 0 < below <= 3 * SPACE


def test_with_nothing_open_or_unconfirmed_nothing_stands_above_the_button() -> None:
    assert BeforeExport().words == ""
    assert BeforeExport().details == ()
    assert BeforeExport(0, 2, 1, 0).words == "1 error and 2 open points"


def test_a_folder_that_cannot_be_written_to_is_an_error_that_says_so(
    part: ExportPart, qtbot: QtBot, tmp_path: Path
) -> None:
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("not a folder", encoding="utf-8")
    part.form.choose_folder(in_the_way / "below")
    part.start.click()
    qtbot.waitUntil(lambda: part.messages.strip is not None and not part.is_exporting, timeout=8000)
    assert part.messages.strip is not None
    assert part.messages.strip.tone is Tone.ERROR
    assert "Choose another one" in part.messages.strip.message.text()


def test_without_a_format_there_is_nothing_to_export(part: ExportPart) -> None:
    only(part)
    assert not part.start.isEnabled()
    assert part.form.problem.isVisible()


def test_folder_and_formats_are_remembered(part: ExportPart, session: ProjectSession, tmp_path: Path) -> None:
    only(part, Format.WORD, Format.HTML)
    again = ExportPart(session)
    assert again.form.folder == tmp_path / "packs"
    assert again.form.request.formats == (Format.WORD, Format.HTML)
    again.stop()


def test_the_page_opens_the_export_of_its_document_and_goes_back(
    session: ProjectSession, stage: Stage, qtbot: QtBot
) -> None:
    page = DocumentsPage(session)
    stage.show(page, 1134, 712)
    page.show_document(f"{FOR_EACH_MEMBER}-rr8")
    page.show_snapshot(session.snapshot)
    qtbot.waitUntil(lambda: page.viewer.document is not None, timeout=8000)
    page.viewer.export.click()
    assert page.export.isVisible()
    assert QApplication.focusWidget() is page.export.form.scopes[FOR_EACH_MEMBER,]
    assert list(page.export.form.scopes) == [(), (FOR_EACH_MEMBER,), (f"{FOR_EACH_MEMBER}-rr8",)]
    page.export.back.click()
    assert page.viewer.isVisible()
    page.stop()


def test_tab_goes_through_the_form_in_its_order(part: ExportPart, session: ProjectSession) -> None:
    for_document(part, session, MEMORANDUM)
    part.form.focus_first()
    visited: list[QWidget | None] = []
    while part.start not in visited and len(visited) < 30:
        visited.append(QApplication.focusWidget())
        press_focused(Qt.Key.Key_Tab)
    assert part.back not in visited
    pdf, word, html = part.form.formats.values()
    wanted = [part.form.scopes[MEMORANDUM,], pdf, word, html, part.form.draft, part.form.change_folder, part.start]
    assert [each for each in visited if each in wanted] == wanted


def test_what_is_no_choice_is_said_in_a_line_without_a_mark(part: ExportPart, session: ProjectSession) -> None:
    part.show_pack(session.snapshot)
    count = len(session.snapshot.documents)
    assert f"Every document that applies: {count} documents." in texts(part)
    assert [mark for mark in part.form.findChildren(RadioMark) if mark.isVisible()] == [
        part.form.draft,
        part.form.final,
    ]
    part.form.focus_first()
    assert QApplication.focusWidget() is part.form.formats[Format.PDF]
    assert part.form.request.documents == ()
    for_document(part, session, MEMORANDUM)
    assert "Every document that applies: " not in texts(part)
    assert part.form.scopes[MEMORANDUM,].isChecked()
