"""Rows read as members and partners, however little they hold."""

from decimal import Decimal

import pytest

from app.domain.answers import Answers, Row
from app.domain.members import UNNAMED, LegalForm, Member, Post, Sector, all_members, full_members, names_of, partners
from app.domain.values import Organisation, Person, Value


def _answers(table: str, *rows: dict[str, Value]) -> Answers:
    return Answers({}, {table: tuple(Row(str(place), cells) for place, cells in enumerate(rows))})


def test_a_whole_row_reads_as_a_member() -> None:
    cells: dict[str, Value] = {
        "organisation": Organisation("Ashdale NHS Foundation Trust", "RZ1"),
        "legal-form": "foundation-trust",
        "membership": "full",
        "turnover": Decimal(600),
        "staff": 12,
        "weight": 3,
        "representative": Person("Ada Khan"),
        "representative-post": "chief-executive",
    }
    member = Member(Row("7", cells))
    assert (member.row, member.name, member.legal_form) == (
        "7",
        "Ashdale NHS Foundation Trust",
        LegalForm.FOUNDATION_TRUST,
    )
    assert (member.turnover, member.staff, member.weight) == (Decimal(600), 12, 3)
    assert (member.representative, member.representative_post) == (Person("Ada Khan"), Post.CHIEF_EXECUTIVE)
    assert member.is_full


def test_an_empty_row_reads_as_a_member_without_a_name() -> None:
    member = Member(Row("1", {}))
    assert member.name == UNNAMED
    assert member.is_full
    missing = (member.organisation, member.legal_form, member.icb, member.turnover, member.staff, member.weight)
    people = (member.representative, member.representative_post, member.deputy, member.deputy_post, member.board_date)
    assert set(missing + people) == {None}


def test_an_option_that_is_not_known_reads_as_no_answer() -> None:
    member = Member(Row("1", {"legal-form": "trust-of-tomorrow", "representative-post": "mayor"}))
    assert member.legal_form is None
    assert member.representative_post is None


@pytest.mark.parametrize(("membership", "is_full"), [("full", True), ("associate", False), ("observer", False)])
def test_only_full_members_vote(membership: str, is_full: bool) -> None:
    answers = _answers("members.members", {"membership": membership}, {})
    assert len(all_members(answers)) == 2
    assert len(full_members(answers)) == 1 + is_full


def test_names_leave_out_members_without_one() -> None:
    answers = _answers("members.members", {"organisation": Organisation("Ashdale")}, {})
    assert names_of(all_members(answers)) == ("Ashdale",)


def test_a_partner_needs_a_name() -> None:
    named: dict[str, Value] = {
        "organisation": Organisation("Harbour Health Ltd"),
        "sector": "independent",
        "votes": False,
    }
    [partner] = partners(_answers("partners.partners", named, {"sector": "voluntary"}))
    assert (partner.name, partner.sector, partner.votes) == ("Harbour Health Ltd", Sector.INDEPENDENT, False)
    assert (partner.has_barrier, partner.underwrites, partner.covenant_checked) == (None, None, None)
