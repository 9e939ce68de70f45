"""Finding in help: titles before words before texts, whole words or their beginnings, nothing for nothing."""

from app.domain.help import (
    HelpBlock,
    HelpForm,
    HelpPiece,
    HelpTopic,
    Meaning,
    Subject,
    find_in_help,
    topic_on,
)


def topic(
    id: str, title: str, text: str, *, words: tuple[str, ...] = (), meanings: tuple[Meaning, ...] = ()
) -> HelpTopic:
    blocks = (HelpBlock(HelpForm.HEADING, (HelpPiece("About"),)), HelpBlock(HelpForm.PARAGRAPH, (HelpPiece(text),)))
    return HelpTopic(id, title, (), blocks, meanings, (), (), words)


CHECKS = topic("checks", "Checks", "They point out what cannot work, such as a quorum too small.", words=("error",))
WORDS = topic("words", "Words", "In plain English.", meanings=(Meaning("Quorum", "The fewest who must be present."),))
FINAL = topic("final", "Final documents", f"{'Long words ' * 30}at the end.")
ALL = (CHECKS, WORDS, FINAL)


def ids(typed: str) -> list[str]:
    return [found.topic.id for found in find_in_help(ALL, typed)]


def test_the_beginning_of_a_word_is_enough_and_capitals_do_not_count() -> None:
    assert ids("CHE") == ["checks"]
    assert ids("documents fin") == ["final"]


def test_every_word_must_be_there() -> None:
    assert ids("final checks") == []
    assert ids("work quorum") == ["checks"]


def test_a_word_that_is_explained_comes_before_a_text_that_only_has_it() -> None:
    found = find_in_help(ALL, "quorum")
    assert [each.topic.id for each in found] == ["words", "checks"]
    assert found[0].meaning is not None
    assert found[0].excerpt == "The fewest who must be present."


def test_words_that_only_find_a_topic_show_how_it_opens() -> None:
    (found,) = find_in_help(ALL, "error")
    assert found.excerpt.startswith("They point out")


def test_words_from_title_and_text_together_find_a_topic() -> None:
    assert ids("checks quorum") == ["checks"]


def test_a_long_text_is_shortened_between_words() -> None:
    (found,) = find_in_help(ALL, "end")
    assert len(found.excerpt) <= 112
    assert found.excerpt.endswith("ords …") or found.excerpt.endswith("ong …")


def test_nothing_and_marks_alone_find_nothing() -> None:
    assert ids("") == ids("  ") == ids("?!<b>"[:2]) == []


def test_no_topic_is_on_what_none_is_about() -> None:
    assert topic_on(ALL, Subject.CHECKS) is None
