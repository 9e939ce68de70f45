"""The log file: what the app did and what failed, and never what anyone answered."""

import copy
import logging
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from app.marks import override

LOG_NAME = "fiveways.log"
FILE_BYTES = 1_000_000
OLD_FILES = 5

_LINE = "%(asctime)s %(levelname)s %(name)s: %(message)s"


class _AnswerFreeFormatter(logging.Formatter):
    """Shows where a failure arose and its type, but not its message: that may quote an answer."""

    @override
    def format(self, record: logging.LogRecord) -> str:
        # Handlers share the text of a failure through the record; a copy keeps a fuller one out of this file.
        own = copy.copy(record)
        own.exc_text = None
        return super().format(own)

    @override
    def formatException(
        self,
        ei: tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None],
    ) -> str:
        return "" if ei[1] is None else describe_failure(ei[1])


class _LogFile(logging.Handler):
    """The file, and five older ones beside it. It is opened for the first thing that there is to say."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self._path = path
        self._file: logging.Handler | None = None

    @override
    def emit(self, record: logging.LogRecord) -> None:
        if self._file is None:
            # It loads what can send a log through a network, and the first window waits for that.
            from logging.handlers import RotatingFileHandler

            self._file = RotatingFileHandler(self._path, maxBytes=FILE_BYTES, backupCount=OLD_FILES, encoding="utf-8")
            self._file.setFormatter(_AnswerFreeFormatter(_LINE))
        self._file.emit(record)

    @override
    def close(self) -> None:
        if self._file is not None:
            self._file.close()
        super().close()


@contextmanager
def writing_log(folder: Path, level: int = logging.INFO) -> Iterator[Path | None]:
    """Log the `app` package to a file in `folder` while the block runs; gives the file's path.

    Six files of at most 1 MB are kept: the current one and five older. Where the folder cannot be written
    to, the block runs without a log and is given None: a full disk must not keep anyone from their answers.
    """
    path = folder / LOG_NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path.open("a", encoding="utf-8").close()
    except OSError:
        yield None
        return
    handler = _LogFile(path)
    logger = logging.getLogger("app")
    level_before = logger.level
    logger.addHandler(handler)
    logger.setLevel(level)
    try:
        yield path
    finally:
        logger.setLevel(level_before)
        logger.removeHandler(handler)
        handler.close()


def describe_failure(error: BaseException) -> str:
    """Types and places of an error and of its causes, the first cause first, without any message."""
    parts = [
        f"{''.join(traceback.format_tb(link.__traceback__))}{type(link).__module__}.{type(link).__qualname__}"
        for link in _chain(error)
    ]
    return "\nwhich led to\n".join(parts)


def _chain(error: BaseException) -> list[BaseException]:
    links: list[BaseException] = []
    link: BaseException | None = error
    while link is not None and all(link is not seen for seen in links):
        links.append(link)
        link = link.__cause__ or (None if link.__suppress_context__ else link.__context__)
    return links[::-1]
