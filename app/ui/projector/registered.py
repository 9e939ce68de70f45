"""What slides look up: the register of organisations, and the columns and rows that a table asks for."""

from collections.abc import Callable, Sequence

from app.services.columns import row_options, shown_columns
from app.services.services import Services
from app.ui.fields.settings import OrganisationChoice

__all__ = ["Search", "register_search", "row_options", "shown_columns"]

Search = Callable[[str], Sequence[OrganisationChoice]]


def register_search(services: Services) -> Search:
    """Finds organisations of the register by part of a name or by a code, the best first."""
    return lambda text: [
        OrganisationChoice(each.name, each.code, each.legal_form, each.icb, each.region)
        for each in services.organisations.search(text)
    ]
