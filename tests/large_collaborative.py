"""A collaborative of thirty members and twenty programmes, grown from the West Yorkshire example."""

from app.domain.answers import Origin
from app.domain.values import Organisation
from app.services.answering import Cells
from app.services.services import Services

MEMBERS, PROGRAMMES = 30, 20
_MEMBERS, _PROGRAMMES = "members.members", "programmes.programmes"


def make_large_collaborative(services: Services) -> str:
    """The id of a copy of the example with so many more members, all full ones, and programmes that they lead."""
    made = services.collaboratives.create_from(services.files.example("west-yorkshire-acute"), None, Origin.EXAMPLE).id
    answers = services.answering.open(made).answers
    members: list[Cells] = [
        {
            "organisation": Organisation(f"Trust number {number} NHS Foundation Trust"),
            "legal-form": "nhs-trust" if number % 2 else "foundation-trust",
            "membership": "full",
        }
        for number in range(len(answers.rows(_MEMBERS)), MEMBERS)
    ]
    leads = [row.id for row in services.answering.add_rows(made, _MEMBERS, members).answers.rows(_MEMBERS)]
    programmes: list[Cells] = [
        {"programme": f"Programme number {number}", "lead": leads[number], "participation": "voluntary"}
        for number in range(len(answers.rows(_PROGRAMMES)), PROGRAMMES)
    ]
    services.answering.add_rows(made, _PROGRAMMES, programmes)
    return made
