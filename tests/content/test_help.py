"""Topics of help are read strictly, and every page, tab, key and link among them is held to what is there."""

from pathlib import Path

import pytest

from app.content.catalogue import Content
from app.content.entries import Problems
from app.content.help import check_help, read_help
from app.documents.help_text import read_help_text
from app.documents.markup import MarkupError
from app.domain.help import HelpForm, HelpPiece, HelpTopic, NamedKey, Subject
from app.paths import shipped_folder

TOPIC = 'id = "one"\ntitle = "One"\ntext = "Some **bold** words."\n'


def read(folder: Path, **files: str) -> tuple[dict[str, HelpTopic], list[str]]:
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    problems = Problems()
    topics = read_help(folder, folder, problems)
    return {each.id: each for each in topics}, [str(each) for each in problems.found]


def reasons_against(topics: dict[str, HelpTopic]) -> list[str]:
    problems = Problems()
    check_help(topics, problems)
    return [str(each) for each in problems.found]


def test_a_text_is_read_into_headings_paragraphs_bullets_bold_words_and_keys() -> None:
    blocks = read_help_text("## Ways\n\nPress {keys:find}\nor **go**.\n\n- One\n- Two")
    assert [block.form for block in blocks] == [
        HelpForm.HEADING, HelpForm.PARAGRAPH, HelpForm.BULLET, HelpForm.BULLET,
    ]  # fmt: skip
    assert blocks[1].pieces == (
        HelpPiece("Press "),
        HelpPiece("", key=NamedKey.FIND),
        HelpPiece(" "),
        HelpPiece("or "),
        HelpPiece("go", is_bold=True),
        HelpPiece("."),
    )


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("Press {keys:fly}.", "There is no key “fly”"),
        ("Press {find}.", "is no key"),
        ("Press {keys:find", "other half"),
        ("1. One", "plain bullets"),
        ("- One\n  - Two", "no list inside"),
        ("Some *leaning* words", "no meaning here"),
    ],
)
def test_a_text_that_says_what_help_cannot_show_is_refused(text: str, reason: str) -> None:
    with pytest.raises(MarkupError, match=reason):
        read_help_text(text)


def test_markup_that_help_does_not_know_stays_as_it_was_typed() -> None:
    (block,) = read_help_text("<b>Not bold</b> and [no link](x)")
    assert block.text == "<b>Not bold</b> and [no link](x)"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (TOPIC + 'colour = "red"\n', "“colour” is not known here"),
        (TOPIC.replace('title = "One"\n', ""), "“title” is missing"),
        (TOPIC + 'on = ["moon"]\n', "“on” names “moon”; it must be one of start, section"),
        (TOPIC + 'go = ["moon"]\n', "“go” names “moon”"),
        (TOPIC + '[[meaning]]\nword = "Quorum"\n', "“means” is missing"),
        (TOPIC + 2 * '[[meaning]]\nword = "Quorum"\nmeans = "So"\n', "This word is there twice"),
        (TOPIC.replace("**bold**", "{keys:fly}"), "There is no key “fly”"),
        ("id = ", "not valid TOML"),
    ],
)
def test_a_topic_that_is_not_right_is_refused_with_its_file_and_reason(tmp_path: Path, text: str, reason: str) -> None:
    _, problems = read(tmp_path, one=text)
    assert any(reason in each and "one.toml" in each for each in problems), problems


def test_a_page_without_a_topic_and_one_with_two_are_told(content: Content) -> None:
    topics = dict(content.help)
    assert reasons_against(topics) == []
    for subject in Subject:
        without = {key: each for key, each in topics.items() if subject not in each.subjects}
        assert any(subject.value in each and "No topic is on this" in each for each in reasons_against(without))


def test_links_to_no_topic_to_itself_and_topics_that_nothing_leads_to_are_told(tmp_path: Path) -> None:
    topics, problems = read(tmp_path, one=TOPIC + 'see = ["one", "two"]\n', three=TOPIC.replace("one", "three"))
    assert problems == []
    said = "\n".join(reasons_against(topics))
    assert "There is no topic “two” to see." in said
    assert "It leads to itself" in said
    assert said.count("Nothing leads to it") == 1


def test_a_topic_whose_page_is_taken_is_told(tmp_path: Path) -> None:
    on = 'on = ["checks"]\n'
    topics, _ = read(tmp_path, one=TOPIC + on, two=TOPIC.replace("one", "two") + on)
    assert any("“checks” has a topic already, “one”" in each for each in reasons_against(topics))


def test_the_words_of_governance_are_explained_in_the_order_of_the_alphabet(content: Content) -> None:
    words = [meaning.word for meaning in content.help["words"].meanings]
    assert 20 <= len(words) <= 40
    assert words == sorted(words, key=str.casefold)
    assert {"Quorum", "Joint committee", "Committees in common"} <= set(words)


def test_help_says_nothing_that_plain_english_would_not() -> None:
    for path in sorted((shipped_folder() / "resources" / "help").glob("*.toml")):
        text = path.read_text(encoding="utf-8")
        for word in ("shall", "e.g.", "i.e.", "etc", "!", "simply", "please"):
            assert word not in text.casefold(), f"{path.name} says {word}"
