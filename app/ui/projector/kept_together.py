"""Words that stand in one line in the room: a figure with its unit, a clause with its number, a name with its code."""

import re

NO_BREAK = "\N{NO-BREAK SPACE}"

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_UNITS = "working days?|calendar days?|clear days?|days?|weeks?|months?|years?|hours?|minutes?|million|billion"
_PLACES = "[Cc]lauses?|[Ss]chedules?|[Ss]ections?|[Pp]aragraphs?|[Aa]nnex|[Aa]ppendix|[Tt]able|[Pp]age|[Ss]tep"
_TOGETHER = re.compile(
    rf"\d (?:{_UNITS})\b"
    rf"|\b(?:{_PLACES}) (?=\d)"
    rf"|\b\d{{1,2}} (?:{_MONTHS})\b"
    # The code of an organisation, behind the last word of its name.
    r"|\w (?=\([A-Z][A-Z0-9]{2,5}\))"
)
#: What may end a line; a space that keeps words together is none.
_SPACES = re.compile(r"[ \n\t\u2028]+")


def kept_together(text: str) -> str:
    """The same text, letter for letter, but for the spaces at which no line may end."""
    return _TOGETHER.sub(lambda found: found.group().replace(" ", NO_BREAK), text)


def unbroken(text: str) -> set[str]:
    """What stands in one line each: single words, and words that are kept together."""
    return {each for each in _SPACES.split(kept_together(text)) if each}
