"""What every part of a document is set with: the page style, the place in the structure, and its anchors."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from app.documents.blocks import Gap, Given, Link, Run, Words, run_text
from app.exporters.characters import clean_text
from app.exporters.page_styles import PageStyle
from app.exporters.pdf.passages import Mark, Text
from app.exporters.pdf.structure import Element


@dataclass(frozen=True, slots=True)
class Setting:
    """One document as it is set. `prefix` keeps its anchors apart from those of others in the same file."""

    style: PageStyle
    root: Element
    anchors: Collection[str]
    prefix: str = ""

    def anchor(self, name: str) -> tuple[str, ...]:
        """The name of an anchor in the file, or nothing for a block without one."""
        return (f"{self.prefix}{name}",) if name else ()

    def texts(self, runs: Sequence[Run], is_bold: bool = False) -> tuple[Text, ...]:
        """Runs as texts to be set. A link to an anchor that the document lacks is set as plain words."""
        return tuple(self._texts(runs, is_bold))

    def _texts(self, runs: Sequence[Run], is_bold: bool) -> Iterator[Text]:
        for run in runs:
            words = clean_text(run_text(run))
            match run:
                case Words():
                    yield Text(words, is_bold or run.is_bold)
                case Given():
                    mark = Mark.SUGGESTION if run.is_suggestion else Mark.NONE
                    yield Text(words, is_bold or run.is_bold, mark)
                case Gap():
                    yield Text(words, is_bold, Mark.GAP)
                case Link():
                    if run.anchor in self.anchors:
                        yield Text(words, is_bold, Mark.LINK, f"{self.prefix}{run.anchor}")
                    else:
                        yield Text(words, is_bold)
                case _:
                    assert_never(run)
