"""The parts of a Word file brought together, always in the same bytes."""

from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from app.exporters.word.elements import DECLARATION, quoted

_START_OF_TIME = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip file can name; every part has it, so that equal texts give equal files."""
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"


@dataclass(frozen=True, slots=True)
class Part:
    """One file in the package: where it stands, what it is, and how what points to it knows it."""

    path: str
    content_type: str
    relationship: str
    content: str


def pack(main: Part, own: Sequence[Part], beside: Sequence[Part]) -> bytes:
    """The package. ``own`` are parts that the main part points to, as rId1, rId2 and so on, in this order."""
    folder, name = main.path.rsplit("/", 1)
    files = [
        ("[Content_Types].xml", _content_types([main, *own, *beside])),
        ("_rels/.rels", _relationships([main, *beside], "")),
        (main.path, main.content),
        (f"{folder}/_rels/{name}.rels", _relationships(own, f"{folder}/")),
        *((part.path, part.content) for part in (*own, *beside)),
    ]
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        for path, content in files:
            entry = ZipInfo(path, _START_OF_TIME)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0
            file.writestr(entry, content.encode())
    return held.getvalue()


def _content_types(parts: Sequence[Part]) -> str:
    overrides = "".join(f'<Override PartName="/{part.path}" ContentType="{part.content_type}"/>' for part in parts)
    return (
        f'{DECLARATION}<Types xmlns="{_TYPES}">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(parts: Sequence[Part], folder: str) -> str:
    listed = "".join(
        f'<Relationship Id="rId{place}" Type="{part.relationship}" Target="{quoted(part.path.removeprefix(folder))}"/>'
        for place, part in enumerate(parts, start=1)
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONSHIPS}">{listed}</Relationships>'
