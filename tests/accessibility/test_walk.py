"""One walk through every place of the window: all that is met is named, in order, in listed colours, and fits."""

from app.ui.theme.pairs import MARKS, TEXTS
from tests.accessibility.hearing import faults
from tests.accessibility.painted import Pairs
from tests.accessibility.walk import Walked

#: What may be fainter: lines that only decorate, what cannot be pressed, and the amber beside a mark and words.
DECORATION = {"line", "disabled", "warning"}

#: The two lines around the focus, of which one or the other stands out on every ground: see test_order.py.
RING = {"focus", "focus_outline"}


def test_everything_everywhere_has_a_role_and_a_name_of_its_own(walked: Walked) -> None:
    found = [f"{passed.where}: {fault}" for passed in walked.passed for fault in faults(passed.heard)]
    assert not found, "\n".join(found)


def test_every_question_tells_its_hint(walked: Walked) -> None:
    assert [asked for passed in walked.passed for asked in passed.keeps_to_itself] == []


def test_tab_goes_through_each_page_as_it_is_read_and_passes_nothing_by(walked: Walked) -> None:
    found = [f"{passed.where}: {line}" for passed in walked.passed for line in passed.misled]
    assert not found, "\n".join(found)


def test_tab_has_somewhere_to_go_on_every_page(walked: Walked) -> None:
    counts = {passed.where: sum(thing.can_focus for thing in passed.heard) for passed in walked.passed}
    assert all(counts.values())
    assert max(counts.values()) > 80


def test_everything_that_is_painted_has_a_listed_pair(walked: Walked) -> None:
    seen = Pairs()
    for passed in walked.passed:
        seen.add(passed.painted)
    assert len(seen.texts) > 15
    assert len(seen.marks) > 10
    texts = {pair: seen.samples[pair] for pair in seen.texts if pair[1] not in TEXTS.get(pair[0], ())}
    # An edge in the colour of what it is around is no edge.
    edges = {(mark, ground) for mark, ground in seen.marks if mark != ground and mark not in {*DECORATION, *RING}}
    marks = {(mark, ground) for mark, ground in edges if ground not in MARKS.get(mark, ())}
    assert texts == {}
    assert sorted(marks) == []


def test_every_page_fits_a_projector_at_twice_the_size(walked: Walked) -> None:
    assert not walked.misfits, "\n".join(walked.misfits)
