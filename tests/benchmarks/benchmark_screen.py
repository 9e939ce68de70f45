"""How soon the screen shows what is typed and answered, and how it bears minutes of use, on a large collaborative."""

from pathlib import Path

import pytest

from app.services.services import Services
from tests.benchmarks.whole_app import prepare, told_by
from tests.large_collaborative import make_large_collaborative


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the app finds thirty members and twenty programmes, open at its first section."""
    prepare(tmp_path, _left_open)
    return tmp_path


def test_a_letter_an_answer_and_the_preview_are_drawn(folder: Path) -> None:
    """Beside a bare line in a bare window, and beside the bare drafting of the same document, in the same program."""
    found = told_by("type_and_read", folder)
    print()
    for what in ("bare line", "name", "long text", "answer", "preview", "bare drafting"):
        print(f"{what:14} median {found[what]['median']:6.1f} ms, longest {found[what]['longest']:6.1f} ms")
    letter, bare = found["name"]["median"], found["bare line"]["median"]
    print(f"a letter beside the bare line: {letter / bare:.2f}")
    preview, drafting = found["preview"]["median"], found["bare drafting"]["median"]
    print(f"preview of {found['pages']} pages beside bare drafting: {preview / drafting:.2f}")


def test_minutes_of_use_without_a_rest(folder: Path, minutes: float) -> None:
    """The longest times for which the window did not listen, and the memory it holds."""
    found = told_by("scripted_use", folder, str(minutes))
    print(f"\n{minutes:g} minutes: {found['acts']} acts, {found['rounds']} whole rounds")
    print("longer than", ", ".join(f"{limit} ms: {times} times" for limit, times in found["over"].items()))
    for name in ("longest", "longest_of_each"):
        print(f"{name.replace('_', ' ')}:")
        for milliseconds, act in found[name]:
            print(f"  {milliseconds:5.0f} ms {act}")
    print("megabytes after each minute:", ", ".join(f"{each:.0f}" for each in found["memory"]))
    print("tidied after one minute and at the end:", ", ".join(f"{each:.0f}" for each in found["tidied"]))


def _left_open(services: Services) -> None:
    services.preferences.put("screen.left-open", make_large_collaborative(services))
