"""Typed words become choices, organisations and people.

As in `app.domain.parsing`, what cannot be read raises `AnswerError` with a sentence that says what to type.
"""

import re
from collections.abc import Sequence

from app.domain.parsing import plain_spaces
from app.domain.questions import Option
from app.domain.values import Organisation, Person
from app.errors import AnswerError

_YES = {"yes", "y", "true"}
_NO = {"no", "n", "false"}
_CODE = re.compile(r"[A-Z0-9]{3,6}")
_CODE_AT_END = re.compile(r"(?P<name>.*\S)\s*[(\[]\s*(?P<code>[A-Z0-9]{3,6})\s*[)\]]")
_ROLE_IN_BRACKETS = re.compile(r"(?P<name>[^()]*)\((?P<role>[^()]+)\)")

#: As many choices as a sentence can name before nobody reads it.
_NAMED_CHOICES = 8


def parse_yes_no(text: str) -> bool:
    """True for yes, False for no."""
    word = text.strip().casefold().rstrip(".")
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise AnswerError("Enter yes or no.")


def parse_choice(text: str, options: Sequence[Option]) -> str:
    """The id of the one option meant by its label, wording or id, or by the way its label begins."""
    key = _key(text)
    for option in options:
        if key and key in {_key(option.label), _key(option.words), _key(option.id)}:
            return option.id
    begun = [option.id for option in options if key and _key(option.label).startswith(key)]
    if len(begun) == 1:
        return begun[0]
    if len(begun) > 1:
        raise AnswerError("More than one choice begins like this. Enter more of its name.")
    if not options:
        raise AnswerError("There is nothing to choose from yet.")
    if len(options) > _NAMED_CHOICES:
        raise AnswerError("This is not one of the choices. Open the list and choose one of them.")
    raise AnswerError(f"Choose one of these: {'; '.join(option.label for option in options)}.")


def parse_choices(text: str, options: Sequence[Option]) -> tuple[str, ...]:
    """The ids of the options named, in the order of the options; parted by semicolons, lines or commas."""
    if any(_key(text) == _key(option.label) for option in options):
        return (parse_choice(text, options),)
    parts = [part for part in re.split(r"[;\n]" if re.search(r"[;\n]", text) else ",", text) if part.strip()]
    if not parts:
        raise AnswerError("Name at least one choice, with a semicolon between one and the next.")
    meant = {parse_choice(part, options) for part in parts}
    return tuple(option.id for option in options if option.id in meant)


def parse_code(text: str) -> str:
    """A code of the public register of organisations: three to six letters or figures, such as RCF."""
    code = text.strip().upper()
    if not _CODE.fullmatch(code):
        raise AnswerError("Enter a code of three to six letters or figures, such as RCF, or leave it empty.")
    return code


def parse_organisation(text: str) -> Organisation:
    """An organisation by its name, with its code in brackets where known: "Airedale NHS Trust (RCF)"."""
    bare = plain_spaces(text)
    if not bare:
        raise AnswerError("Enter the name of the organisation.")
    found = _CODE_AT_END.fullmatch(bare)
    return Organisation(found["name"], found["code"]) if found else Organisation(bare)


def parse_person(text: str) -> Person:
    """A person as "Name, post" or "Name (post)"; the post may be left out."""
    bare = plain_spaces(text)
    if found := _ROLE_IN_BRACKETS.fullmatch(bare):
        name, role = found["name"], found["role"]
    else:
        name, _, role = bare.partition(",")
    person = Person(name.strip(), role.strip())
    if not person.name and not person.role:
        raise AnswerError("Enter a name, a post, or both, such as Jane Smith, chief executive.")
    return person


def _key(text: str) -> str:
    """The letters and figures of a text, without case, so that small slips of typing do not matter."""
    return " ".join(re.findall(r"\w+", text.casefold()))
