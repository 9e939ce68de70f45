"""Readings of money: contributions, shares of risk and gain, the worked year and each member's worst case."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from app.analysis.contributions import (
    CONTRIBUTIONS,
    EXPOSURES,
    RISK_SHARES,
    SETTLED_YEAR,
    TERMS,
    WORKED_BANDS,
    contributions,
    exposures,
    risk_shares,
    settled_year,
    worked_bands,
)
from app.analysis.option_words import chosen_in_words
from app.analysis.reading_kinds import MISSING, claim, figure_column, grid, text_column, words
from app.analysis.risk_and_gain import BandKind, WorkedYear, unshared_at_the_cap
from app.analysis.shares import (
    MEASURED_BASES,
    Share,
    measure_in_words,
    measure_title,
    percentages_in_words,
    rounded,
    to_the_penny,
    total_in_words,
)
from app.domain.members import all_members
from app.domain.money import Basis, contribution_basis, risk_basis, sharing_terms
from app.domain.readings import Design, Grid, GridColumn, Reading
from app.domain.wording import money_in_words, percentage_in_words, variance_in_words

NOTHING = "Nothing to settle"
BUDGET_HOLDER = ("risk-gain.budget-holder", "members.members")
RESULT = ("risk-gain.baseline", "risk-gain.worked-result")


def _contributions_grid(design: Design) -> Grid | None:
    found, basis = contributions(design.answers), contribution_basis(design.answers)
    if found is None or basis is None:
        return None
    amounts = [each.annual for each in found]
    rows = _share_rows(basis, [each.share for each in found])
    cells = [money_in_words(amount) for amount in (*amounts, sum(amounts, Decimal(0)))]
    rows = [(*row, amount) for row, amount in zip(rows, cells, strict=True)]
    return Grid((*_share_columns(basis), figure_column("Amount a year", 3)), tuple(rows), has_total=True)


def _risk_shares_grid(design: Design) -> Grid | None:
    shares, basis = risk_shares(design.answers), risk_basis(design.answers)
    if shares is None or basis is None:
        return None
    return Grid(_share_columns(basis), tuple(_share_rows(basis, shares)), has_total=True)


def _share_columns(basis: Basis) -> tuple[GridColumn, ...]:
    measured = (figure_column(measure_title(basis), 3),) if basis in MEASURED_BASES else ()
    return (text_column("Member", 5), *measured, figure_column("Share"))


def _share_rows(basis: Basis, shares: Sequence[Share]) -> list[tuple[str, ...]]:
    """A row for each share and one for the total. What shares follow is shown only where each has a figure."""
    rows = [
        (share.name, *_measured(basis, share.figure), percentage)
        for share, percentage in zip(shares, percentages_in_words(shares), strict=True)
    ]
    total = sum((share.figure for share in shares if share.figure is not None), Fraction(0))
    return [*rows, ("Total", *_measured(basis, total), total_in_words(shares))]


def _measured(basis: Basis, figure: Fraction | None) -> tuple[str, ...]:
    if basis not in MEASURED_BASES:
        return ()
    return (MISSING if figure is None else measure_in_words(basis, figure),)


def _share_basis_in_words(design: Design) -> str | None:
    basis = design.answers.text("risk-gain.basis")
    return None if basis is None else chosen_in_words(design, "risk-gain.basis", basis)


def _worked_outcome(design: Design) -> str | None:
    baseline = design.answers.amount("risk-gain.baseline")
    actual = design.answers.amount("risk-gain.worked-result")
    if baseline is None or actual is None:
        return None
    return variance_in_words(to_the_penny(actual) - to_the_penny(baseline))


def _worked_shared(design: Design) -> str | None:
    found = worked_bands(design.answers)
    return None if found is None else money_in_words(sum((band.shared for band in found), Decimal(0)))


def _worked_bands_grid(design: Design) -> Grid | None:
    found = worked_bands(design.answers)
    if found is None:
        return None
    columns = (
        text_column("Band"),
        figure_column("From"),
        figure_column("To"),
        figure_column("Amount in the band"),
        figure_column("Shared"),
    )
    is_only = not any(band.kind is BandKind.UPPER for band in found)
    rows = [
        (
            "Sharing band" if is_only and band.kind is BandKind.FIRST else band.kind.value,
            money_in_words(band.start),
            "No limit" if band.end is None else money_in_words(band.end),
            money_in_words(band.amount),
            money_in_words(band.shared),
        )
        for band in found
    ]
    amount = sum((band.amount for band in found), Decimal(0))
    shared = sum((band.shared for band in found), Decimal(0))
    rows.append(("Total", "", "", money_in_words(amount), money_in_words(shared)))
    return Grid(columns, tuple(rows), has_total=True)


def _worked_members_grid(design: Design) -> Grid | None:
    year = settled_year(design.answers)
    if year is None:
        return None
    amounts = [amount for _, amount in year.members]
    percentages = percentages_in_words([share for share, _ in year.members])
    holder = design.answers.text("risk-gain.budget-holder")
    lines = [
        (share.name, percentage, amount, _settled(year, amount, is_holder=share.member == holder))
        for (share, amount), percentage in zip(year.members, percentages, strict=True)
    ]
    if year.reinvested > 0:
        lines.append(("Reinvested before any payment", "", year.reinvested, "Set aside"))
    own = "No payment" if year.kept > 0 else NOTHING
    lines.append((f"Not shared: stays with {_budget_holder(design)}", "", year.kept, own))
    lines.append(("Total", "", year.reinvested + year.kept + sum(amounts, Decimal(0)), ""))
    columns = (
        text_column("Member", 5),
        figure_column("Share"),
        figure_column("Amount", 3),
        text_column("How it is settled", 3),
    )
    rows = tuple((name, percentage, money_in_words(amount), settled) for name, percentage, amount, settled in lines)
    return Grid(columns, rows, has_total=True)


def _settled(year: WorkedYear, amount: Decimal, *, is_holder: bool) -> str:
    """What happens to a member's amount: the budget holder keeps or bears its own without any payment."""
    if amount == 0:
        return NOTHING
    if year.variance < 0:
        return "Keeps" if is_holder else "Receives"
    return "Bears" if is_holder else "Pays"


def _budget_holder(design: Design) -> str:
    holder = design.answers.text("risk-gain.budget-holder")
    named = (member.name for member in all_members(design.answers) if member.row == holder)
    return next(named, "the budget holder")


def _one_sharing_band(design: Design) -> bool | None:
    edge, cap = design.answers.amount("risk-gain.tier-edge"), design.answers.amount("risk-gain.cap")
    return None if edge is None or cap is None else cap <= edge


def _unshared_at_the_cap(design: Design) -> str | None:
    terms = sharing_terms(design.answers)
    return None if terms is None else money_in_words(unshared_at_the_cap(terms))


def _exposure_grid(design: Design) -> Grid | None:
    found = exposures(design.answers)
    if found is None:
        return None
    limit = design.answers.amount("risk-gain.exposure-limit")
    columns: tuple[GridColumn, ...] = (
        text_column("Member", 5),
        figure_column("Worst case", 3),
        figure_column("Part of turnover"),
    )
    rows: list[tuple[str, ...]] = []
    for each in found:
        part = MISSING if each.part is None else percentage_in_words(rounded(each.part))
        rows.append((each.name, money_in_words(each.worst), part))
    if limit is not None:
        allowed = percentage_in_words(limit)
        columns = (*columns, text_column("Limit"))
        rows = [
            (*row, f"{allowed}, exceeded" if each.is_over else allowed) for row, each in zip(rows, found, strict=True)
        ]
    return Grid(columns, tuple(rows))


MONEY_READINGS: tuple[Reading, ...] = (
    grid(
        "contributions-grid",
        "Each member's share of the budget and what that is in pounds a year, with the total.",
        CONTRIBUTIONS,
        _contributions_grid,
    ),
    grid("risk-shares-grid", "Each member's share of risk and gain, with the total.", RISK_SHARES, _risk_shares_grid),
    words(
        "share-basis-words",
        "How risk and gain are divided, as documents write it.",
        ("risk-gain.basis",),
        _share_basis_in_words,
    ),
    claim(
        "one-sharing-band",
        "Whether sharing stops where its first band ends, so that there is no upper band.",
        ("risk-gain.tier-edge", "risk-gain.cap"),
        _one_sharing_band,
    ),
    words(
        "unshared-at-the-cap",
        "What the budget holder alone bears of a cost that reaches the cap, in pounds.",
        TERMS,
        _unshared_at_the_cap,
    ),
    words("worked-outcome", "The gain or cost of the worked year in words.", RESULT, _worked_outcome),
    words("worked-shared-amount", "How much of it is shared, in pounds.", WORKED_BANDS, _worked_shared),
    grid("worked-bands-grid", "The worked year band by band, with the total.", WORKED_BANDS, _worked_bands_grid),
    grid(
        "worked-members-grid",
        "The worked year member by member, with what is reinvested, what is not shared, and the total.",
        tuple(dict.fromkeys((*SETTLED_YEAR, *BUDGET_HOLDER))),
        _worked_members_grid,
    ),
    grid(
        "exposure-grid",
        "Each member's worst case if the cost reached the cap, against its turnover and the limit.",
        EXPOSURES,
        _exposure_grid,
    ),
)
