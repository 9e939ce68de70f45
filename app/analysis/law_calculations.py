"""Calculations over the law records that ship with the app: which are old, and which are not law yet."""

from collections.abc import Callable, Mapping

from app.domain.readings import Calculation, Design, Hit
from app.domain.records import LawRecord, LawStatus
from app.domain.wording import counted, date_in_words


def law_calculations(law: Mapping[str, LawRecord]) -> Mapping[str, Calculation]:
    """The calculations that look at these law records, by id. They look at no answers, only at today's date."""
    return {
        calculation.id: calculation
        for calculation in (
            Calculation(
                "law-records-stale",
                "Some law records in force were last checked more than 180 days ago.",
                (),
                ("count", "oldest"),
                _stale(law),
            ),
            Calculation(
                "law-records-of-bills",
                "Each law record of a Bill that is not law yet.",
                (),
                ("citation", "checked"),
                _bills(law),
            ),
        )
    }


def _stale(law: Mapping[str, LawRecord]) -> Callable[[Design], tuple[Hit, ...]]:
    def find(design: Design) -> tuple[Hit, ...]:
        old = [record for record in law.values() if record.is_stale(design.today)]
        if not old:
            return ()
        oldest = min(record.checked_on for record in old)
        count = counted(len(old), "record of the law was", "records of the law were")
        return (Hit({"count": count, "oldest": date_in_words(oldest)}),)

    return find


def _bills(law: Mapping[str, LawRecord]) -> Callable[[Design], tuple[Hit, ...]]:
    def find(design: Design) -> tuple[Hit, ...]:
        bills = (record for record in law.values() if record.status is LawStatus.BILL)
        return tuple(
            Hit({"citation": record.citation, "checked": date_in_words(record.checked_on)}) for record in bills
        )

    return find
