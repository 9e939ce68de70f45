"""Calculations on the table of members and partners: names, legal forms, barriers and people with two roles."""

from collections.abc import Iterator

from app.analysis.hits import calculation, hit, plain
from app.analysis.member_readings import legal_form_in_words
from app.domain.members import LegalForm, Sector, all_members, full_members, partners
from app.domain.readings import Calculation, Design, Hit
from app.domain.values import Person
from app.domain.wording import date_in_words, listed

MEMBERS = ("members.members",)
PARTNERS = ("partners.partners",)
DUAL_ROLES = ("members.members", "shared-leadership.posts", "forum.joint-appointments", "conflicts.dual-roles")


def _members_twice(design: Design) -> Iterator[Hit]:
    seen: set[str] = set()
    for member in all_members(design.answers):
        if member.organisation is None:
            continue
        marks = {plain(member.name), plain(member.organisation.code or "")} - {""}
        if marks & seen:
            yield hit(member.row, name=member.name)
        seen |= marks


def _forms_against_names(design: Design) -> Iterator[Hit]:
    for member in all_members(design.answers):
        name = plain(member.name)
        if member.legal_form is None or member.legal_form is LegalForm.CARE_TRUST:
            continue
        is_foundation = member.legal_form is LegalForm.FOUNDATION_TRUST
        says_trust = "nhs trust" in name
        if ("foundation trust" in name and not is_foundation) or (says_trust and is_foundation):
            yield hit(member.row, name=member.name, form=legal_form_in_words(design, member.legal_form))


def _late_boards(design: Design) -> Iterator[Hit]:
    start = design.answers.day("collaborative.start-date")
    for member in full_members(design.answers):
        if start is not None and member.board_date is not None and member.board_date > start:
            yield hit(member.row, name=member.name, date=date_in_words(member.board_date), start=date_in_words(start))


def _partners_without_barrier(design: Design) -> Iterator[Hit]:
    for partner in partners(design.answers):
        if partner.sector is Sector.INDEPENDENT and partner.has_barrier is not True:
            yield hit(partner.row, name=partner.name)


def _independent_members(design: Design) -> Iterator[Hit]:
    for member in all_members(design.answers):
        if member.legal_form is LegalForm.INDEPENDENT:
            yield hit(name=member.name)


def _unchecked_covenants(design: Design) -> Iterator[Hit]:
    for partner in partners(design.answers):
        if partner.underwrites and partner.covenant_checked is not True:
            yield hit(partner.row, name=partner.name)


def _people_with_two_roles(design: Design) -> Iterator[Hit]:
    recorded = {plain(_name(row.person("person"))) for row in design.answers.rows("conflicts.dual-roles")}
    roles: dict[str, tuple[str, list[str]]] = {}
    for person, role in _roles(design):
        roles.setdefault(plain(person), (person, []))[1].append(role)
    for key, (person, held) in roles.items():
        if len(held) > 1 and key not in recorded:
            yield hit(person=person, roles=listed(held))


def _roles(design: Design) -> Iterator[tuple[str, str]]:
    """Each named person with each role they hold: a seat for a member, or a post across several."""
    members = {member.row: member for member in full_members(design.answers)}
    for member in members.values():
        if name := _name(member.representative):
            yield name, f"representative of {member.name}"
    for row in design.answers.rows("shared-leadership.posts"):
        post = row.text("post") or "a shared post"
        for trust in row.several("trusts"):
            if trust in members and (name := _name(row.person("holder"))):
                yield name, f"{post} of {members[trust].name}"
    for row in design.answers.rows("forum.joint-appointments"):
        if name := _name(row.person("holder")):
            yield name, row.text("post") or "a joint post"


def _name(person: Person | None) -> str:
    return "" if person is None else person.name


MEMBER_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "members-twice",
        "Each member whose name or code is already in an earlier row.",
        MEMBERS,
        ("name",),
        _members_twice,
    ),
    calculation(
        "legal-forms-against-names",
        "Each member whose name says another legal form than its row.",
        MEMBERS,
        ("name", "form"),
        _forms_against_names,
    ),
    calculation(
        "boards-after-the-start",
        "Each full member whose board decides after the collaborative has started.",
        (*MEMBERS, "collaborative.start-date"),
        ("name", "date", "start"),
        _late_boards,
    ),
    calculation(
        "independent-partners-without-barrier",
        "Each partner of the independent sector without an information barrier.",
        PARTNERS,
        ("name",),
        _partners_without_barrier,
    ),
    calculation(
        "independent-members",
        "Each member, full or not, that is an independent provider.",
        MEMBERS,
        ("name",),
        _independent_members,
    ),
    calculation(
        "covenants-not-checked",
        "Each partner asked to underwrite risk whose covenants have not been checked.",
        PARTNERS,
        ("name",),
        _unchecked_covenants,
    ),
    calculation(
        "people-with-two-roles",
        "Each named person with more than one role who is not in the list of dual roles.",
        DUAL_ROLES,
        ("person", "roles"),
        _people_with_two_roles,
    ),
)
