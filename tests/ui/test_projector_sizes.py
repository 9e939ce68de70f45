"""Everything in the projector view can be read from the back of the room, and nothing of it is ever cut off."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from app.domain.questions import Question
from app.domain.values import Kind
from app.services.projecting import QuestionSlide, SectionSlide
from app.services.room_clauses import ClauseWords
from app.ui.projector.bars import BarButton
from app.ui.projector.big_text import BigText, Whole, longest_word, set_text
from app.ui.projector.big_type import TEXT_SIZES, BigType, next_percent
from app.ui.projector.choice_card import RING_LINES, ChoiceCard
from app.ui.projector.foot_line import FootWords
from app.ui.projector.frame import Frame, View
from app.ui.projector.paged_column import page_tops
from app.ui.projector.question_view import QuestionView
from app.ui.projector.reading_views import Place, ReadingView, clause_view, guidance_view, keys_view, section_view
from app.ui.projector.row_view import RowStep, RowView
from app.ui.session import ProjectSession
from tests.ui.desk import open_session

#: 28 points at 96 dots an inch, on a display 768 lines high.
LEAST = 28 * 96 / 72
HERE = Place("How decisions are made", "Question 5 of 14")
LONG = "The Members must agree before the end of the month, unless one of them has said in writing that it cannot. " * 2


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProjectSession]:
    with open_session(tmp_path_factory.mktemp("room")) as opened:
        yield opened


@pytest.fixture
def frame(qtbot: QtBot) -> Frame:
    made = Frame()
    qtbot.addWidget(made)
    made.resize(1024, 768)
    made.show()
    return made


def questions(session: ProjectSession) -> Sequence[Question]:
    return session.services.content.questionnaire.questions


def question_view(session: ProjectSession, question: Question) -> QuestionView:
    return QuestionView(session, QuestionSlide(question.section, question.id))


def offences(frame: Frame, least: float) -> list[str]:
    """A line for each text that is too small or cut off on any page of what the frame shows."""
    return [*_bars(frame, least), *(line for page in range(frame.column.pages) for line in _page(frame, page, least))]


def _bars(frame: Frame, least: float) -> Iterator[str]:
    bars = (frame.head, frame.foot)
    yield from (line for bar in bars for text in bar.findChildren(BigText) for line in _text(text, frame, least))
    for button in frame.findChildren(BarButton):
        if button.pixels < least or button.width() < button.sizeHint().width():
            yield f"the button {button.text()} is too small"
    if frame.effect.isVisibleTo(frame):
        yield from (line for text in frame.effect.texts for line in _text(text, frame.effect, least))
        if frame.column.geometry().bottom() >= frame.effect.y() or frame.effect.geometry().bottom() >= frame.foot.y():
            yield "the effect lies over something else"


def _page(frame: Frame, page: int, least: float) -> Iterator[str]:
    column = frame.column
    column.go_to(page)
    for part in column.parts:
        assert isinstance(part, QWidget)
        if part.width() > column.width():
            yield f"{part} is wider than the page"
        for start, end in part.wholes_in(part.width(), column.height()):
            place = QRect(part.mapTo(column, QPoint(0, start)), part.mapTo(column, QPoint(part.width() - 1, end - 1)))
            seen = place.intersected(QRect(0, 0, column.width(), _lowest(frame)))
            if not seen.isEmpty() and seen != place:
                yield f"page {page}: {part} is cut from {start} to {end}"
    for text in column.findChildren(BigText):
        yield from _text(text, text.parentWidget(), least)
    for card in column.findChildren(ChoiceCard):
        if card.isVisible() and (card.pixels < least or card.height() < card.height_in(card.width())):
            yield f"the card {card.text()} is too small"
        if card.isVisible() and card.width() > column.width():
            yield f"the card {card.text()} is too wide"
    for line in [*column.findChildren(QLineEdit), *column.findChildren(QPlainTextEdit)]:
        if QFontInfo(line.font()).pixelSize() < least:
            yield f"what is typed is {QFontInfo(line.font()).pixelSize()} high"


def _lowest(frame: Frame) -> int:
    """How far down the page shows anything."""
    window = frame.column.findChild(QWidget)
    assert window is not None
    return window.height()


def _text(text: BigText, around: QWidget | None, least: float) -> Iterator[str]:
    if not text.isVisible() or not text.text():
        return
    if text.pixels < least:
        yield f"“{text.text()}” is {text.pixels} high"
    if text.height() < text.height_in(text.width()):
        yield f"“{text.text()}” is cut"
    widest = set_text(text.text(), text.pixels, text.width()).width
    if widest > text.width() + 1:
        yield f"“{text.text()}” is {widest} wide in {text.width()}"
    if around is not None and not QRect(QPoint(0, 0), around.size()).contains(text.geometry()):
        yield f"“{text.text()}” sticks out"


def test_every_question_can_be_read_from_the_back_and_none_is_cut_off(frame: Frame, session: ProjectSession) -> None:
    for question in questions(session):
        frame.show_view(question_view(session, question), is_new=True)
        assert not offences(frame, LEAST), question.id


@pytest.mark.parametrize(
    ("width", "height", "percent"),
    [(1024, 768, 200), (1366, 768, 130), (1920, 1080, 100), (3840, 2160, 150), (1080, 1920, 100)],
)
def test_every_kind_of_question_fits_every_display_at_every_size_of_text(
    frame: Frame, session: ProjectSession, width: int, height: int, percent: int
) -> None:
    frame.resize(width, height)
    frame.set_percent(percent)
    frame.show_effect("So the memorandum will say:", LONG, f"{LONG} {LONG}")
    least = LEAST / 768 * min(height, width * 3 // 4)
    for question in one_of_each_kind(session):
        frame.show_view(question_view(session, question), is_new=True)
        assert not offences(frame, least), question.id


def test_every_column_of_a_row_can_be_read_too(frame: Frame, session: ProjectSession) -> None:
    questionnaire = session.services.content.questionnaire
    members = questionnaire.question("members.members")
    slide = QuestionSlide(members.section, members.id)
    row = session.snapshot.answers.rows(members.id)[0].id
    for place in range(len(members.columns)):
        frame.show_view(RowView(session, RowStep(slide, row, place)), is_new=True)
        assert not offences(frame, LEAST), place


def test_sections_guidance_and_keys_can_be_read_too(frame: Frame, session: ProjectSession) -> None:
    views: list[View] = [keys_view(2)]
    views += [section_view(session, SectionSlide(each.id)) for each in session.services.content.questionnaire.sections]
    views += [guidance_view(session, HERE, each) for each in one_of_each_kind(session)]
    for view in views:
        frame.show_view(view, is_new=True)
        assert not offences(frame, LEAST), view.spoken


def one_of_each_kind(session: ProjectSession) -> list[Question]:
    """For each kind, the question with the most to read."""
    kinds: dict[Kind, Question] = {}
    for each in questions(session):
        known = kinds.get(each.kind)
        if known is None or _words(each) > _words(known):
            kinds[each.kind] = each
    return list(kinds.values())


def _words(question: Question) -> int:
    options = sum(len(option.label) + len(option.hint) for option in question.options)
    return len(question.label) + len(question.hint) + options


def test_the_answers_stand_on_one_page_with_what_they_do_where_there_is_room(
    frame: Frame, session: ProjectSession
) -> None:
    question = session.services.content.questionnaire.question("meetings.notice")
    frame.resize(1366, 768)
    frame.show_view(question_view(session, question), is_new=True)
    frame.show_effect("So the memorandum will say:", "Notice is ten working days.", "")
    assert frame.effect.isVisible()
    assert frame.column.pages == 1 or not frame.column.is_on_page(_last_part(frame))
    cards = frame.column.findChildren(ChoiceCard)
    assert all(frame.column.is_on_page(card) for card in cards)


def test_letters_that_reach_down_are_whole_in_the_last_line(qtbot: QtBot) -> None:
    def lowest_ink(room_below: int) -> int:
        text = BigText("Everything may be agreed", "opening")
        qtbot.addWidget(text)
        text.set_type(BigType(768))
        text.resize(1200, text.height_in(1200) + room_below)
        image = text.grab().toImage()
        ground = image.pixelColor(0, 0)
        return max(y for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y) != ground)

    assert lowest_ink(0) == lowest_ink(100)


def test_a_page_with_all_answers_on_it_says_what_is_on_the_next_one(frame: Frame, session: ProjectSession) -> None:
    question = session.services.content.questionnaire.question("meetings.notice")
    frame.show_view(question_view(session, question), is_new=True)
    assert frame.column.pages == 1
    frame.show_effect("So the memorandum will say:", LONG, LONG)
    assert frame.column.pages == 2
    says = frame.column.continues
    assert (says.isVisible(), says.text()) == (True, "Next page: what the documents will say")
    frame.column.go_to(1)
    assert not says.isVisible()
    frame.show_effect("So the memorandum will say:", "Notice is ten days.", "")
    assert frame.column.pages == 1
    assert not says.isVisible()


def _last_part(frame: Frame) -> QWidget:
    part = frame.column.parts[-1]
    assert isinstance(part, QWidget)
    return part


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_no_letter_of_a_button_below_the_slide_touches_its_edge(frame: Frame, size: tuple[int, int]) -> None:
    frame.resize(*size)
    frame.foot.show_words(FootWords("Not yet agreed", "Agree", "Park", "Next page"))
    frame.foot.keys.show()
    for button in frame.foot.buttons:
        picture = button.grab().toImage()
        line = frame.big.line
        inside = range(frame.big.radius, picture.width() - frame.big.radius)
        for down in range(line + 1, 2 * line + 1):
            for row in (down, picture.height() - 1 - down):
                assert len({picture.pixel(across, row) for across in inside}) == 1, (button.text(), row)


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_a_page_of_guidance_ends_between_paragraphs(
    frame: Frame, session: ProjectSession, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    column = frame.column
    turned = 0
    for question in one_of_each_kind(session):
        frame.show_view(guidance_view(session, HERE, question), is_new=True)
        for page in range(1, column.pages):
            column.go_to(page)
            tops = [part.mapTo(column, QPoint(0, 0)).y() for part in column.parts if isinstance(part, BigText)]
            assert 0 in tops, (question.id, page)
            turned += 1
    assert turned, "some guidance has more than one page"


def test_the_key_of_an_answer_stands_in_a_box_and_neither_a_row_nor_what_adds_one_has_any(
    frame: Frame, session: ProjectSession
) -> None:
    for question_id, has_boxes in (("meetings.notice", True), ("members.members", False)):
        question = session.services.content.questionnaire.question(question_id)
        frame.show_view(question_view(session, question), is_new=True)
        for card in (each for each in frame.column.findChildren(ChoiceCard) if each.isVisible()):
            assert _has_box(card, frame.big) is has_boxes, card.text()


def _has_box(card: ChoiceCard, big: BigType) -> bool:
    """Whether an upright line of the height of a key stands between the edge of a card and its words."""
    picture = card.grab().toImage()
    begin = 3 * big.line + 2
    ground = picture.pixel(begin, picture.height() // 2)
    for across in range(begin, begin + big.body):
        inked = (picture.pixel(across, down) != ground for down in range(4 * big.line, picture.height() - 4 * big.line))
        runs = "".join("x" if each else " " for each in inked).split()
        if any(big.body * 0.7 <= len(run) <= big.body * 1.2 for run in runs):
            return True
    return False


def test_the_least_size_of_text_is_a_twentieth_of_the_height_of_the_display() -> None:
    for height in (768, 1080, 1440, 2160):
        assert LEAST * height / 768 <= BigType(height).quiet <= height / 20 + 1
        assert BigType(height).body >= BigType(height).quiet
    assert min(TEXT_SIZES) == 100
    assert next_percent(100, -1) == 100
    assert next_percent(100, 1) == 115
    assert next_percent(200, 1) == 200


@given(
    heights=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 120)), max_size=40),
    page=st.integers(40, 300),
)
def test_a_page_ends_between_things_that_stay_whole(heights: list[tuple[int, int]], page: int) -> None:
    wholes: list[Whole] = []
    top = 0
    for gap, height in heights:
        wholes.append((top + gap, top + gap + height))
        top += gap + height
    tops = page_tops(wholes, page)
    assert tops == sorted(set(tops))
    assert tops[0] == 0
    ends = [*tops[1:], max(top, tops[-1] + 1)]
    for start, end in wholes:
        on = [(a, b) for a, b in zip(tops, ends, strict=True) if a < end and start < b]
        if end - start <= page:
            assert len(on) == 1, "whole on one page"
            assert end - on[0][0] <= page, "and in sight there"


@given(
    heights=st.lists(st.integers(1, 60), max_size=40),
    ends=st.sets(st.integers(0, 39)),
    page=st.integers(60, 300),
    line=st.integers(0, 40),
)
def test_a_page_that_ends_within_a_text_has_room_to_say_so(
    heights: list[int], ends: set[int], page: int, line: int
) -> None:
    places = [sum(heights[:place]) for place in range(len(heights) + 1)]
    wholes = list(pairwise(places))
    between = [0, *(places[place] for place in sorted(ends) if 0 < place < len(heights)), places[-1]]
    parts = list(pairwise(between))
    tops = page_tops(wholes, page, parts, line)
    for top, end in zip(tops, [*tops[1:], places[-1]], strict=True):
        assert end - top <= page
        if any(start < end < beyond for start, beyond in parts) and any(top < place < end for place in places):
            assert end - top + line <= page


@pytest.mark.parametrize("size", [(1024, 768), (1920, 1080)])
def test_the_edges_of_cards_stand_below_those_of_the_question(
    frame: Frame, session: ProjectSession, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    frame.show_view(QuestionView(session, QuestionSlide("decisions", "decisions.quorum-rule")), is_new=True)
    cards = sorted(frame.column.findChildren(ChoiceCard), key=lambda card: card.mapTo(frame, QPoint(0, 0)).x())
    title = next(part for part in frame.column.parts if isinstance(part, BigText))
    left = title.mapTo(frame, QPoint(0, 0)).x()
    ring = RING_LINES * frame.big.line
    assert cards[0].mapTo(frame, QPoint(0, 0)).x() + ring == left
    end = cards[-1].mapTo(frame, QPoint(cards[-1].width(), 0)).x() - ring
    assert abs(end - (left + title.width())) <= len(cards), "but for what does not come out even"
    assert frame.rect().contains(frame.column.geometry())


def test_a_text_that_is_longer_than_a_page_is_parted_between_its_sentences(frame: Frame) -> None:
    frame.resize(1024, 768)
    frame.set_percent(200)
    said = [f"The {word} committee may meet where its chair asks for it." for word in ("first", "second", "third")]
    words = " ".join([*said, "It follows section s. 65 of the Act. So it is."])
    frame.show_view(ReadingView("Guidance", "", [BigText(words).kept_whole()]), is_new=True)
    column = frame.column
    (text,) = column.parts
    assert isinstance(text, BigText)
    assert text.text() == words
    assert column.pages > 1
    places = text.wholes_in(text.width(), column.height())
    assert len(places) == 5, "the short form ends no sentence"
    for page in range(column.pages):
        column.go_to(page)
        top = text.mapFrom(column, QPoint(0, 0)).y()
        assert top in {start for start, _ in places}, "a page begins with a sentence"
        assert column.continues.isVisible() == (page < column.pages - 1)
    assert offences(frame, frame.big.quiet) == []


def test_a_sentence_that_is_longer_than_a_page_is_parted_between_its_halves(frame: Frame) -> None:
    frame.resize(1024, 768)
    frame.set_percent(200)
    half = "where the chairs of all trusts ask for it in writing, within a month of the day on which they met"
    text = BigText(f"{half.capitalize()}; {half}.", lead="How to answer. ").kept_whole()
    frame.show_view(ReadingView("Guidance", "", [text]), is_new=True)
    assert len(text.wholes_in(text.width(), frame.column.height())) == 2
    assert frame.column.pages == 2
    assert offences(frame, frame.big.quiet) == []


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("percent", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_the_slide_of_a_section_uses_its_room_and_stands_in_the_middle(
    frame: Frame, session: ProjectSession, size: tuple[int, int], percent: int
) -> None:
    frame.resize(*size)
    frame.set_percent(percent)
    frame.show_view(section_view(session, SectionSlide("decisions")), is_new=True)
    if percent == TEXT_SIZES[0]:
        assert frame.column.pages == 1
        above = frame.column.y() - frame.head.geometry().bottom()
        below = frame.foot.y() - frame.column.geometry().bottom()
        assert abs(above - below) <= frame.big.gap + 2
    assert offences(frame, frame.big.quiet) == []


def test_the_name_of_the_collaborative_takes_no_page_of_its_own(frame: Frame, session: ProjectSession) -> None:
    seen = set()
    for size in ((1366, 768), (1024, 768)):
        for percent in TEXT_SIZES:
            frame.resize(*size)
            frame.set_percent(percent)
            frame.show_view(section_view(session, SectionSlide("decisions")), is_new=True)
            column = frame.column
            texts = [part.text() for part in column.parts if isinstance(part, BigText)]
            is_named = session.snapshot.name in texts
            assert column.pages == 1 or not is_named
            seen.add(is_named)
    assert seen == {True, False}


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
@pytest.mark.parametrize("percent", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_a_clause_that_says_little_grows_below_its_title_which_is_larger_still(
    frame: Frame, size: tuple[int, int], percent: int
) -> None:
    frame.resize(*size)
    frame.set_percent(percent)
    words = ClauseWords("memo", "Memorandum", "clause 11.10", "", (("11.10", "The Forum meets monthly."),))
    frame.show_view(clause_view(HERE, words, None, ("Entry and exit criteria",)), is_new=True)
    assert frame.column.pages == 1
    title, clause, others = [part for part in frame.column.parts if isinstance(part, BigText)]
    assert title.pixels == frame.big.title
    assert title.pixels > clause.pixels > frame.big.body
    assert frame.big.quiet <= others.pixels < clause.pixels
    assert offences(frame, frame.big.quiet) == []


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_question_table_guidance_and_clause_have_a_title_of_one_size_in_one_place(
    frame: Frame, session: ProjectSession, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    words = ClauseWords("memo", "Memorandum", "clause 11.10", "", (("11.10", "The Forum meets monthly."),))
    content = session.services.content.questionnaire
    views: list[View] = [
        *(question_view(session, content.question(each)) for each in ("meetings.notice", "members.members")),
        guidance_view(session, HERE, content.question("meetings.notice")),
        clause_view(HERE, words, None, ()),
    ]
    seen = set()
    for view in views:
        frame.show_view(view, is_new=True)
        title = next(part for part in frame.column.parts if isinstance(part, BigText))
        seen.add((title.pixels, title.mapTo(frame, QPoint(0, 0)).toTuple()))
    assert len(seen) == 1


def test_a_slide_that_says_much_has_the_chosen_size_and_the_whole_page(frame: Frame) -> None:
    words = ClauseWords("memo", "Memorandum", "clause 11.10", "", (("11.10", LONG * 4),))
    frame.show_view(clause_view(HERE, words, None, ()), is_new=True)
    assert frame.column.pages > 1
    assert {part.pixels for part in frame.column.parts if isinstance(part, BigText)} == {
        frame.big.title,
        frame.big.body,
    }
    frame.show_view(keys_view(2), is_new=True)
    assert all(part.pixels == frame.big.body for part in frame.column.parts if isinstance(part, BigText))


def _lines(text: str, width: int) -> list[str]:
    found = set_text(text, 39, width)
    shown = found.layout.text().replace("\N{NO-BREAK SPACE}", " ")
    ends = [*found.starts[1:], len(shown)]
    return [shown[start:end].strip() for start, end in zip(found.starts, ends, strict=True)]


@pytest.mark.parametrize(
    "together",
    ["15 working days", "clause 11.12", "6 August", "Trust (RCF)", "£2 million", "Schedule 3", "12 months"],
)
def test_a_figure_and_its_unit_a_number_and_what_it_counts_stand_in_one_line(together: str) -> None:
    text = f"The forum must say so {together} before."
    for width in range(longest_word(together, 39) + 2, 900, 7):
        assert any(together in line for line in _lines(text, width)), width
        assert "".join(_lines(text, width)).replace(" ", "") == text.replace(" ", "")


def test_words_that_belong_together_are_parted_between_them_where_there_is_no_room_for_both() -> None:
    assert _lines("15 working days", 150) == ["15", "working", "days"]


def test_three_short_figures_stand_beside_one_another_on_one_page_with_what_they_do(
    frame: Frame, session: ProjectSession
) -> None:
    frame.resize(1366, 768)
    frame.show_view(
        question_view(session, session.services.content.questionnaire.question("meetings.notice")), is_new=True
    )
    frame.show_effect("So the memorandum will say:", LONG, "")
    cards = frame.column.findChildren(ChoiceCard)
    assert len(cards) == 3
    assert len({card.y() for card in cards}) == 1
    assert frame.column.pages == 1


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768), (1920, 1080)])
def test_what_documents_will_say_keeps_as_much_air_below_it_as_above(
    frame: Frame, session: ProjectSession, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    for question_id in ("meetings.notice", "decisions.quorum-rule", "decisions.casting-vote"):
        question = session.services.content.questionnaire.question(question_id)
        frame.show_view(question_view(session, question), is_new=True)
        frame.show_effect("So the memorandum will say:", "Notice is ten days.", "")
        last = _last_part(frame)
        above = frame.effect.y() - last.mapTo(frame, QPoint(0, last.height())).y()
        below = frame.foot.y() - frame.effect.geometry().bottom() - 1
        assert frame.big.gap <= above <= below, question_id
        assert frame.height() - frame.foot.geometry().bottom() >= 24


def test_a_slide_after_one_in_larger_type_has_all_the_hints_there_is_room_for(
    frame: Frame, session: ProjectSession
) -> None:
    frame.resize(1366, 768)
    view = question_view(session, session.services.content.questionnaire.question("decisions.quorum-rule"))
    frame.show_view(view, is_new=True)
    height = max(card.height() for card in frame.column.findChildren(ChoiceCard))
    frame.show_view(section_view(session, SectionSlide("decisions")), is_new=True)
    frame.show_view(question_view(session, view.question), is_new=True)
    cards = [card for card in frame.column.findChildren(ChoiceCard) if card.isVisible()]
    assert max(card.height() for card in cards) == height


@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_each_answer_says_what_it_would_mean_where_that_is_known(
    frame: Frame, session: ProjectSession, size: tuple[int, int]
) -> None:
    frame.resize(*size)
    question = session.services.content.questionnaire.question("decisions.quorum-rule")
    frame.show_view(question_view(session, question), is_new=True)
    frame.show_effect("So the memorandum will say:", "All of them.", "")
    share = next(card for card in frame.column.findChildren(ChoiceCard) if card.choice.value == "share-of-trusts")
    texts = [each.layout.text() for _, each in share.texts_in(share.width())]
    assert question.options[2].hint in texts


@pytest.mark.parametrize("percent", [TEXT_SIZES[0], TEXT_SIZES[-1]])
def test_the_tick_of_what_is_chosen_stands_in_a_corner_that_no_word_reaches(
    frame: Frame, session: ProjectSession, percent: int
) -> None:
    frame.set_percent(percent)
    frame.show_view(
        question_view(session, session.services.content.questionnaire.question("meetings.notice")), is_new=True
    )
    card = next(each for each in frame.column.findChildren(ChoiceCard) if each.choice.is_chosen)
    other = next(each for each in frame.column.findChildren(ChoiceCard) if not each.choice.is_chosen)
    corner = card.tick_corner().toAlignedRect()
    assert corner.height() > frame.big.quiet / 3
    picture = other.grab(corner.translated(-frame.big.line, frame.big.line)).toImage()
    seen = {picture.pixel(x, y) for x in range(picture.width() - frame.big.radius) for y in range(picture.height())}
    assert len(seen) == 1, "no letter there"
