"""Answers that remember which questions were looked at."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeVar

from app.domain.answers import Answers
from app.domain.readings import Design

T = TypeVar("T")


class Watched(Mapping[str, T]):
    """A mapping that notes each key asked of it, whether it is there or not."""

    def __init__(self, kept: Mapping[str, T], seen: set[str]) -> None:
        self._kept = kept
        self._seen = seen

    def __getitem__(self, key: str) -> T:
        self._seen.add(key)
        return self._kept[key]

    def __iter__(self) -> Iterator[str]:
        raise AssertionError("Answers are asked for by the id of a question, never all at once.")

    def __len__(self) -> int:
        return len(self._kept)


def watched(design: Design) -> tuple[Design, set[str]]:
    """The same design with nothing kept, and the set of questions that it will have been asked."""
    seen: set[str] = set()
    answers = Answers(Watched(design.answers.answers, seen), Watched(design.answers.tables, seen))
    return replace(design, answers=answers, _kept={}), seen
