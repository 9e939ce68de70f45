"""What was found stands with every question whose answer can put it right."""

from app.domain.answers import Origin
from app.services.services import Services

NUMBER, RULE, CATEGORIES = "decisions.quorum-number", "decisions.quorum-rule", "decisions.categories"


def test_what_was_found_stands_with_every_question_that_can_put_it_right(services: Services) -> None:
    file = services.files.example("west-yorkshire-acute")
    west = services.collaboratives.create_from(file, None, Origin.EXAMPLE).id
    services.answering.answer(west, RULE, "number-of-trusts")
    snapshot = services.answering.answer(west, NUMBER, 5)
    (about,) = snapshot.findings_of(CATEGORIES)
    assert about.check_id == "consensus-without-everyone"
    assert snapshot.findings_of(RULE) == snapshot.findings_of(NUMBER) == (about,)
    assert snapshot.findings_of("decisions.quorum-share") == (), "it is not asked"
    assert "decisions.quorum-share" not in about.questions


def test_of_a_check_about_another_question_the_first_finding_stands_for_all(services: Services) -> None:
    file = services.files.example("west-yorkshire-acute")
    west = services.collaboratives.create_from(file, None, Origin.EXAMPLE).id
    services.answering.answer(west, RULE, "number-of-trusts")
    snapshot = services.answering.answer(west, NUMBER, 5)
    (row,) = [each for each in snapshot.answers.rows(CATEGORIES) if each.id == snapshot.findings_of(CATEGORIES)[0].row]
    snapshot = services.answering.put_row(west, CATEGORIES, None, dict(row.cells))
    assert len(snapshot.findings_of(CATEGORIES)) == 2
    (one,) = snapshot.findings_of(NUMBER)
    assert one.message == f"{snapshot.findings_of(CATEGORIES)[0].message} 1 more finding of this kind: see Checks."
