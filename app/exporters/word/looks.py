"""How letters and paragraphs look, as elements in the order in which Word wants them."""

from dataclasses import dataclass

from app.exporters.word.lengths import colour_code, eighths, half_points, twips


@dataclass(frozen=True, slots=True)
class LetterLook:
    """How letters differ from those of the style below. Sizes are in points, colours as #RRGGBB."""

    size: float = 0.0
    colour: str = ""
    is_bold: bool | None = None
    dotted_line: str = ""
    """Colour of a dotted line under the letters."""
    ground: str = ""
    """Colour behind the letters."""

    def elements(self) -> str:
        parts = []
        if self.is_bold is not None:
            on = "" if self.is_bold else ' w:val="0"'
            parts.append(f"<w:b{on}/><w:bCs{on}/>")
        if self.colour:
            parts.append(f'<w:color w:val="{colour_code(self.colour)}"/>')
        if self.size:
            parts.append(f'<w:sz w:val="{half_points(self.size)}"/><w:szCs w:val="{half_points(self.size)}"/>')
        if self.dotted_line:
            parts.append(f'<w:u w:val="dotted" w:color="{colour_code(self.dotted_line)}"/>')
        if self.ground:
            parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{colour_code(self.ground)}"/>')
        return "".join(parts)


@dataclass(frozen=True, slots=True)
class Edge:
    """A line along a paragraph: which side, its weight and distance in points, and its colour."""

    side: str
    weight: float
    colour: str
    distance: float = 1.0

    def element(self) -> str:
        return (
            f'<w:{self.side} w:val="single" w:sz="{eighths(self.weight)}" w:space="{round(self.distance)}" '
            f'w:color="{colour_code(self.colour)}"/>'
        )


@dataclass(frozen=True, slots=True)
class Tab:
    """A place that a tab goes to, in points from the margin."""

    place: float
    is_set_right: bool = False
    has_dots: bool = False

    def element(self) -> str:
        leader = ' w:leader="dot"' if self.has_dots else ""
        side = "right" if self.is_set_right else "left"
        return f'<w:tab w:val="{side}"{leader} w:pos="{twips(self.place)}"/>'


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """How a paragraph stands. Lengths are in points; ``None`` leaves it to the style below."""

    before: float | None = None
    after: float | None = None
    line: float | None = None
    """Distance of lines, as a multiple of what the letters need."""
    left: float | None = None
    hanging: float | None = None
    right: float | None = None
    keeps_with_next: bool | None = None
    keeps_lines: bool = False
    starts_page: bool = False
    numbering: str = ""
    edges: tuple[Edge, ...] = ()
    tabs: tuple[Tab, ...] = ()
    side: str = ""
    """Where lines stand: left, right or center."""
    outline: int | None = None
    """Level in the outline from 0."""

    def elements(self) -> str:
        parts = []
        if self.keeps_with_next is not None:
            parts.append("<w:keepNext/>" if self.keeps_with_next else '<w:keepNext w:val="0"/>')
        if self.keeps_lines:
            parts.append("<w:keepLines/>")
        if self.starts_page:
            parts.append("<w:pageBreakBefore/>")
        parts.append(self.numbering)
        if self.edges:
            parts.append(f"<w:pBdr>{''.join(edge.element() for edge in self.edges)}</w:pBdr>")
        if self.tabs:
            parts.append(f"<w:tabs>{''.join(tab.element() for tab in self.tabs)}</w:tabs>")
        parts.append(self._spacing())
        parts.append(self._indent())
        if self.side:
            parts.append(f'<w:jc w:val="{self.side}"/>')
        if self.outline is not None:
            parts.append(f'<w:outlineLvl w:val="{self.outline}"/>')
        return "".join(parts)

    def _spacing(self) -> str:
        asked = []
        if self.before is not None:
            asked.append(f'w:before="{twips(self.before)}"')
        if self.after is not None:
            asked.append(f'w:after="{twips(self.after)}"')
        if self.line is not None:
            asked.append(f'w:line="{round(self.line * 240)}" w:lineRule="auto"')
        return f"<w:spacing {' '.join(asked)}/>" if asked else ""

    def _indent(self) -> str:
        asked = []
        if self.left is not None:
            asked.append(f'w:left="{twips(self.left)}"')
        if self.right is not None:
            asked.append(f'w:right="{twips(self.right)}"')
        if self.hanging is not None:
            asked.append(f'w:hanging="{twips(self.hanging)}"')
        return f"<w:ind {' '.join(asked)}/>" if asked else ""


def list_numbering(list_number: int, depth: int) -> str:
    """The element that puts a paragraph at a level of a list; list 0 takes it out of any."""
    return f'<w:numPr><w:ilvl w:val="{depth}"/><w:numId w:val="{list_number}"/></w:numPr>'
