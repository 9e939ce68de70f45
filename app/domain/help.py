"""Help on the app: topics made of small blocks of text, the words of governance explained, and how to find them."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, StrEnum


class Subject(StrEnum):
    """What can be on the screen. Each has exactly one topic, which opens when help is asked for there."""

    START = "start"
    SECTION = "section"
    DOCUMENTS = "documents"
    CHECKS = "checks"
    LEFT = "what-is-left"
    ANSWERS = "check-your-answers"
    HISTORY = "history"
    PAST = "as-it-was"
    SETTINGS = "settings"
    PREVIEW_TAB = "preview-tab"
    GUIDANCE_TAB = "guidance-tab"
    CHECKS_TAB = "checks-tab"
    HISTORY_TAB = "history-tab"


class HelpTarget(StrEnum):
    """Where a topic can lead besides other topics."""

    START = "start"
    DOCUMENTS = "documents"
    CHECKS = "checks"
    LEFT = "what-is-left"
    ANSWERS = "check-your-answers"
    HISTORY = "history"
    SETTINGS = "settings"
    TOUR = "tour"


class NamedKey(StrEnum):
    """Keys of the window that help can name, so that it never names one that is not there."""

    HELP = "help"
    FIND = "find"
    STEP_ONE = "step-one"
    STEP_FIVE = "step-five"
    NEXT_OPEN = "next-open"
    BACK = "back"
    UNDO = "undo"
    REDO = "redo"
    PANEL = "panel"
    NEXT_CHANGE = "next-change"
    CHANGE_BEFORE = "change-before"
    NEXT_MARK = "next-mark"
    PROJECT = "project"
    KEYS = "keys"
    NEXT_AREA = "next-area"
    LARGER_TEXT = "larger-text"
    SMALLER_TEXT = "smaller-text"
    START = "start"
    DOCUMENTS = "documents"
    CHECKS = "checks"
    LEFT = "what-is-left"
    ANSWERS = "check-your-answers"
    HISTORY = "history"
    SETTINGS = "settings"


class HelpForm(Enum):
    """How a block of help stands on the screen."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    BULLET = "bullet"


@dataclass(frozen=True, slots=True)
class HelpPiece:
    """Words of help, or a key in the place of words."""

    text: str
    is_bold: bool = False
    key: NamedKey | None = None


@dataclass(frozen=True, slots=True)
class HelpBlock:
    """One heading, paragraph or bullet."""

    form: HelpForm
    pieces: tuple[HelpPiece, ...]

    @property
    def text(self) -> str:
        """The words alone, with keys left out."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A word of governance and what it means."""

    word: str
    means: str


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """One topic: what it is about, its text, and where it leads. ``words`` find it besides its own."""

    id: str
    title: str
    subjects: tuple[Subject, ...]
    blocks: tuple[HelpBlock, ...]
    meanings: tuple[Meaning, ...]
    see: tuple[str, ...]
    go: tuple[HelpTarget, ...]
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class HelpFound:
    """A topic that was found, with the words around what was looked for; ``meaning`` is set where it is a word."""

    topic: HelpTopic
    excerpt: str
    meaning: Meaning | None = None


_LONGEST_EXCERPT = 110


def topic_on(topics: Iterable[HelpTopic], subject: Subject) -> HelpTopic | None:
    """The topic on what is on the screen."""
    return next((topic for topic in topics if subject in topic.subjects), None)


def find_in_help(topics: Iterable[HelpTopic], typed: str) -> tuple[HelpFound, ...]:
    """What holds every word that was typed, also where only its beginning was: titles first, texts last."""
    wanted = _words(typed)
    if not wanted:
        return ()
    ranked: list[tuple[int, HelpFound]] = []
    for topic in topics:
        for meaning in topic.meanings:
            if _holds(meaning.word, wanted):
                ranked.append((1, HelpFound(topic, _shortened(meaning.means), meaning)))
        body = next((block.text for block in topic.blocks if _holds(block.text, wanted)), "")
        if _holds(topic.title, wanted):
            ranked.append((0, HelpFound(topic, _opening(topic))))
        elif _holds(" ".join(topic.words), wanted):
            ranked.append((2, HelpFound(topic, _opening(topic))))
        elif body:
            ranked.append((3, HelpFound(topic, _shortened(body))))
        elif _holds(" ".join([topic.title, *topic.words, *(block.text for block in topic.blocks)]), wanted):
            ranked.append((4, HelpFound(topic, _opening(topic))))
    return tuple(found for _, found in sorted(ranked, key=lambda each: each[0]))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def _holds(text: str, wanted: list[str]) -> bool:
    there = _words(text)
    return all(any(word.startswith(part) for word in there) for part in wanted)


def _opening(topic: HelpTopic) -> str:
    return next((_shortened(block.text) for block in topic.blocks if block.form is HelpForm.PARAGRAPH), "")


def _shortened(text: str) -> str:
    if len(text) <= _LONGEST_EXCERPT:
        return text
    return f"{text[:_LONGEST_EXCERPT].rsplit(' ', 1)[0].rstrip(' ,;:.')} …"
