"""Where a question is used and what rests on a law record, held against the drafts and the content themselves."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest

from app.analysis.readings import READINGS
from app.content.catalogue import Content
from app.documents.blocks import Paragraph, Table
from app.domain.answers import Origin
from app.services.clause_places import place_words
from app.services.services import Services, build_services
from app.services.snapshots import Snapshot
from app.storage.workspace import Workspace

QUORUM = "decisions.quorum-rule"
NOW = datetime(2026, 8, 6, 9, 30, tzinfo=UTC)


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory, content: Content) -> Iterator[Services]:
    folder = tmp_path_factory.mktemp("uses")
    with Workspace.open(folder / "workspace.sqlite3", backups=folder, clock=lambda: NOW, author="Ada") as workspace:
        yield build_services(content, workspace, NOW.date)


@pytest.fixture(scope="module")
def example(services: Services) -> Snapshot:
    file = services.files.example("south-london-mental-health")
    return services.snapshots.take("", file.name, services.files.answers(file, Origin.EXAMPLE))


def test_every_document_that_rests_on_a_question_says_where(services: Services, example: Snapshot) -> None:
    titles = dict(services.drafting.catalogue())
    for question in services.content.questionnaire.questions:
        for use in services.uses.of_question(question.id, example).documents:
            assert use.title == titles[use.document]
            assert use.applies == (use.document in example.documents)
            assert use.clauses or use.elsewhere, f"{question.id} in {use.document}"


def test_every_paragraph_that_shows_an_answer_is_among_its_uses(services: Services, example: Snapshot) -> None:
    for document in example.documents:
        draft = services.drafting.draft(example, document)[0]
        shown = {
            (question, block.origin.clause)
            for block in draft.body
            if isinstance(block, Paragraph | Table) and block.origin.clause and not block.anchor.startswith("term.")
            for question in block.origin.questions
        }
        assert len(shown) > 10
        for question, clause in shown:
            uses = services.uses.of_question(question, example).documents
            own = next(use for use in uses if use.document == document)
            label = next(each.label for each in own.clauses if each.clause == clause)
            assert label, f"{clause} is drafted, but has no number"


def test_a_clause_is_called_by_the_number_it_has_in_the_draft(services: Services, example: Snapshot) -> None:
    uses = services.uses.of_question(QUORUM, example).documents
    memorandum = next(use for use in uses if use.document == "memorandum-of-understanding")
    draft = services.drafting.draft(example, memorandum.document)[0]
    numbered = [each for each in memorandum.clauses if each.label]
    assert numbered
    for each in numbered:
        assert each.label == place_words(draft, each.clause)
    drafted = {block.origin.clause for block in draft.body if isinstance(block, Paragraph | Table)}
    assert {each.clause for each in memorandum.clauses if not each.label}.isdisjoint(drafted)


def test_the_places_that_use_an_answer_are_those_of_its_documents_that_apply(
    services: Services, example: Snapshot
) -> None:
    used = 0
    for question in services.content.questionnaire.questions:
        places = services.uses.places(question.id, example)
        rests = services.uses.of_question(question.id, example)
        assert places == tuple(place for use in rests.documents for place in use.places)
        assert {place.document for place in places} <= set(example.documents)
        drafted = [each for use in rests.documents if use.applies for each in use.clauses if each.label]
        assert [place.clause for place in places if place.clause] == [each.clause for each in drafted]
        used += bool(places)
    assert used > 200


def test_questions_that_appear_because_of_an_answer_are_its_uses(services: Services, example: Snapshot) -> None:
    shown = {each.id for each in services.uses.of_question(QUORUM, example).questions}
    assert "decisions.quorum-share" in shown
    before = example.visible
    answers = dict(example.answers.answers)
    answers.pop(QUORUM)
    after = services.snapshots.take("", "", type(example.answers)(answers, example.answers.tables)).visible
    assert {each for each in before ^ after if each.startswith("decisions.quorum-")} <= shown | {QUORUM}


def test_checks_and_calculations_that_look_at_an_answer_are_its_uses(services: Services, example: Snapshot) -> None:
    found = services.uses.of_question("members.members", example)
    assert {each.question for each in found.checks} > {"members.members"}
    assert set(found.calculations) == {each.says for each in READINGS.values() if "members.members" in each.uses}
    for finding in example.findings:
        uses = services.uses.of_question(finding.question, example).checks
        assert next(each for each in uses if each.check == finding.check_id).fires


def test_every_question_is_used_somewhere(services: Services, example: Snapshot) -> None:
    for question in services.content.questionnaire.questions:
        assert services.uses.of_question(question.id, example).count, question.id


def test_all_that_cites_a_law_record_rests_on_it(services: Services, example: Snapshot) -> None:
    cited = set()
    for law in services.content.law:
        found = services.uses.of_law(law, example)
        checks = {check.id for check in services.content.checks if law in check.law}
        assert {each.check for each in found.checks} == checks
        clauses = {each.clause for use in found.documents for each in use.clauses}
        assert clauses == {
            clause.id
            for clause in services.content.templates.clauses.values()
            if law in clause.law or any(law in variant.law for variant in clause.variants)
        }
        assert {each.question for each in found.checks} <= {each.id for each in found.questions}
        if clauses:
            cited.add(law)
    for document in example.documents:
        for block in services.drafting.draft(example, document)[0].body:
            if isinstance(block, Paragraph | Table):
                assert cited.issuperset(block.origin.law)
