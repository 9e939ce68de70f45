"""Settings and the imported register: kept with the workspace, replaced as a whole."""

from datetime import date

from app.domain.organisations import RegisteredOrganisation
from app.storage.workspace import Workspace
from tests.storage.conftest import OpenWorkspace

AIREDALE = RegisteredOrganisation(
    "RCF", "Airedale NHS Foundation Trust", "foundation-trust", "Y63", "West Yorkshire", date(1992, 4, 1)
)
OLD = RegisteredOrganisation("RXX", "Old Trust", "nhs-trust", "Y58", "Devon", date(1993, 4, 1), date(2020, 3, 31))
UNDATED = RegisteredOrganisation("QWO", "An Integrated Care Board", "icb", "Y63", "West Yorkshire")


def test_settings_are_kept_changed_and_taken_away(workspace: Workspace, open_workspace: OpenWorkspace) -> None:
    workspace.set_setting("theme", "dark")
    workspace.set_setting("text size", "125")
    workspace.set_setting("theme", "light")
    workspace.set_setting("text size", None)
    workspace.set_setting("never there", None)
    workspace.close()
    assert open_workspace().settings() == {"theme": "light"}


def test_the_register_is_kept_as_it_was_imported(workspace: Workspace, open_workspace: OpenWorkspace) -> None:
    assert workspace.organisations() == ()
    assert workspace.organisations_imported_on() is None
    workspace.replace_organisations([OLD, AIREDALE, UNDATED], date(2026, 8, 6))
    workspace.close()
    again = open_workspace()
    assert again.organisations() == (AIREDALE, UNDATED, OLD)
    assert again.organisations_imported_on() == date(2026, 8, 6)


def test_another_register_takes_the_place_of_the_first(workspace: Workspace) -> None:
    workspace.replace_organisations([OLD, AIREDALE], date(2026, 8, 6))
    workspace.replace_organisations([AIREDALE], date(2026, 9, 1))
    assert workspace.organisations() == (AIREDALE,)
    assert workspace.organisations_imported_on() == date(2026, 9, 1)
    workspace.replace_organisations([], date(2026, 9, 2))
    assert workspace.organisations() == ()
    assert workspace.organisations_imported_on() is None
