"""What is painted on what: draws a widget as vectors in colours that name their roles, and reads them back."""

import base64
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QTransform
from PySide6.QtSvg import QSvgGenerator
from PySide6.QtWidgets import QWidget

from app.ui.theme.roles import Roles

_NAMES = list(Roles._fields)

#: Colours that no theme has, each role its own, so that what is painted tells which role it was.
TELLING = Roles(
    **{
        name: f"#{40 + 9 * place:02X}{200 - 7 * place:02X}{10 + 5 * place:02X}"  # all different
        for place, name in enumerate(_NAMES)
    }
)
_ROLE_OF = {getattr(TELLING, name).lower(): name for name in _NAMES}
_PARTS = ("red", "green", "blue")
_NUMBER = re.compile(r"-?\d+\.?\d*(?:e-?\d+)?")


@dataclass
class Pairs:
    """Roles of texts and of marks with the role of the ground they were seen on; "?" for a colour that is no role."""

    texts: Counter[tuple[str, str]] = field(default_factory=Counter)
    marks: Counter[tuple[str, str]] = field(default_factory=Counter)
    samples: dict[tuple[str, str], str] = field(default_factory=dict)
    """One text that was seen for each pair."""

    def add(self, other: "Pairs") -> None:
        """Take in what was seen elsewhere."""
        self.texts += other.texts
        self.marks += other.marks
        self.samples = {**other.samples, **self.samples}


def painted(widget: QWidget) -> Pairs:
    """The pairs of a widget that is shown in the telling colours."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    drawing = QSvgGenerator()
    drawing.setOutputDevice(buffer)
    drawing.setSize(widget.size())
    drawing.setResolution(96)
    painter = QPainter(drawing)
    widget.render(painter, QPoint())
    painter.end()
    return _read(ElementTree.fromstring(bytes(buffer.data().data())))


def _read(drawing: ElementTree.Element) -> Pairs:
    pairs = Pairs()
    grounds: list[tuple[QRectF, str]] = []
    for group in drawing.iter("{http://www.w3.org/2000/svg}g"):
        transform = _transform(group.get("transform", ""))
        fill, stroke = (_colour(group, name) for name in ("fill", "stroke"))
        for shape in group:
            kind = shape.tag.split("}")[1]
            if kind == "text":
                _read_text(shape, transform, grounds, pairs)
            elif kind == "image":
                _read_icon(shape, transform, grounds, pairs)
            elif (box := _box(shape, kind)) is not None:
                place = transform.mapRect(box)
                beside = _ground_at(grounds, place.left() - 2, place.center().y())
                if stroke in _ROLE_OF and beside and kind != "polyline":
                    pairs.marks[_ROLE_OF[stroke], beside] += 1
                if fill != "none":
                    grounds.append((place, _ROLE_OF.get(fill, "?")))
    return pairs


def _colour(group: ElementTree.Element, name: str) -> str:
    """The colour of a fill or a stroke; "none" for one that is clear."""
    is_clear = float(group.get(f"{name}-opacity", "1")) == 0
    return "none" if is_clear else group.get(name, "none").lower()


def _read_text(
    shape: ElementTree.Element, transform: QTransform, grounds: list[tuple[QRectF, str]], pairs: Pairs
) -> None:
    start = transform.map(QPointF(float(shape.get("x", "0")) + 2, float(shape.get("y", "0")) - 3))
    pair = (_ROLE_OF.get(shape.get("fill", "").lower(), "?"), _ground_at(grounds, start.x(), start.y()) or "?")
    words = (shape.text or "").strip()
    if words:
        pairs.texts[pair] += 1
        pairs.samples.setdefault(pair, words)


def _read_icon(
    shape: ElementTree.Element, transform: QTransform, grounds: list[tuple[QRectF, str]], pairs: Pairs
) -> None:
    link = next((value for name, value in shape.attrib.items() if name.endswith("href")), "")
    role = _role_of_icon(link.partition("base64,")[2])
    if role:
        place = transform.mapRect(_place(shape))
        pairs.marks[role, _ground_at(grounds, place.center().x(), place.center().y()) or "?"] += 1


@cache
def _role_of_icon(data: str) -> str:
    """An icon has one colour in many shades of nothing; empty for one that is clear."""
    image = QImage.fromData(base64.b64decode(data))
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    colours = Counter(pixel.name() for pixel in pixels if pixel.alpha() > 250)
    return _nearest_role(colours.most_common(1)[0][0]) if colours else ""


def _nearest_role(colour: str) -> str:
    """The role of a colour that drawing may have rounded; "?" for one that is far from all."""
    distances = {role: _distance(QColor(colour), QColor(telling)) for telling, role in _ROLE_OF.items()}
    nearest = min(distances, key=lambda role: distances[role])
    return nearest if distances[nearest] <= 6 else "?"


def _distance(one: QColor, other: QColor) -> int:
    return sum(abs(a - b) for a, b in ((getattr(one, part)(), getattr(other, part)()) for part in _PARTS))


def _ground_at(grounds: list[tuple[QRectF, str]], x: float, y: float) -> str | None:
    return next((role for place, role in reversed(grounds) if place.contains(x, y)), None)


def _transform(text: str) -> QTransform:
    numbers = [float(each) for each in _NUMBER.findall(text)]
    return QTransform(*numbers) if len(numbers) == 6 else QTransform()


def _box(shape: ElementTree.Element, kind: str) -> QRectF | None:
    if kind == "rect":
        return _place(shape)
    if kind == "circle":
        x, y, radius = (float(shape.get(name, "0")) for name in ("cx", "cy", "r"))
        return QRectF(x - radius, y - radius, 2 * radius, 2 * radius)
    if kind in {"path", "polyline"}:
        numbers = [float(each) for each in _NUMBER.findall(shape.get("d") or shape.get("points") or "")]
        across, down = numbers[0::2], numbers[1::2]
        if across and down:
            return QRectF(min(across), min(down), max(across) - min(across), max(down) - min(down))
    return None


def _place(shape: ElementTree.Element) -> QRectF:
    return QRectF(*(float(shape.get(name, "0")) for name in ("x", "y", "width", "height")))


def sheet_pairs(sheet: str) -> Iterator[tuple[str, str, str]]:
    """For each rule of a style sheet in the telling colours that has text on a ground: selector, role of either.

    What a rule leaves open comes from the rule for the same thing in no special state, and from its class.
    """
    rules: dict[str, dict[str, str]] = {}
    for selectors, body in re.findall(r"([^{}]+)\{([^{}]*)\}", re.sub(r"/\*.*?\*/", "", sheet, flags=re.DOTALL)):
        parts = dict(line.split(":", 1) for line in body.split(";") if ":" in line)
        settings = {name.strip(): value.strip().lower() for name, value in parts.items()}
        for selector in selectors.split(","):
            rules.setdefault(selector.strip(), {}).update(settings)
    for selector, settings in rules.items():
        bare = re.sub(r"(?<!:):(?!:)[a-z-]+", "", selector)
        whole = {**rules.get(re.sub(r"\[.*?\]", "", bare), {}), **rules.get(bare, {}), **settings}
        text, ground = whole.get("color", ""), whole.get("background", "")
        if text in _ROLE_OF and ground in _ROLE_OF and {"color", "background"} & set(settings):
            yield selector, _ROLE_OF[text], _ROLE_OF[ground]
        if (chosen := whole.get("selection-background-color", "")) in _ROLE_OF:
            yield selector, _ROLE_OF[whole.get("selection-color", text)], _ROLE_OF[chosen]
