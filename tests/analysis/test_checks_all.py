"""What holds for all checks that ship, and how findings are put together."""

import pytest

from app.analysis.findings import findings
from app.analysis.messages import filled
from app.domain.checks import Severity
from tests.analysis import (
    test_checks_decisions,
    test_checks_delivery,
    test_checks_forum,
    test_checks_members,
    test_checks_money,
    test_checks_planning,
    test_checks_written_down,
)
from tests.analysis.designs import (
    ASHDALE,
    CARROW,
    IN_COMMON,
    JOINT,
    LEAD,
    Given,
    design_of,
    shipped_checks,
    shipped_law,
    six_members,
)
from tests.analysis.varied import FULL, varied_designs

TOPICS = (
    test_checks_members,
    test_checks_forum,
    test_checks_decisions,
    test_checks_money,
    test_checks_planning,
    test_checks_delivery,
    test_checks_written_down,
)


def test_every_check_that_ships_has_a_case() -> None:
    without = set(shipped_checks()) - {case.check for topic in TOPICS for case in topic.CASES}
    assert not without, "Write down a design that each of these finds fault with: tests/analysis/cases.toml says how."


@pytest.mark.parametrize("given", [JOINT, IN_COMMON, LEAD], ids=["joint committee", "in common", "lead provider"])
def test_in_a_sound_design_only_the_bill_is_mentioned(given: Given) -> None:
    found = findings(shipped_checks().values(), design_of(given), shipped_law())
    assert [finding.check_id for finding in found] == ["bill-not-yet-law"]


def test_findings_come_with_the_gravest_first_and_otherwise_in_order() -> None:
    checks = tuple(shipped_checks().values())
    found = findings(checks, design_of(FULL), shipped_law())
    gravity = [list(Severity).index(finding.severity) for finding in found]
    assert gravity == sorted(gravity)
    assert len({finding.severity for finding in found}) == 3
    places = [list(shipped_checks()).index(finding.check_id) for finding in found]
    for severity in Severity:
        of_one = [place for place, finding in zip(places, found, strict=True) if finding.severity is severity]
        assert of_one == sorted(of_one)


def test_the_same_design_gives_the_same_findings() -> None:
    checks = tuple(shipped_checks().values())
    assert findings(checks, design_of(FULL), shipped_law()) == findings(checks, design_of(FULL), shipped_law())


def test_no_finding_has_a_placeholder_left() -> None:
    for design in varied_designs():
        for finding in findings(shipped_checks().values(), design, shipped_law()):
            assert "{" not in finding.message + finding.remedy
            assert finding.message.endswith(".")


def test_braces_in_an_answer_stay_what_they_are() -> None:
    name = "{quorum-trusts} {collaborative.name} NHS Trust"
    given = {**JOINT, "members.members": six_members({CARROW: {"organisation": {"name": name}, "legal-form": "other"}})}
    found = findings((shipped_checks()["outsider-on-joint-committee"],), design_of(given))
    assert [finding.message for finding in found] == [f"{name} cannot be one of the bodies of a joint committee."]


def test_a_message_takes_words_answers_and_readings() -> None:
    design = design_of(JOINT)
    text = "{word}: {collaborative.name}, {collaborative.start-date}, {money.budget}, {risk-gain.corridor}"
    assert filled(text, design, {"word": "Here"}) == "Here: Six Rivers Collaborative, 1 September 2026, £1,000,000, 2%"
    assert filled("{voting-members} {quorum-in-words}", design, {}) == "6 5 of the 6 Members"
    assert filled("{foundation-trust-names}", design, {}).startswith(f"{ASHDALE}, ")
    assert filled("{any-nhs-trust} {meetings.deputies} {forum.type}", design, {}) == "yes yes joint committee"


def test_a_message_says_what_is_not_answered() -> None:
    design = design_of({})
    text = "{forum-words}; {money.budget}; {members.members}"
    assert filled(text, design, {}) == "not yet answered; not yet answered; not yet answered"


def test_a_message_with_an_unknown_name_is_an_error() -> None:
    with pytest.raises(KeyError):
        filled("{no-such-thing}", design_of({}), {})
