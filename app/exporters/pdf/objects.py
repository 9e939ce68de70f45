"""The PDF file itself: numbered objects, packed and listed so that a reader finds each of them (ISO 32000-1, 7)."""

import hashlib
import zlib
from collections.abc import Sequence

_OBJECTS_TOGETHER = 200
"""How many objects are packed in one stream: a reader unpacks them all to see one."""


class PdfFile:
    """The objects of one file. Numbers are reserved first, so that objects can name each other."""

    def __init__(self) -> None:
        self._plain: dict[int, bytes] = {}
        self._streams: dict[int, bytes] = {}
        self._last = 0

    def reserve(self) -> int:
        """The number of an object whose content follows."""
        self._last += 1
        return self._last

    def put(self, number: int, content: str) -> None:
        """Gives a reserved object its content, in PDF syntax."""
        self._plain[number] = content.encode("latin-1")

    def add(self, content: str) -> int:
        """A new object; returns its number."""
        number = self.reserve()
        self.put(number, content)
        return number

    def add_stream(self, data: bytes, entries: str = "", is_packed: bool = True) -> int:
        """A new stream with further entries for its dictionary; returns its number."""
        number = self.reserve()
        self._streams[number] = _stream(data, entries, is_packed)
        return number

    def to_bytes(self, root: int, information: int) -> bytes:
        """The whole file. Equal objects give equal bytes: its identifier is a digest of them."""
        parts = [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"]
        places: dict[int, tuple[int, int, int]] = {}
        position = len(parts[0])
        for number, stream in [*self._streams.items(), *self._packed_streams(places)]:
            places[number] = (1, position, 0)
            parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, stream))
            position += len(parts[-1])
        number = self.reserve()
        places[number] = (1, position, 0)
        digest = hashlib.sha256(b"".join(parts)).hexdigest()[:32]
        entries = (
            f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {information} 0 R/ID[<{digest}><{digest}>]"
        )
        parts.append(b"%d 0 obj\n%s\nendobj\n" % (number, _stream(_table(places, number), entries)))
        parts.append(b"startxref\n%d\n%%%%EOF\n" % position)
        return b"".join(parts)

    def _packed_streams(self, places: dict[int, tuple[int, int, int]]) -> list[tuple[int, bytes]]:
        numbers = sorted(self._plain)
        streams: list[tuple[int, bytes]] = []
        for start in range(0, len(numbers), _OBJECTS_TOGETHER):
            together = numbers[start : start + _OBJECTS_TOGETHER]
            stream_number = self.reserve()
            for place, number in enumerate(together):
                places[number] = (2, stream_number, place)
            streams.append((stream_number, self._pack(together)))
        return streams

    def _pack(self, numbers: Sequence[int]) -> bytes:
        listed: list[str] = []
        offset = 0
        for number in numbers:
            listed.append(f"{number} {offset}")
            offset += len(self._plain[number]) + 1
        head = " ".join(listed).encode("ascii") + b"\n"
        data = head + b"\n".join(self._plain[number] for number in numbers)
        return _stream(data, f"/Type/ObjStm/N {len(numbers)}/First {len(head)}")


def _table(places: dict[int, tuple[int, int, int]], last: int) -> bytes:
    rows = bytearray((0).to_bytes(5, "big") + b"\xff\xff")
    for number in range(1, last + 1):
        kind, place, within = places[number]
        rows += bytes([kind]) + place.to_bytes(4, "big") + within.to_bytes(2, "big")
    return bytes(rows)


def _stream(data: bytes, entries: str, is_packed: bool = True) -> bytes:
    if is_packed:
        data = zlib.compress(data, 6)
        entries += "/Filter/FlateDecode"
    return b"<<%s/Length %d>>\nstream\n%s\nendstream" % (entries.encode("latin-1"), len(data), data)


def text_string(text: str) -> str:
    """A string for people: as it is where it is plain ASCII, else in UTF-16."""
    if text.isascii() and text.isprintable():
        escaped = text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
        return f"({escaped})"
    return f"<{utf16_hex(text, with_mark=True)}>"


def utf16_hex(text: str, with_mark: bool = False) -> str:
    """Hexadecimal digits of the text in UTF-16, the high byte first."""
    return ("feff" if with_mark else "") + text.encode("utf-16-be").hex()


def name_string(name: str) -> str:
    """A string that serves as a key, compared byte by byte."""
    return f"<{name.encode('utf-8').hex()}>"


def reference(number: int) -> str:
    """How one object names another."""
    return f"{number} 0 R"


def number_text(value: float) -> str:
    """A length with as many digits as a page can show."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
