"""Readings of who belongs: which kinds of organisation are members, their names, and one trust's own facts."""

from collections.abc import Callable

from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import claim, names, number, words
from app.analysis.seen_from import own_member
from app.domain.answers import Answers
from app.domain.members import (
    NHS_BODIES,
    STATUTORY_BODIES,
    LegalForm,
    Member,
    Sector,
    all_members,
    full_members,
    names_of,
    partners,
)
from app.domain.parsing import plain_spaces
from app.domain.readings import Design, Reading

MEMBERS = ("members.members",)
PARTNERS = ("partners.partners",)
EVERYBODY = (*MEMBERS, *PARTNERS)
#: Legal forms that a full member can have without being a statutory NHS body or a local authority.
OTHER_FORMS = frozenset(LegalForm) - STATUTORY_BODIES


def legal_form_in_words(design: Design, form: LegalForm) -> str:
    """A legal form as documents write it, such as "NHS foundation trust"."""
    return chosen_in_words(design, "members.members", form.value, "legal-form")


def independent_names(answers: Answers) -> tuple[str, ...]:
    """The independent providers: partners of that sector, and members of that form whatever their membership."""
    members = tuple(member for member in all_members(answers) if member.legal_form is LegalForm.INDEPENDENT)
    partner_names = tuple(each.name for each in partners(answers) if each.sector is Sector.INDEPENDENT)
    return tuple(dict.fromkeys((*names_of(members), *partner_names)))


def _any_full_member(forms: frozenset[LegalForm]) -> Callable[[Design], bool | None]:
    """Whether any full member has one of these forms; None while none has and some form is not answered."""

    def holds(design: Design) -> bool | None:
        members = full_members(design.answers)
        if any(member.legal_form in forms for member in members):
            return True
        return None if not members or any(member.legal_form is None for member in members) else False

    return holds


def _only_nhs_bodies(design: Design) -> bool | None:
    members = full_members(design.answers)
    if any(member.legal_form is not None and member.legal_form not in NHS_BODIES for member in members):
        return False
    return None if not members or any(member.legal_form is None for member in members) else True


def _forms(*forms: LegalForm) -> Callable[[Design], bool | None]:
    return _any_full_member(frozenset(forms))


def _any_not_full(design: Design) -> bool:
    return any(not member.is_full for member in all_members(design.answers))


def _any_independent(design: Design) -> bool:
    return bool(independent_names(design.answers))


def _any_partner(design: Design) -> bool:
    return bool(partners(design.answers))


def _in_several_icbs(design: Design) -> bool | None:
    areas = {plain_spaces(m.icb).casefold() for m in full_members(design.answers) if m.icb is not None}
    return len(areas) > 1 if areas else None


def _voting(design: Design) -> int:
    return len(full_members(design.answers))


def _count_of(form: LegalForm) -> Callable[[Design], int]:
    return lambda design: sum(member.legal_form is form for member in full_members(design.answers))


def _names(wanted: Callable[[Member], bool]) -> Callable[[Design], tuple[str, ...] | None]:
    """The names of some members; None while there are no members at all."""

    def of(design: Design) -> tuple[str, ...] | None:
        members = all_members(design.answers)
        return names_of(tuple(member for member in members if wanted(member))) if members else None

    return of


def _is_full_and(form: LegalForm) -> Callable[[Member], bool]:
    return lambda member: member.is_full and member.legal_form is form


def _independent_names(design: Design) -> tuple[str, ...]:
    return independent_names(design.answers)


def _icb_names(design: Design) -> tuple[str, ...] | None:
    rows = design.answers.rows("collaborative.icbs")
    organisations = (row.organisation("organisation") for row in rows)
    return tuple(organisation.name for organisation in organisations if organisation is not None) or None


def _own_name(design: Design) -> str | None:
    member = own_member(design)
    return member.name if member and member.organisation else None


def _own_code(design: Design) -> str | None:
    member = own_member(design)
    return member.organisation.code if member and member.organisation else None


def _own_form(design: Design) -> str | None:
    member = own_member(design)
    return member.legal_form.value if member and member.legal_form else None


def _own_form_in_words(design: Design) -> str | None:
    member = own_member(design)
    return legal_form_in_words(design, member.legal_form) if member and member.legal_form else None


def _own_form_is(form: LegalForm) -> Callable[[Design], bool | None]:
    def holds(design: Design) -> bool | None:
        member = own_member(design)
        return None if member is None or member.legal_form is None else member.legal_form is form

    return holds


MEMBER_READINGS: tuple[Reading, ...] = (
    claim(
        "any-foundation-trust",
        "At least one full member is an NHS foundation trust.",
        MEMBERS,
        _forms(LegalForm.FOUNDATION_TRUST),
    ),
    claim("any-nhs-trust", "At least one full member is an NHS trust.", MEMBERS, _forms(LegalForm.NHS_TRUST)),
    claim("any-care-trust", "At least one full member is a care trust.", MEMBERS, _forms(LegalForm.CARE_TRUST)),
    claim("any-icb-member", "At least one full member is an integrated care board.", MEMBERS, _forms(LegalForm.ICB)),
    claim(
        "any-other-legal-form",
        "At least one full member is neither a statutory NHS body nor a local authority.",
        MEMBERS,
        _forms(*OTHER_FORMS),
    ),
    claim("nhs-bodies-only", "Every full member is a statutory NHS body.", MEMBERS, _only_nhs_bodies),
    claim(
        "any-not-full-member", "At least one member is an associate, co-opted or an observer.", MEMBERS, _any_not_full
    ),
    claim(
        "any-independent-part",
        "At least one partner or member is an independent provider.",
        EVERYBODY,
        _any_independent,
    ),
    claim("any-partner", "There is at least one partner that is not a member.", PARTNERS, _any_partner),
    claim("members-in-several-icbs", "Full members lie in more than one ICB area.", MEMBERS, _in_several_icbs),
    claim(
        "this-trust-is-foundation-trust",
        "The member that this document is for is an NHS foundation trust.",
        MEMBERS,
        _own_form_is(LegalForm.FOUNDATION_TRUST),
    ),
    claim(
        "this-trust-is-nhs-trust",
        "The member that this document is for is an NHS trust.",
        MEMBERS,
        _own_form_is(LegalForm.NHS_TRUST),
    ),
    number("voting-members", "The number of full members.", MEMBERS, _voting),
    number(
        "foundation-trust-count",
        "The number of full members that are NHS foundation trusts.",
        MEMBERS,
        _count_of(LegalForm.FOUNDATION_TRUST),
    ),
    number(
        "nhs-trust-count",
        "The number of full members that are NHS trusts.",
        MEMBERS,
        _count_of(LegalForm.NHS_TRUST),
    ),
    words("this-trust", "The name of the member that this document is for.", MEMBERS, _own_name),
    words("this-trust-code", "The register code of that member.", MEMBERS, _own_code),
    words("this-trust-legal-form", "The option id of that member's legal form.", MEMBERS, _own_form),
    words(
        "this-trust-legal-form-words",
        "The legal form of that member as documents write it.",
        MEMBERS,
        _own_form_in_words,
    ),
    names("full-member-names", "The names of the full members.", MEMBERS, _names(lambda member: member.is_full)),
    names(
        "foundation-trust-names",
        "The names of the full members that are NHS foundation trusts.",
        MEMBERS,
        _names(_is_full_and(LegalForm.FOUNDATION_TRUST)),
    ),
    names(
        "nhs-trust-names",
        "The names of the full members that are NHS trusts.",
        MEMBERS,
        _names(_is_full_and(LegalForm.NHS_TRUST)),
    ),
    names(
        "not-full-member-names",
        "The names of associates, co-opted members and observers.",
        MEMBERS,
        _names(lambda member: not member.is_full),
    ),
    names(
        "other-legal-form-names",
        "The names of full members that are neither statutory NHS bodies nor local authorities.",
        MEMBERS,
        _names(lambda member: member.is_full and member.legal_form in OTHER_FORMS),
    ),
    names(
        "independent-names",
        "The names of partners and members that are independent providers.",
        EVERYBODY,
        _independent_names,
    ),
    names(
        "icb-names",
        "The names of the integrated care boards that the collaborative works with.",
        ("collaborative.icbs",),
        _icb_names,
    ),
)
