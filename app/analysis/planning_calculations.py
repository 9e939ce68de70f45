"""Calculations on plans: objectives, services, programmes, duties and the hours of leaders."""

from collections.abc import Iterator

from app.analysis.hits import calculation, hit, plain, row_name
from app.analysis.load import LOADS, NEEDS, loads, needs
from app.domain.answers import Row
from app.domain.durations import in_months
from app.domain.members import all_members
from app.domain.readings import Calculation, Design, Hit
from app.domain.wording import date_in_words, duration_in_words, listed

PROGRAMMES = ("programmes.programmes",)
#: Duties that rest on every NHS body whatever it plans.
_ALWAYS = ("triple-aim", "climate", "equality", "information")
DUTY_NAMES = {
    "triple-aim": "the triple aim",
    "climate": "climate and environment",
    "equality": "equality",
    "involvement": "public involvement",
    "scrutiny": "council scrutiny",
    "procurement": "procurement",
    "competition": "competition",
    "quality": "quality and safety",
    "transaction-review": "transaction review",
    "information": "information and records",
}


def _objectives_incomplete(design: Design) -> Iterator[Hit]:
    measured = {row.text("objective") for row in design.answers.rows("measures.measures")}
    for row in design.answers.rows("objectives.objectives"):
        missing = []
        if row.text("measure") is None and row.id not in measured:
            missing.append("measure")
        if row.person("owner") is None:
            missing.append("owner")
        if missing:
            yield hit(row.id, objective=row_name(row, "objective"), missing=listed(missing, "or"))


def _services_in_and_out(design: Design) -> Iterator[Hit]:
    excluded = {plain(row.text("matter") or "") for row in design.answers.rows("out-of-scope.exclusions")} - {""}
    for row in design.answers.rows("services.services"):
        if row.text("standing") in {"in", "later"} and plain(row.text("service") or "") in excluded:
            yield hit(row.id, service=row_name(row, "service"))


def _programmes_backwards(design: Design) -> Iterator[Hit]:
    for row in design.answers.rows("programmes.programmes"):
        start, end = row.day("start"), row.day("end")
        if start is not None and end is not None and end < start:
            name = row_name(row, "programme")
            yield hit(row.id, programme=name, start=date_in_words(start), end=date_in_words(end))


def _milestones_outside(design: Design) -> Iterator[Hit]:
    programmes = {row.id: row for row in design.answers.rows("programmes.programmes")}
    for row in design.answers.rows("programmes.milestones"):
        programme, day = programmes.get(row.text("programme") or ""), row.day("date")
        if programme is None or day is None:
            continue
        start, end = programme.day("start"), programme.day("end")
        if (start is not None and day < start) or (end is not None and day > end):
            yield hit(
                row.id,
                milestone=row_name(row, "milestone"),
                date=date_in_words(day),
                programme=row_name(programme, "programme"),
            )


def _one_lead_for_all(design: Design) -> Iterator[Hit]:
    leads = [row.text("lead") for row in design.answers.rows("programmes.programmes")]
    if len(leads) >= 3 and None not in leads and len(set(leads)) == 1:
        name = next((member.name for member in all_members(design.answers) if member.row == leads[0]), "")
        if name:
            yield hit(name=name, count=str(len(leads)))


def _duties_denied(design: Design) -> Iterator[Hit]:
    for row in design.answers.rows("duties.duties"):
        if row.text("duty") in _ALWAYS and row.is_yes("applies") is False:
            yield hit(row.id, duty=DUTY_NAMES[row.text("duty") or ""])


def _change_without_steps(design: Design) -> Iterator[Hit]:
    is_planned = design.answers.is_yes("care-model.service-change") is True
    for duty in ("involvement", "scrutiny"):
        if is_planned and not _is_planned_for(design, duty):
            yield hit(duty=DUTY_NAMES[duty])


def _buying_without_procurement(design: Design) -> Iterator[Hit]:
    if design.answers.rows("lead-provider.contracts") and not _is_planned_for(design, "procurement"):
        yield hit()


def _is_planned_for(design: Design, duty: str) -> bool:
    return any(row.text("duty") == duty and row.is_yes("applies") for row in design.answers.rows("duties.duties"))


def _duties_overdue(design: Design) -> Iterator[Hit]:
    for row in design.answers.rows("duties.duties"):
        day = row.day("by")
        is_open = row.is_yes("applies") is True and row.is_yes("done") is not True
        if is_open and day is not None and day < design.today:
            yield hit(row.id, duty=_duty_name(row), date=date_in_words(day))


def _duty_name(row: Row) -> str:
    duty = row.text("duty") or ""
    return DUTY_NAMES.get(duty, duty.replace("-", " "))


def _overloaded(design: Design) -> Iterator[Hit]:
    for load in loads(design):
        if load.is_over:
            # Hours are estimates, of which a percentage would say more than anybody knows.
            short = (load.given or 0) - (load.available or 0)
            yield hit(load.row, name=load.name, given=str(load.given), available=str(load.available), short=str(short))


def _short_of_hours(design: Design) -> Iterator[Hit]:
    for need in needs(design):
        if need.is_over:
            yield hit(
                need.row,
                programme=need.programme,
                name=need.name,
                needed=str(need.given),
                available=str(need.available),
            )


def _leads_without_hours(design: Design) -> Iterator[Hit]:
    for row in design.answers.rows("clinical.leads"):
        if not row.whole_number("hours"):
            yield hit(row.id, area=row_name(row, "area"))


def _slow_first_initiative(design: Design) -> Iterator[Hit]:
    back = design.answers.duration("history.first-return")
    months = None if back is None else in_months(back)
    if back is not None and months is not None and months > 12:
        yield hit(time=duration_in_words(back))


PLANNING_CALCULATIONS: tuple[Calculation, ...] = (
    calculation(
        "objectives-incomplete",
        "Each objective without a measure or an owner.",
        ("objectives.objectives", "measures.measures"),
        ("objective", "missing"),
        _objectives_incomplete,
    ),
    calculation(
        "services-in-and-out",
        "Each service in scope that is also listed as out of scope.",
        ("services.services", "out-of-scope.exclusions"),
        ("service",),
        _services_in_and_out,
    ),
    calculation(
        "programmes-backwards",
        "Each programme that ends before it starts.",
        PROGRAMMES,
        ("programme", "start", "end"),
        _programmes_backwards,
    ),
    calculation(
        "milestones-outside",
        "Each milestone that lies before its programme starts or after it ends.",
        (*PROGRAMMES, "programmes.milestones"),
        ("milestone", "date", "programme"),
        _milestones_outside,
    ),
    calculation(
        "one-lead-for-all-programmes",
        "The same member leads all of three or more programmes.",
        (*PROGRAMMES, "members.members"),
        ("name", "count"),
        _one_lead_for_all,
    ),
    calculation(
        "duties-denied",
        "Each duty that rests on every NHS body but is said not to apply.",
        ("duties.duties",),
        ("duty",),
        _duties_denied,
    ),
    calculation(
        "change-without-steps",
        "Services will change, and public involvement or council scrutiny is not among the duties that apply.",
        ("care-model.service-change", "duties.duties"),
        ("duty",),
        _change_without_steps,
    ),
    calculation(
        "buying-without-procurement",
        "There is a lead contract, and procurement is not among the duties that apply.",
        ("lead-provider.contracts", "duties.duties"),
        (),
        _buying_without_procurement,
    ),
    calculation(
        "duties-overdue",
        "Each duty that applies, is not done, and was due before today.",
        ("duties.duties",),
        ("duty", "date"),
        _duties_overdue,
    ),
    calculation(
        "leaders-overloaded",
        "Each member whose leaders give more hours than they have.",
        LOADS,
        ("name", "given", "available", "short"),
        _overloaded,
    ),
    calculation(
        "programmes-short-of-hours",
        "Each programme that needs more hours of a member than it has.",
        NEEDS,
        ("programme", "name", "needed", "available"),
        _short_of_hours,
    ),
    calculation(
        "clinical-leads-without-hours",
        "Each clinical lead without funded hours.",
        ("clinical.leads",),
        ("area",),
        _leads_without_hours,
    ),
    calculation(
        "slow-first-initiative",
        "The first initiative takes more than 12 months to pay back.",
        ("history.first-return",),
        ("time",),
        _slow_first_initiative,
    ),
)
