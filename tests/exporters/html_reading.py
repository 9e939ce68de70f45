"""Reads an HTML page strictly: every element must be one of ours, rightly nested, and closed."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any

ELEMENTS = frozenset((
    "html", "head", "meta", "title", "style", "body", "a", "header", "h1", "h2", "h3", "p", "section", "dl", "div",
    "dt", "dd", "table", "caption", "thead", "tbody", "tr", "th", "td", "nav", "ol", "ul", "li", "main", "footer",
    "span", "strong", "bdi", "mark",
))  # fmt: skip
ATTRIBUTES = frozenset((
    "lang", "charset", "http-equiv", "content", "name", "id", "class", "href", "tabindex", "scope", "aria-label",
    "aria-labelledby",
))  # fmt: skip
EMPTY = frozenset({"meta"})
INSIDE = {
    "li": {"ol", "ul"},
    "tr": {"thead", "tbody"},
    "th": {"tr"},
    "td": {"tr"},
    "thead": {"table"},
    "tbody": {"table"},
    "caption": {"table"},
    "dt": {"div"},
    "dd": {"div"},
    "head": {"html"},
    "body": {"html"},
    "title": {"head"},
    "meta": {"head"},
    "style": {"head"},
    "main": {"body"},
}
"""The elements in which some elements must stand."""
PHRASES = frozenset({"p", "h1", "h2", "h3", "span", "bdi", "strong", "mark", "a", "caption", "dt"})
"""Elements that hold words and other phrases, and no blocks."""
PHRASE_CONTENT = frozenset({"span", "bdi", "strong", "mark", "a"})


@dataclass
class Element:
    """An element with its attributes and what it holds, in order."""

    name: str
    attributes: dict[str, str]
    children: list["Element | str"] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All words in it."""
        return "".join(child if isinstance(child, str) else child.text for child in self.children)

    def find(self, *names: str, kind: str = "") -> list["Element"]:
        """Every element below with one of these names, in order, and with the class where one is asked for."""
        found: list[Element] = []
        for child in self.children:
            if isinstance(child, Element):
                kinds = child.attributes.get("class", "").split()
                if (not names or child.name in names) and (not kind or kind in kinds):
                    found.append(child)
                found += child.find(*names, kind=kind)
        return found


def read_html(page: str) -> Element:
    """The element html. Raises AssertionError for anything that a page of ours may not hold."""
    assert page.startswith("<!DOCTYPE html>\n<html ")
    reader = _Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == [reader.root], [each.name for each in reader.open]
    (root,) = (child for child in reader.root.children if isinstance(child, Element))
    return root


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value for name, value in attrs if value is not None}
        assert tag in ELEMENTS, tag
        assert len(attributes) == len(attrs), attrs
        assert set(attributes) <= ATTRIBUTES, attributes
        above = self.open[-1]
        assert above.name in INSIDE.get(tag, {above.name}), f"{tag} in {above.name}"
        assert above.name not in PHRASES or tag in PHRASE_CONTENT, f"{tag} in {above.name}"
        assert above.name not in ("ol", "ul") or tag == "li", f"{tag} in a list"
        element = Element(tag, attributes)
        above.children.append(element)
        if tag not in EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: Any) -> None:
        raise AssertionError(f"<{tag}/> is not how HTML is written")

    def handle_endtag(self, tag: str) -> None:
        element = self.open.pop()
        assert element.name == tag, f"</{tag}> closes <{element.name}>"

    def handle_data(self, data: str) -> None:
        if data.strip():
            assert self.open[-1].name not in ("", "html", "head", "table", "tr", "tbody", "thead", "ol", "ul", "dl")
        self.open[-1].children.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def unknown_decl(self, data: str) -> None:
        raise AssertionError(f"a declaration: {data}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")
