"""What each kind of text is called in Word's list of styles, and how it looks."""

from dataclasses import dataclass, field, replace

from app.documents.blocks import Status
from app.exporters.word.lengths import LOOK
from app.exporters.word.lists import BULLETS, CLAUSES, SCHEDULES, NumberedList
from app.exporters.word.looks import Edge, LetterLook, ParagraphLook, Tab, list_numbering

_COLOURS, _SIZES = LOOK.colours, LOOK.sizes
_OPEN = 1.2
_TIGHT = 1.04
_AFTER = 6.0
_BAR = 66.0
"""Length of the bar above the title, in points."""
_STAMP = {Status.DRAFT: 132.0, Status.FINAL: 52.0}
"""Width of the frame around each status on the cover, in points; wide enough in a wider typeface as well."""


@dataclass(frozen=True, slots=True)
class ParagraphStyle:
    """A paragraph style: its id, the name that Word lists, and how it differs from the one it is based on."""

    id: str
    name: str
    based_on: str
    followed_by: str
    look: ParagraphLook = field(default_factory=ParagraphLook)
    letters: LetterLook = field(default_factory=LetterLook)
    is_offered: bool = True
    """Whether Word shows it among the styles to choose from."""


@dataclass(frozen=True, slots=True)
class CharacterStyle:
    """A style for words inside a paragraph."""

    id: str
    name: str
    letters: LetterLook
    based_on: str = ""


def paragraph_styles(status: Status, *, has_illustrations: bool = False) -> tuple[ParagraphStyle, ...]:
    """Every paragraph style; only the frame around the status, and what is below it, depend on the document."""
    return (
        *_headings(),
        *_body(),
        *_list_styles(CLAUSES, ("Clause", "Clause item", "Clause subitem")),
        *_list_styles(SCHEDULES, ("Schedule paragraph", "Schedule item", "Schedule subitem")),
        *_bullets(),
        *_cover(status, has_illustrations=has_illustrations),
        *_tables(),
        *_signatures(),
        *_running(),
    )


def character_styles() -> tuple[CharacterStyle, ...]:
    """Every style for words."""
    return (
        CharacterStyle("Strong", "Strong", LetterLook(is_bold=True)),
        CharacterStyle(
            "Gap",
            "Gap",
            LetterLook(colour=_COLOURS.danger, dotted_line=_COLOURS.danger, ground=_COLOURS.danger_ground),
        ),
        CharacterStyle("Suggestion", "Suggestion", LetterLook(dotted_line=_COLOURS.accent)),
        CharacterStyle("SuggestionStrong", "Suggestion strong", LetterLook(is_bold=True), "Suggestion"),
        CharacterStyle("CrossReference", "Cross-reference", LetterLook()),
    )


def _headings() -> tuple[ParagraphStyle, ...]:
    part = LetterLook(_SIZES.part, _COLOURS.accent_dark, is_bold=True)
    section = LetterLook(_SIZES.section, _COLOURS.text, is_bold=True)
    heading = ParagraphLook(
        before=20,
        after=_AFTER,
        line=_TIGHT,
        left=CLAUSES.levels[0].left,
        hanging=CLAUSES.levels[0].hanging,
        keeps_with_next=True,
        keeps_lines=True,
        numbering=list_numbering(CLAUSES.number, 0),
        outline=0,
    )
    schedule = ParagraphLook(
        before=0,
        left=SCHEDULES.levels[0].left,
        hanging=SCHEDULES.levels[0].hanging,
        starts_page=True,
        numbering=list_numbering(SCHEDULES.number, 0),
    )
    plain = ParagraphLook(left=0, hanging=0, numbering=list_numbering(0, 0))
    below = ParagraphLook(before=12, after=4, line=_TIGHT, keeps_with_next=True, keeps_lines=True, outline=1)
    return (
        ParagraphStyle("Heading1", "heading 1", "Normal", "Clause", heading, part),
        ParagraphStyle("Heading2", "heading 2", "Normal", "Clause", below, section),
        ParagraphStyle("ScheduleHeading", "Schedule heading", "Heading1", "ScheduleParagraph", schedule),
        ParagraphStyle("UnnumberedHeading", "Unnumbered heading", "Heading1", "BodyText", plain),
        ParagraphStyle("FrontHeading", "Front heading", "UnnumberedHeading", "BodyText"),
    )


def _body() -> tuple[ParagraphStyle, ...]:
    return (
        ParagraphStyle("BodyText", "Body Text", "Normal", "BodyText", ParagraphLook(after=_AFTER)),
        ParagraphStyle("IndentedText", "Indented text", "BodyText", "IndentedText", ParagraphLook(left=LOOK.indent)),
        ParagraphStyle("DeeperText", "Deeper text", "BodyText", "DeeperText", ParagraphLook(left=2 * LOOK.indent)),
    )


def _list_styles(listed: NumberedList, names: tuple[str, ...]) -> tuple[ParagraphStyle, ...]:
    """A style for each level below the heading."""
    return tuple(
        ParagraphStyle(
            level.style,
            name,
            "BodyText",
            level.style,
            ParagraphLook(left=level.left, hanging=level.hanging, numbering=list_numbering(listed.number, depth)),
        )
        for depth, (level, name) in enumerate(zip(listed.levels[1:], names, strict=True), start=1)
    )


def _bullets() -> tuple[ParagraphStyle, ...]:
    return tuple(
        ParagraphStyle(
            level.style,
            name,
            "BodyText",
            level.style,
            ParagraphLook(left=level.left, hanging=level.hanging, numbering=list_numbering(BULLETS.number, depth)),
        )
        for depth, (level, name) in enumerate(
            zip(BULLETS.levels, ("List Bullet", "List Bullet 2", "List Bullet 3"), strict=True)
        )
    )


def _cover(status: Status, *, has_illustrations: bool) -> tuple[ParagraphStyle, ...]:
    colour = _COLOURS.accent_dark if status is Status.FINAL else _COLOURS.danger
    bar = ParagraphLook(
        before=67, after=12, line=0.5, right=LOOK.measure - _BAR, edges=(Edge("top", 6.0, _COLOURS.accent),)
    )
    stamp = ParagraphLook(
        before=36,
        after=18 if has_illustrations else 100,
        left=9,
        right=LOOK.measure - _STAMP[status],
        edges=tuple(
            Edge(side, 1.5, colour, distance)
            for side, distance in (("top", 4), ("left", 8), ("bottom", 4), ("right", 8))
        ),
        side="center",
    )
    return (
        ParagraphStyle("CoverBar", "Cover bar", "Normal", "Title", bar, is_offered=False),
        ParagraphStyle(
            "Title",
            "Title",
            "Normal",
            "CoverName",
            ParagraphLook(after=8, line=_TIGHT, keeps_lines=True),
            LetterLook(_SIZES.title, _COLOURS.accent_dark, is_bold=True),
        ),
        ParagraphStyle(
            "CoverName",
            "Cover name",
            "Normal",
            "Subtitle",
            ParagraphLook(after=5, line=_TIGHT),
            LetterLook(_SIZES.collaborative),
        ),
        ParagraphStyle("Subtitle", "Subtitle", "Normal", "BodyText", letters=LetterLook(colour=_COLOURS.secondary)),
        ParagraphStyle(
            "CoverStatus", "Cover status", "Normal", "BodyText", stamp, LetterLook(colour=colour, is_bold=True)
        ),
        ParagraphStyle(
            "CoverCaution", "Cover caution", "Normal", "BodyText", ParagraphLook(after=48), LetterLook(is_bold=True)
        ),
    )


def _tables() -> tuple[ParagraphStyle, ...]:
    cell = ParagraphLook(before=3, after=3, line=_TIGHT)
    letters = LetterLook(_SIZES.table)
    strong = LetterLook(is_bold=True)
    right = ParagraphLook(side="right")
    return (
        ParagraphStyle(
            "Caption",
            "caption",
            "Normal",
            "BodyText",
            ParagraphLook(before=8, after=5, line=_TIGHT, keeps_with_next=True, keeps_lines=True),
            LetterLook(_SIZES.table, is_bold=True),
        ),
        ParagraphStyle("TableText", "Table text", "Normal", "TableText", cell, letters),
        ParagraphStyle("TableFigure", "Table figure", "TableText", "TableFigure", right),
        ParagraphStyle(
            "TableHeading", "Table heading", "TableText", "TableText", ParagraphLook(keeps_with_next=True), strong
        ),
        ParagraphStyle("TableFigureHeading", "Table figure heading", "TableHeading", "TableFigure", right),
        ParagraphStyle("TableTotal", "Table total", "TableText", "TableTotal", letters=strong),
        ParagraphStyle("TableFigureTotal", "Table figure total", "TableTotal", "TableFigureTotal", right),
        ParagraphStyle(
            "AfterTable",
            "After table",
            "Normal",
            "BodyText",
            ParagraphLook(line=0.5),
            LetterLook(_SIZES.table),
            is_offered=False,
        ),
        ParagraphStyle(
            "AfterLastTable", "After last table", "AfterTable", "BodyText", letters=LetterLook(1), is_offered=False
        ),
    )


def _signatures() -> tuple[ParagraphStyle, ...]:
    stays = ParagraphLook(before=0, after=2, keeps_with_next=True)
    return (
        ParagraphStyle(
            "SignatureParty",
            "Signature party",
            "Normal",
            "SignatureText",
            ParagraphLook(before=6, after=1, line=_TIGHT, keeps_with_next=True, keeps_lines=True),
            LetterLook(is_bold=True),
        ),
        ParagraphStyle("SignatureText", "Signature text", "TableText", "SignatureText", stays),
        ParagraphStyle(
            "SignatureLabel",
            "Signature label",
            "SignatureText",
            "SignatureText",
            letters=LetterLook(_SIZES.running, _COLOURS.secondary),
        ),
    )


def _running() -> tuple[ParagraphStyle, ...]:
    letters = LetterLook(_SIZES.running, _COLOURS.secondary)
    ends = (Tab(LOOK.measure, is_set_right=True),)
    return (
        ParagraphStyle(
            "Header",
            "header",
            "Normal",
            "Header",
            ParagraphLook(line=_TIGHT, tabs=ends, edges=(Edge("bottom", 0.5, _COLOURS.line, 5),)),
            letters,
            is_offered=False,
        ),
        ParagraphStyle(
            "Footer",
            "footer",
            "Normal",
            "Footer",
            ParagraphLook(line=_TIGHT, tabs=ends, edges=(Edge("top", 0.5, _COLOURS.line, 5),)),
            letters,
            is_offered=False,
        ),
        *_contents(),
    )


def _contents() -> tuple[ParagraphStyle, ...]:
    """A style for each width of number, so that the words of entries stand below each other."""
    dots = Tab(LOOK.measure, is_set_right=True, has_dots=True)
    below = LetterLook(_SIZES.table + 0.5, _COLOURS.secondary)
    entry = ParagraphLook(after=3, right=30, tabs=(dots,))
    numbered = replace(entry, tabs=(Tab(26), dots), left=26, hanging=26)
    schedule = replace(entry, tabs=(Tab(78), dots), left=78, hanging=78)
    return (
        ParagraphStyle("TOC1", "toc 1", "Normal", "Normal", numbered),
        ParagraphStyle("TOC2", "toc 2", "Normal", "Normal", replace(entry, left=26), below),
        ParagraphStyle("TOC3", "toc 3", "Normal", "Normal", schedule),
        ParagraphStyle("TOC4", "toc 4", "Normal", "Normal", entry),
    )
