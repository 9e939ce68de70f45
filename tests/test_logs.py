"""What the log file holds, and what it never holds."""

import logging
from pathlib import Path

from app.errors import AnswerError
from app.logs import FILE_BYTES, OLD_FILES, writing_log

NAME = "Harriet Unlikely-Name"

logger = logging.getLogger("app.services.sample")


def test_a_line_has_its_time_level_and_module(tmp_path: Path) -> None:
    with writing_log(tmp_path) as path:
        logger.info("Opened the workspace")
    assert path is not None
    line = path.read_text(encoding="utf-8")
    assert line[:4].isdigit()
    assert line.endswith("INFO app.services.sample: Opened the workspace\n")


def test_a_failure_is_logged_with_its_place_but_without_its_message(tmp_path: Path) -> None:
    with writing_log(tmp_path) as path:
        try:
            _refuse(NAME)
        except AnswerError:
            logger.exception("An answer was refused")
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert NAME not in text
    assert "app.errors.AnswerError" in text
    assert "builtins.ValueError" in text
    assert "in _refuse" in text


def test_a_failure_that_something_else_logged_in_full_stays_without_its_message(tmp_path: Path) -> None:
    fuller = logging.FileHandler(tmp_path / "fuller.log", encoding="utf-8")
    logger.addHandler(fuller)
    try:
        with writing_log(tmp_path) as path:
            try:
                _refuse(NAME)
            except AnswerError:
                logger.exception("An answer was refused")
    finally:
        logger.removeHandler(fuller)
        fuller.close()
    assert NAME in (tmp_path / "fuller.log").read_text(encoding="utf-8")
    assert path is not None
    assert NAME not in path.read_text(encoding="utf-8")


def test_old_lines_move_to_older_files_and_the_oldest_go(tmp_path: Path) -> None:
    line = "x" * 10_000
    with writing_log(tmp_path):
        for _ in range((OLD_FILES + 2) * FILE_BYTES // len(line)):
            logger.info(line)
    files = list(tmp_path.iterdir())
    assert len(files) == OLD_FILES + 1
    assert all(file.stat().st_size <= FILE_BYTES for file in files)


def test_without_a_folder_to_write_to_the_work_goes_on_unlogged(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with writing_log(tmp_path / "file") as path:
        logger.info("Opened the workspace")
    assert path is None


def test_the_log_lets_go_of_its_file_afterwards(tmp_path: Path) -> None:
    with writing_log(tmp_path) as path:
        pass
    logger.info("Said after the end")
    assert path is not None
    assert not path.read_text(encoding="utf-8")


def _refuse(answer: str) -> None:
    try:
        int(answer)
    except ValueError as cause:
        raise AnswerError(f"{answer} is not a whole number.") from cause
