"""Everything that content files say, in one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.content.answers_files import AnswersFile
from app.content.organisations import Register
from app.documents.templates import Templates
from app.domain.checks import Check
from app.domain.help import HelpTopic
from app.domain.questions import Questionnaire
from app.domain.records import LawRecord, Source


@dataclass(frozen=True)
class Content:
    """Everything that content files say, found by id. ``orphans`` are records that nothing rests on."""

    questionnaire: Questionnaire
    templates: Templates
    checks: tuple[Check, ...]
    law: Mapping[str, LawRecord]
    sources: Mapping[str, Source]
    register: Register
    examples: Mapping[str, AnswersFile]
    help: Mapping[str, HelpTopic] = field(default_factory=dict)
    orphans: tuple[str, ...] = ()
