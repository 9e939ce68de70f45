"""References to other places: fields that follow when clauses move, links where a field could not say the words."""

import re

from app.exporters.word.elements import field
from app.exporters.word.plan import Plan, Target
from app.exporters.word.texts import words

_STYLE = "CrossReference"


class Bookmarks:
    """Marks places in the file, each with a number of its own."""

    def __init__(self) -> None:
        self._count = 0

    def around(self, names: tuple[str, ...], content: str) -> str:
        """Runs with bookmarks of these names around them."""
        for name in names:
            self._count += 1
            content = (
                f'<w:bookmarkStart w:id="{self._count}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{self._count}"/>'
            )
        return content


def reference(text: str, anchor: str, plan: Plan) -> str:
    """A reference as runs. The words are shown as they are given; without a place to lead to they are only words."""
    target = plan.targets.get(anchor)
    if target is None or not text:
        return words(text)
    part = plan.targets.get(target.part)
    return _by_field(text, target, part) or link(target.bookmark, words(text, _STYLE))


def link(bookmark: str, content: str) -> str:
    """Runs that lead to a bookmark."""
    return f'<w:hyperlink w:anchor="{bookmark}" w:history="1">{content}</w:hyperlink>'


def _by_field(text: str, target: Target, part: Target | None) -> str:
    """The words with a field in place of each number; nothing where the words do not say the number."""
    if not target.number:
        return ""
    number = _either_case(target.number)
    schedule = _either_case(part.number) if part is not None and part.number else ""
    if schedule and (found := re.fullmatch(rf"(.*\b)({number})( of )({schedule})", text)):
        before, own, between, around = found.groups()
        return words(before) + _number_field(own, target) + words(between) + _number_field(around, part)
    if schedule and (found := re.fullmatch(rf"({schedule})(, .*\b)({number})", text)):
        around, between, own = found.groups()
        return _number_field(around, part) + words(between) + _number_field(own, target)
    if found := re.fullmatch(rf"((?:.*\s)?)({number})", text):
        return words(found[1]) + _number_field(found[2], target)
    return ""


def _either_case(number: str) -> str:
    return "|".join(re.escape(each) for each in dict.fromkeys((number, number.lower())))


def _number_field(shown: str, target: Target | None) -> str:
    """A field that shows the number of a place, in small letters where the words have it so."""
    if target is None:
        return words(shown)
    case = r" \* Lower" if shown != target.number else ""
    return field(
        rf"REF {target.bookmark} {target.reach.value} \h{case}",
        words(shown, _STYLE),
    )
