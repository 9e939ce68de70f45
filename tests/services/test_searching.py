"""The search: what is found by which words, how results stand, and that typed words are only ever text."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.content.catalogue import Content
from app.domain.answers import Origin
from app.domain.values import Organisation
from app.services.search.alike_words import WordList, folded, spots, words
from app.services.search.entries import (
    Group,
    ToCheck,
    ToCollaborative,
    ToDocument,
    ToExample,
    ToLaw,
    ToQuestion,
    ToSection,
)
from app.services.search.finding import MOST_OF_A_GROUP, Found, Result, excerpt, find, marked
from app.services.search.shelf import Shelf
from app.services.searching import Searching, Shelves
from app.services.services import Services, build_services
from app.services.snapshots import Snapshot
from app.storage.workspace import Workspace
from tests.services.conftest import NOW, TODAY

EXAMPLE = "south-london-mental-health"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Iterator[tuple[Services, Snapshot]]:
    """The largest example, opened once for all tests that only look."""
    folder = tmp_path_factory.mktemp("searching")
    with Workspace.open(
        folder / "workspace.sqlite3", backups=folder / "backups", clock=lambda: NOW, author="Ada"
    ) as workspace:
        services = build_services(content, workspace, lambda: TODAY)
        made = services.collaboratives.create_from(services.files.example(EXAMPLE), None, Origin.EXAMPLE)
        services.answering.note(made.id, "decisions.quorum-rule", "Ask Priya about the horseshoe table")
        yield services, services.answering.open(made.id)


@pytest.fixture(scope="module")
def shelves(desk: tuple[Services, Snapshot]) -> Shelves:
    services, snapshot = desk
    return whole(services, snapshot)


def whole(services: Services, snapshot: Snapshot) -> Shelves:
    """The shelves once every document is drafted."""
    return list(services.searching.shelves(snapshot))[-1]


def results(found: Found, group: Group) -> tuple[Result, ...]:
    return next((each.results for each in found.groups if each.group is group), ())


def title(result: Result) -> str:
    return "".join(piece.text for piece in result.title)


def titles(found: Found, group: Group) -> list[str]:
    return [title(result) for result in results(found, group)]


def emphasised(result: Result) -> set[str]:
    return {piece.text for piece in (*result.title, *result.excerpt) if piece.is_match}


@pytest.mark.parametrize(
    ("typed", "group", "target"),
    [
        ("shared vision", Group.QUESTION, ToQuestion("vision.statement")),
        ("How decisions are made", Group.PLACE, ToSection("decisions")),
        ("makes a quorum", Group.QUESTION, ToQuestion("decisions.quorum-rule")),
        ("MoU", Group.DOCUMENT, ToDocument("memorandum-of-understanding")),
        ("quorum below half", Group.CHECK, ToCheck("decisions.quorum-rule", "quorum-below-half")),
    ],
)
def test_a_few_words_find_what_they_mean_first(shelves: Shelves, typed: str, group: Group, target: object) -> None:
    assert results(find(typed, shelves), group)[0].target == target


def test_a_check_that_found_nothing_is_told_in_whole_sentences(shelves: Shelves, content: Content) -> None:
    checks = [entry for shelf in shelves for entry in shelf.entries if entry.group is Group.CHECK]
    assert checks
    for entry in checks:
        assert not set(entry.text) & set("…{}"), entry.title
    gapped = next(check for check in content.checks if check.id == "quorum-above-members")
    assert "{members}" in gapped.remedy
    told = next(each.text for each in checks if each.target == ToCheck(gapped.question, gapped.id))
    assert told == gapped.why


def test_every_visible_question_is_found_by_its_label(
    desk: tuple[Services, Snapshot], shelves: Shelves, content: Content
) -> None:
    _, snapshot = desk
    for question in content.questionnaire.questions:
        found = find(question.label, shelves)
        targets = [each.target for each in results(found, Group.QUESTION)]
        assert (ToQuestion(question.id) in targets) == (question.id in snapshot.visible), question.label


def test_questions_that_do_not_apply_are_not_found_nor_their_answers(
    desk: tuple[Services, Snapshot], shelves: Shelves, content: Content
) -> None:
    _, snapshot = desk
    hidden = {question.id for question in content.questionnaire.questions} - snapshot.visible
    assert hidden
    for shelf in shelves:
        for entry in shelf.entries:
            if isinstance(entry.target, ToQuestion | ToCheck):
                assert entry.target.question not in hidden


def test_a_member_leads_to_its_row(desk: tuple[Services, Snapshot], shelves: Shelves) -> None:
    _, snapshot = desk
    row = next(
        row
        for row in snapshot.answers.rows("members.members")
        if "Oxleas" in getattr(row.organisation("organisation"), "name", "")
    )
    first = results(find("oxleas", shelves), Group.MEMBER)[0]
    assert first.target == ToQuestion("members.members", row.id)
    assert "Oxleas" in emphasised(first)


def test_a_row_is_found_by_a_cell_deep_inside_it(desk: tuple[Services, Snapshot], shelves: Shelves) -> None:
    _, snapshot = desk
    row = snapshot.answers.rows("risks.risks")[-1]
    text = next(value for value in row.cells.values() if isinstance(value, str) and len(value.split()) > 4)
    found = find(text, shelves, frozenset(Group))
    assert ToQuestion("risks.risks", row.id) in [each.target for each in results(found, Group.ANSWER)]


def test_a_note_is_found_by_what_it_says(shelves: Shelves) -> None:
    note = results(find("priya horseshoe", shelves), Group.ANSWER)[0]
    assert title(note).startswith("Note on: ")
    assert note.target == ToQuestion("decisions.quorum-rule")
    assert {"Priya", "horseshoe"} <= emphasised(note)


def test_a_clause_is_found_as_it_is_drafted_and_leads_to_its_anchor(
    desk: tuple[Services, Snapshot], shelves: Shelves
) -> None:
    services, snapshot = desk
    clause = results(find("approval of a new member", shelves), Group.CLAUSE)[0]
    assert isinstance(clause.target, ToDocument)
    draft = services.drafting.draft(snapshot, clause.target.document)[0]
    assert clause.target.anchor in [getattr(block, "anchor", "") for block in draft.body]
    # An answer stands in the clause although no template has the word.
    named = [each.target for each in results(find("oxleas", shelves), Group.CLAUSE)]
    assert any(isinstance(each, ToDocument) for each in named)


def test_a_clause_is_found_by_its_number(shelves: Shelves) -> None:
    for result in results(find("clause 9.2", shelves), Group.CLAUSE):
        assert title(result).startswith("9.2 ")


def test_titles_of_clauses_are_found_before_anything_is_drafted(
    desk: tuple[Services, Snapshot], content: Content
) -> None:
    services, snapshot = desk
    fresh = Searching(content, services.drafting, services.collaboratives)
    first = next(fresh.shelves(snapshot))
    found = find("why this model", first)
    assert any(isinstance(each.target, ToDocument) for each in results(found, Group.CLAUSE))


def test_no_clause_of_the_collaborative_opened_before_is_found(
    desk: tuple[Services, Snapshot], shelves: Shelves
) -> None:
    services, snapshot = desk
    member = next(iter(snapshot.answers.rows("members.members"))).cells["organisation"]
    assert isinstance(member, Organisation)
    assert results(find(member.name, shelves), Group.CLAUSE)
    other = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE)
    first = next(services.searching.shelves(services.answering.open(other.id)))
    said = [entry.text for shelf in first for entry in shelf.entries if entry.group is Group.CLAUSE]
    assert said
    assert not any(member.name in text for text in said)


def test_law_guidance_and_checks_are_found(shelves: Shelves, content: Content) -> None:
    record = next(iter(content.law.values()))
    assert results(find(record.citation, shelves), Group.LAW)[0].target == ToLaw(record.id)
    why = content.questionnaire.question("decisions.quorum-rule").why
    guidance = results(find(" ".join(why.split()[:8]), shelves), Group.GUIDANCE)
    assert guidance[0].target == ToQuestion("decisions.quorum-rule", with_guidance=True)


def test_a_check_that_found_something_says_so_and_appears_once(desk: tuple[Services, Snapshot]) -> None:
    services, before = desk
    made = services.collaboratives.create("An empty one")
    snapshot = services.answering.open(made.id)
    assert snapshot.findings
    finding = snapshot.findings[0]
    found = results(find(finding.title, whole(services, snapshot), frozenset(Group)), Group.CHECK)
    same = [each for each in found if isinstance(each.target, ToCheck) and each.target.check == finding.check_id]
    assert len(same) == len([each for each in snapshot.findings if each.check_id == finding.check_id])
    assert same[0].where.startswith(f"Found now, {finding.severity.value}")
    assert before.collaborative != snapshot.collaborative


def test_no_text_shows_a_placeholder_of_the_content(shelves: Shelves) -> None:
    for shelf in shelves:
        for entry in shelf.entries:
            if entry.group is Group.CHECK:
                assert "{" not in entry.text + entry.title


@pytest.mark.parametrize("typed", ["qourum", "quorm", "quroum", "quorun", "quoru"])
def test_a_slip_of_the_keys_is_forgiven(shelves: Shelves, typed: str) -> None:
    found = find(typed, shelves)
    assert not found.is_partial
    assert any("uorum" in word for each in results(found, Group.QUESTION) for word in emphasised(each))


def test_words_that_are_taken_for_one_with_a_slip_are_told_as_they_stand_in_the_results(shelves: Shelves) -> None:
    found = find("qourum", shelves)
    assert {word.lower() for word in found.read_as} == {"quorum", "forum"}
    everywhere = {word for group in found.groups for each in group.results for word in emphasised(each)}
    assert set(found.read_as) <= everywhere
    assert find("quorum", shelves).read_as == ()
    assert find("quor", shelves).read_as == (), "half a word is no slip"
    both = find("qourum trusts", shelves)
    assert both.groups
    assert not any(word.lower().startswith("trust") for word in both.read_as), "only what stands for the slip"


def test_a_word_that_is_there_is_not_taken_for_another(shelves: Shelves) -> None:
    assert all("note" not in words(title(each)) for each in results(find("vote", shelves), Group.QUESTION))


def test_the_order_of_words_and_half_a_word_do_not_matter(shelves: Shelves) -> None:
    straight = find("shared vision", shelves)
    assert titles(find("vision shared", shelves), Group.QUESTION)[0] == titles(straight, Group.QUESTION)[0]
    assert titles(find("vis shar", shelves), Group.QUESTION)[0] == titles(straight, Group.QUESTION)[0]


def test_case_accents_and_apostrophes_make_no_difference() -> None:
    assert folded("Guy’s") == folded("GUYS") == "guys"
    assert words("Ynys Môn, King's, £1,250,000, 12.5%, Straße") == [
        "ynys",
        "mon",
        "kings",
        "1250000",
        "12.5",
        "strasse",
    ]
    assert words("e\u0301te\u0301") == words("été") == ["ete"]


def test_where_nothing_has_all_words_what_has_most_is_shown_and_said_to_be_so(shelves: Shelves) -> None:
    found = find("quorum elephants", shelves)
    assert found.is_partial
    assert found.groups
    assert find("xyzzyplugh", shelves) == Found()
    assert find("   ", shelves) == find("", shelves) == Found()


def test_a_group_shows_a_few_and_tells_how_many_there_are(shelves: Shelves) -> None:
    closed = next(each for each in find("member", shelves).groups if each.group is Group.CLAUSE)
    opened = next(
        each for each in find("member", shelves, frozenset({Group.CLAUSE})).groups if each.group is Group.CLAUSE
    )
    assert len(closed.results) == MOST_OF_A_GROUP < closed.count == opened.count
    assert len(opened.results) > MOST_OF_A_GROUP


def test_an_answer_is_found_as_soon_as_it_is_given_and_documents_that_stay_are_kept(
    desk: tuple[Services, Snapshot], content: Content
) -> None:
    services, _ = desk
    made = services.collaboratives.create_from(services.files.example(EXAMPLE), "Another", Origin.EXAMPLE)
    before = whole(services, services.answering.open(made.id))
    snapshot = services.answering.answer(made.id, "problem.statement", "Beds stand empty in Ravenscourt.")
    after = whole(services, snapshot)
    assert not find("ravenscourt", before).groups
    found = find("ravenscourt", after)
    assert [each.target for each in results(found, Group.ANSWER)] == [ToQuestion("problem.statement")]
    assert after[0] is before[0]
    assert any(each in before for each in after[2:])


def test_other_collaboratives_and_examples_are_found_by_name(desk: tuple[Services, Snapshot]) -> None:
    services, snapshot = desk
    other = services.collaboratives.create("Northern Acute Alliance")
    shelf = services.searching.start_shelf(but=snapshot.collaborative)
    assert results(find("northern", [shelf]), Group.COLLABORATIVE)[0].target == ToCollaborative(other.id)
    targets = [entry.target for entry in shelf.entries]
    assert ToExample(EXAMPLE) in targets
    assert ToCollaborative(snapshot.collaborative) not in targets


def test_making_shelves_stops_when_asked(desk: tuple[Services, Snapshot]) -> None:
    services, snapshot = desk
    assert len(list(services.searching.shelves(snapshot, lambda: True))) == 1


TYPED = st.one_of(
    st.text(max_size=60),
    st.lists(st.sampled_from(["quorum", "the", "<b>", "&amp;", "‘member’s", "9.2", "\u202e", "𝒳", "e\u0301", "%", "*"]))
    .map(" ".join)
    .filter(bool),
)


@given(typed=TYPED)
def test_whatever_is_typed_finds_without_failing_and_changes_no_text(shelves: Shelves, typed: str) -> None:
    found = find(typed, shelves)
    entries = [entry for shelf in shelves for entry in shelf.entries]
    own = {entry.title for entry in entries}
    with_more_names = {entry.title for entry in entries if entry.also}
    for group in found.groups:
        for result in group.results:
            assert title(result) in own
            # Initials such as MU find a title without standing in it.
            assert emphasised(result) or title(result) in with_more_names


@given(text=st.text(max_size=300), typed=st.text(max_size=20))
def test_pieces_join_to_the_text_they_came_from(text: str, typed: str) -> None:
    matched = frozenset(words(typed))
    pieces = marked(text, matched)
    assert "".join(piece.text for piece in pieces) == text
    for piece in pieces:
        assert not piece.is_match or set(words(piece.text)) <= matched


@given(text=st.text(max_size=2_000), word=st.text(alphabet="abcdefgh", min_size=4, max_size=9))
def test_an_excerpt_is_short_and_holds_the_word_that_matches(text: str, word: str) -> None:
    shown = excerpt(f"{text} {word} {text}", frozenset({word}))
    assert len(shown) <= 160
    assert word in [found for _, _, found in spots(shown)]


@given(typed=st.text(min_size=1, max_size=30), known=st.lists(st.text(min_size=1, max_size=12), max_size=20))
def test_a_list_of_words_never_fails_and_gives_back_only_its_own(typed: str, known: list[str]) -> None:
    listed = WordList(each for text in known for each in words(text))
    for word in words(typed):
        for fits in (listed.meant(word), listed.spelled_like(word)):
            assert set(fits) <= {each for text in known for each in words(text)}
            assert all(0 < fit <= 1 for fit in fits.values())


def test_an_empty_shelf_finds_nothing() -> None:
    assert find("quorum", [Shelf(())]) == Found()
    assert find("quorum", []) == Found()


def test_a_workspace_without_others_still_has_the_examples(tmp_path: Path, content: Content) -> None:
    with Workspace.open(
        tmp_path / "workspace.sqlite3", backups=tmp_path / "backups", clock=lambda: NOW, author="Ada"
    ) as workspace:
        shelf = build_services(content, workspace, lambda: TODAY).searching.start_shelf()
    assert {entry.group for entry in shelf.entries} == {Group.EXAMPLE}


def test_the_words_of_a_question_as_it_stands_find_the_question_first(shelves: Shelves) -> None:
    found = find("Who are the members?", shelves)
    assert found.groups[0].group is Group.QUESTION
    assert found.groups[0].results[0].target == ToQuestion("members.members")
