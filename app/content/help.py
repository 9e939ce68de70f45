"""Reads the topics of help and holds them against one another and against what can be on the screen."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from app.content.entries import Entry, Problems, files_in, read_file
from app.documents.help_text import read_help_text
from app.documents.markup import MarkupError
from app.domain.help import HelpBlock, HelpTarget, HelpTopic, Meaning, Subject

FOLDER = "resources/help"

NameT = TypeVar("NameT", bound=StrEnum)


def read_help(folder: Path, root: Path, problems: Problems) -> list[HelpTopic]:
    """Every topic below a folder, one a file, in the order of the files."""
    topics = []
    for path in files_in(folder):
        entry = read_file(path, root, problems)
        if entry is not None:
            topics.append(_topic(entry))
    return topics


def check_help(topics: Mapping[str, HelpTopic], problems: Problems) -> None:
    """Add a problem for a topic that is not there but led to, and for what is on the screen but has no topic."""
    for topic in topics.values():
        for other in topic.see:
            if other not in topics:
                problems.add_below(FOLDER, topic.id, f"There is no topic “{other}” to see.")
            elif other == topic.id:
                problems.add_below(FOLDER, topic.id, "It leads to itself under “see”.")
    for subject in Subject:
        having = [topic.id for topic in topics.values() if subject in topic.subjects]
        if not having:
            problems.add(FOLDER, subject.value, "No topic is on this; name it under “on” in one of them.")
        for topic_id in having[1:]:
            problems.add_below(FOLDER, topic_id, f"“{subject.value}” has a topic already, “{having[0]}”.")
    led_to = {other for topic in topics.values() for other in topic.see}
    for topic in topics.values():
        if not topic.subjects and topic.id not in led_to:
            problems.add_below(FOLDER, topic.id, "Nothing leads to it: no page is its subject and no topic sees it.")


def _topic(entry: Entry) -> HelpTopic:
    topic = HelpTopic(
        id=entry.name_by_id(),
        title=entry.text("title"),
        subjects=_named(entry, "on", Subject.START),
        blocks=_blocks(entry),
        meanings=tuple(_meanings(entry)),
        see=entry.texts("see"),
        go=_named(entry, "go", HelpTarget.START),
        words=entry.texts("words"),
    )
    entry.finish()
    return topic


def _blocks(entry: Entry) -> tuple[HelpBlock, ...]:
    text = entry.text("text")
    if not text:
        return ()  # which is a problem already
    try:
        return read_help_text(text)
    except MarkupError as error:
        entry.problem(str(error))
        return ()


def _meanings(entry: Entry) -> list[Meaning]:
    found: list[Meaning] = []
    for part in entry.parts("meaning", lambda raw: str(raw.get("word", ""))):
        meaning = Meaning(part.text("word"), part.text("means"))
        if any(each.word.casefold() == meaning.word.casefold() for each in found):
            part.problem("This word is there twice.")
        found.append(meaning)
        part.finish()
    return found


def _named(entry: Entry, key: str, sample: NameT) -> tuple[NameT, ...]:
    kind = type(sample)
    found = []
    for word in entry.texts(key):
        try:
            found.append(kind(word))
        except ValueError:
            known = ", ".join(each.value for each in kind)
            entry.problem(f"“{key}” names “{word}”; it must be one of {known}.")
    return tuple(found)
