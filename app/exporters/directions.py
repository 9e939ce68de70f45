"""Which way each character runs, and the order in which pieces of a line stand from left to right."""

import re
from collections.abc import Sequence
from unicodedata import bidirectional, normalize

_RIGHT_TO_LEFT = re.compile("[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]")
_NEUTRALS = frozenset({"B", "S", "WS", "ON"})
_AS_RIGHT = {"R": "R", "EN": "R", "AN": "R", "L": "L"}
_BRACKETS = {"(": ")", "[": "]", "{": "}", "⁅": "⁆", "⁽": "⁾", "₍": "₎", "⌈": "⌉", "⌊": "⌋", "〈": "〉"}


def levels(text: str) -> list[int] | None:
    """The embedding level of each character (odd: right to left), or None where all run left to right.

    Follows the implicit rules of Unicode's bidirectional algorithm (annex 9, rules W1 to I2). The text is a
    stretch of its own, so that an answer in Hebrew cannot turn the words around it, and one without any letter
    that runs left to right runs right to left throughout. Typed marks that override or embed directions have
    no effect: they can make a figure read as another one.
    """
    if not _RIGHT_TO_LEFT.search(text):
        return None
    kinds = [_kind(character) for character in text]
    base = 0 if "L" in kinds else 1
    places = [place for place, kind in enumerate(kinds) if kind != "BN"]
    heard = [kinds[place] for place in places]
    _resolve_weak(heard, "LR"[base])
    _resolve_brackets([text[place] for place in places], heard, "LR"[base])
    _resolve_neutral(heard, "LR"[base])
    found = dict(zip(places, heard, strict=True))
    spread, last = [], base
    for place in range(len(text)):
        last = _level(found[place], base) if place in found else last
        spread.append(last)
    return _rest_edges(text, spread)


def _rest_edges(text: str, spread: list[int]) -> list[int]:
    """Spaces at either end part the text from what stands around it, which runs from left to right."""
    inner = text.strip()
    start = text.index(inner) if inner else len(text)
    end = start + len(inner)
    return [level if start <= place < end else 0 for place, level in enumerate(spread)]


def _kind(character: str) -> str:
    """The bidirectional class; what overrides, embeds or isolates, and what is not assigned, is passed over."""
    kind = bidirectional(character)
    if kind == "AL" or kind in _KNOWN:
        return kind
    return "BN"


_KNOWN = _NEUTRALS | {"L", "R", "EN", "ES", "ET", "AN", "CS", "NSM"}


def _resolve_weak(kinds: list[str], around: str) -> None:
    """Rules W1 to W7: marks, figures, and the signs that go with figures."""
    strong = before = around
    for place, typed in enumerate(kinds):
        kind = before if typed == "NSM" else typed
        if kind in ("L", "R", "AL"):
            strong = kind
        elif kind == "EN" and strong == "AL":
            kind = "AN"
        kinds[place] = before = kind
    _join_separators(kinds)
    _join_terminators(kinds)
    strong = around
    for place, kind in enumerate(kinds):
        if kind in ("ES", "ET", "CS"):
            kinds[place] = "ON"
        elif kind == "AL":
            kinds[place] = strong = "R"
        elif kind in ("L", "R"):
            strong = kind
        elif kind == "EN" and strong == "L":
            kinds[place] = "L"


def _join_separators(kinds: list[str]) -> None:
    """Rule W4: one separator between two figures of a kind becomes part of them."""
    for place in range(1, len(kinds) - 1):
        before, kind, after = kinds[place - 1 : place + 2]
        if before == after and ((kind == "CS" and before in ("EN", "AN")) or (kind == "ES" and before == "EN")):
            kinds[place] = before


def _join_terminators(kinds: list[str]) -> None:
    """Rule W5: signs such as per cent and pound become part of the figures beside them."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] == "ET":
            end += 1
        if end > start and ("EN" in (kinds[start - 1] if start else "", kinds[end] if end < len(kinds) else "")):
            kinds[start:end] = ["EN"] * (end - start)
        start = end + 1


def _resolve_brackets(characters: Sequence[str], kinds: list[str], around: str) -> None:
    """Rule N0: both brackets of a pair run the same way, by what stands in them."""
    for opening, closing in _bracket_pairs(characters, kinds):
        inside = {_AS_RIGHT[kind] for kind in kinds[opening + 1 : closing] if kind in _AS_RIGHT}
        if around in inside:
            kinds[opening] = kinds[closing] = around
        elif inside:
            before = [_AS_RIGHT[kind] for kind in kinds[:opening] if kind in _AS_RIGHT]
            kinds[opening] = kinds[closing] = before[-1] if before else around


def _bracket_pairs(characters: Sequence[str], kinds: Sequence[str]) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    opened: list[tuple[str, int]] = []
    for place, (character, kind) in enumerate(zip(characters, kinds, strict=True)):
        plain = normalize("NFC", character)
        if kind != "ON":
            continue
        if plain in _BRACKETS:
            opened.append((_BRACKETS[plain], place))
        elif any(plain == wanted for wanted, _ in opened):
            while opened:
                wanted, opening = opened.pop()
                if wanted == plain:
                    pairs.append((opening, place))
                    break
    return sorted(pairs)


def _resolve_neutral(kinds: list[str], around: str) -> None:
    """Rules N1 and N2: what has no direction of its own takes that of both sides, or the one around."""
    start = 0
    while start < len(kinds):
        end = start
        while end < len(kinds) and kinds[end] in _NEUTRALS:
            end += 1
        if end > start:
            before = _AS_RIGHT[kinds[start - 1]] if start else around
            after = _AS_RIGHT[kinds[end]] if end < len(kinds) else around
            kinds[start:end] = [before if before == after else around] * (end - start)
        start = end + 1


def _level(kind: str, base: int) -> int:
    """Rules I1 and I2."""
    if base == 0:
        return {"L": 0, "R": 1}.get(kind, 2)
    return 1 if kind == "R" else 2


def visual_order(piece_levels: Sequence[int]) -> list[int]:
    """Places of the pieces from left to right (rule L2)."""
    order = list(range(len(piece_levels)))
    for level in range(max(piece_levels, default=0), 0, -1):
        start = 0
        while start < len(order):
            end = start
            while end < len(order) and piece_levels[order[end]] >= level:
                end += 1
            order[start:end] = reversed(order[start:end])
            start = end + 1
    return order
