"""What the workspace keeps beside collaboratives: settings, and the imported register of organisations."""

from collections.abc import Iterable
from dataclasses import asdict
from datetime import date

from sqlalchemy import Connection, delete, func, insert, select

from app.domain.organisations import RegisteredOrganisation
from app.storage.images import storable
from app.storage.tables import organisations, settings


def read_settings(connection: Connection) -> dict[str, str]:
    """Every setting by its key."""
    return {row.key: row.value for row in connection.execute(select(settings))}


def write_setting(connection: Connection, key: str, value: str | None) -> None:
    """Keep a setting; None takes it away."""
    connection.execute(delete(settings).where(settings.c.key == key))
    if value is not None:
        connection.execute(insert(settings).values(key=key, value=storable(value)))


def read_organisations(connection: Connection) -> tuple[RegisteredOrganisation, ...]:
    """The imported register, by name; empty if none was imported."""
    query = select(organisations).order_by(organisations.c.name, organisations.c.code)
    return tuple(
        RegisteredOrganisation(
            row.code, row.name, row.legal_form, row.region, row.icb, _day(row.opened), _day(row.closed)
        )
        for row in connection.execute(query)
    )


def read_import_day(connection: Connection) -> date | None:
    """The day on which the register was imported; None if it never was."""
    return _day(connection.execute(select(func.max(organisations.c.imported_on))).scalar())


def replace_organisations(
    connection: Connection, register: Iterable[RegisteredOrganisation], imported_on: date
) -> None:
    """Put another register in the place of the one imported before."""
    rows = [
        {
            **asdict(organisation),
            "opened": _day_text(organisation.opened),
            "closed": _day_text(organisation.closed),
            "imported_on": imported_on.isoformat(),
        }
        for organisation in register
    ]
    connection.execute(delete(organisations))
    if rows:
        connection.execute(insert(organisations), rows)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
