"""What the content gives to find: sections, questions, guidance, checks, law records and help."""

import re
from collections.abc import Iterator

from app.content.catalogue import Content
from app.domain.questions import Question
from app.services.search.entries import Entry, Group, ToCheck, ToHelp, ToLaw, ToQuestion, ToSection

#: Stands in a text for what is only known once the check has found something.
_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_SENTENCE_END = re.compile(r"(?<=[.?])\s+")


def content_entries(content: Content) -> Iterator[Entry]:
    """Everything that is the same for every collaborative; questions also where they do not apply."""
    for step in content.questionnaire.steps:
        for section in step.sections:
            yield Entry(
                Group.PLACE, section.title, ToSection(section.id), "Go to this section",
                text=section.introduction, where=f"{step.number} {step.title}",
            )  # fmt: skip
            for question in section.questions:
                where = f"{step.number} {step.title} › {section.title}"
                yield _question_entry(question, where)
                yield _guidance_entry(question, where, content)
    for check in content.checks:
        label = content.questionnaire.question(check.question).label
        yield Entry(
            Group.CHECK, check.title, ToCheck(check.question, check.id), "Go to the question that it is about",
            text=_told_whole(f"{check.why} {check.remedy}"), where=f"Checked, nothing found: {label}",
        )  # fmt: skip
    for record in content.law.values():
        yield Entry(
            Group.LAW, record.citation, ToLaw(record.id), "Read this law record",
            text=f"{record.says} {record.note}".strip(),
        )  # fmt: skip


def _told_whole(text: str) -> str:
    """The sentences of a text that say something before the check has found anything; the others would have gaps."""
    return " ".join(each for each in _SENTENCE_END.split(text) if each and not _PLACEHOLDER.search(each))


def help_entries(content: Content) -> Iterator[Entry]:
    """The topics of help, and the words that they explain."""
    for topic in content.help.values():
        text = " ".join(block.text for block in topic.blocks)
        target = ToHelp(topic.id)
        yield Entry(Group.HELP, topic.title, target, "Read this in the help", text=text, also=" ".join(topic.words))
        for meaning in topic.meanings:
            yield Entry(
                Group.HELP, meaning.word, target, "Read this in the help", text=meaning.means, where=topic.title
            )


def _question_entry(question: Question, where: str) -> Entry:
    offered = " · ".join([option.label for option in question.options] + [column.label for column in question.columns])
    text = " ".join(part for part in (question.hint, offered) if part)
    return Entry(Group.QUESTION, question.label, ToQuestion(question.id), "Go to this question", text=text, where=where)


def _guidance_entry(question: Question, where: str, content: Content) -> Entry:
    parts = [question.why]
    if question.suggestion is not None:
        parts += [question.suggestion.reason, question.suggestion.usual_range]
    parts += [
        ", ".join(part for part in (content.sources[each.source].title, each.place) if part)
        for each in question.sources
        if each.source in content.sources
    ]
    return Entry(
        Group.GUIDANCE, question.label, ToQuestion(question.id, with_guidance=True),
        "Go to this question, with its guidance open",
        text=" ".join(part for part in parts if part), where=where, is_shared=True,
    )  # fmt: skip
