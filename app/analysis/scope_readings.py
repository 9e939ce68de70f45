"""Readings of the models and of what is in scope: lead providers, and mandatory and voluntary services."""

from collections.abc import Callable

from app.analysis.reading_kinds import claim, names, number
from app.domain.answers import Answers, known_of
from app.domain.readings import Design, Reading

MODEL = ("model.kinds",)
CONTRACTS = ("lead-provider.contracts", "members.members")
SERVICES = ("services.services",)


@known_of
def leads(answers: Answers) -> tuple[str, ...]:
    """The row ids of the members that lead a contract, each once."""
    rows = answers.rows("lead-provider.contracts")
    return tuple(dict.fromkeys(lead for row in rows if (lead := row.text("lead")) is not None))


def _has_model(model: str) -> Callable[[Design], bool | None]:
    def of(design: Design) -> bool | None:
        models = design.answers.several("model.kinds")
        return model in models if models else None

    return of


def _lead_count(design: Design) -> int:
    return len(leads(design.answers))


def _lead_names(design: Design) -> tuple[str, ...] | None:
    members = {row.id: row for row in design.answers.rows("members.members")}
    organisations = (members[lead].organisation("organisation") for lead in leads(design.answers) if lead in members)
    return tuple(organisation.name for organisation in organisations if organisation is not None) or None


def _services(participation: str) -> Callable[[Design], tuple[str, ...] | None]:
    """The services in scope now with one kind of participation; None while no service is named."""

    def of(design: Design) -> tuple[str, ...] | None:
        rows = design.answers.rows("services.services")
        found = (row for row in rows if row.text("standing") in {None, "in"})
        chosen = (row.text("service") for row in found if row.text("participation") == participation)
        return tuple(name for name in chosen if name is not None) if rows else None

    return of


SCOPE_READINGS: tuple[Reading, ...] = (
    claim("is-lead-provider", "The model includes a lead provider.", MODEL, _has_model("lead-provider")),
    claim("is-shared-leadership", "The model includes shared leadership.", MODEL, _has_model("shared-leadership")),
    number("lead-provider-count", "The number of members that lead a contract.", CONTRACTS[:1], _lead_count),
    names("lead-provider-names", "The names of the members that lead a contract.", CONTRACTS, _lead_names),
    names(
        "voluntary-services",
        "The services in scope in which members may choose to take part.",
        SERVICES,
        _services("voluntary"),
    ),
    names(
        "mandatory-services",
        "The services in scope in which every member takes part.",
        SERVICES,
        _services("mandatory"),
    ),
)
