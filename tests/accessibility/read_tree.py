"""Listens to the running app over the bus that screen readers use on Linux, and writes down what it hears.

Run by `make transcript` with the Python of the system, which has the bindings of Debian. It goes one way through
the app by keyboard alone: open an example, answer a question, read the preview, export.
"""

import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402  # the version is chosen first

PROJECT = Path(__file__).resolve().parent.parent.parent
STATE = Atspi.StateType
EVENTS = ("object:state-changed:focused", "object:announcement", "object:state-changed:checked")
#: Roles that a screen reader names only when they have a name, as the focus comes into them.
AROUND = {"panel", "page tab list", "grouping", "form", "frame", "dialog"}
SPOKEN_STATES = (
    (STATE.CHECKED, "ticked"),
    (STATE.EXPANDED, "unfolded"),
    (STATE.SELECTED, "selected"),
    (STATE.READ_ONLY, "read only"),
)


class Listener:
    """Starts the app in a folder of its own, presses keys, and keeps what was heard since the last key."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.heard: list[str] = []
        self.focused = ""
        self._groups: list[str] = []
        environment = {
            **os.environ,
            "HOME": str(folder),
            "XDG_CONFIG_HOME": str(folder),
            "FIVEWAYS_FOLDER": str(folder / "fiveways"),
            "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        }
        self._manager = subprocess.Popen(["openbox"], env=environment, stderr=subprocess.DEVNULL)
        self._listener = Atspi.EventListener.new(self._on_event)
        for event in EVENTS:
            self._listener.register(event)
        command = [str(PROJECT / ".venv" / "bin" / "python"), str(PROJECT / "main.py")]
        self._app = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)

    def close(self) -> int:
        """Close the window as a user would, and give back how the app ended."""
        subprocess.run(["xdotool", "key", "alt+F4"], check=True)
        ended = self._app.wait(timeout=20)
        self._manager.terminate()
        return ended

    def rest(self, seconds: float = 0.6) -> None:
        """Listen until nothing was said for so long."""
        quiet_since, said = time.monotonic(), len(self.heard)
        while time.monotonic() - quiet_since < seconds:
            while GLib.MainContext.default().iteration(False):
                pass
            if len(self.heard) != said:
                quiet_since, said = time.monotonic(), len(self.heard)
            time.sleep(0.02)

    def wait_for(self, words: str, seconds: float = 60) -> None:
        """Listen until something with these words is said."""
        end = time.monotonic() + seconds
        while not any(words in each for each in self.heard):
            if time.monotonic() > end:
                raise SystemExit(f"Nothing with “{words}” was said. Heard last: {self.heard[-5:]}")
            self.rest(0.1)

    def press(self, *keys: str) -> list[str]:
        """Press keys one after another, and give back what was said."""
        self.heard.clear()
        for key in keys:
            subprocess.run(["xdotool", "key", "--clearmodifiers", key], check=True)
            self.rest()
        return self._said()

    def write(self, text: str) -> list[str]:
        """Type a text."""
        self.heard.clear()
        subprocess.run(["xdotool", "type", "--delay", "30", text], check=True)
        self.rest()
        return self._said()

    def screen(self) -> list[str]:
        """The tree of the window as an outline, without what has neither name nor meaning."""
        desktop = Atspi.get_desktop(0)
        for place in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(place)
            if app is not None and app.get_name() == "Fiveways":
                return [self._plain(line) for line in _outline(app, 0)]
        raise SystemExit("Fiveways is not on the bus.")

    def text_of(self, role: str) -> str:
        """The beginning of the text that has the focus."""
        source = self._source
        if source is None or source.get_role_name() != role:
            raise SystemExit(f"The focus is on no {role}, but on {self.focused}.")
        return self._plain(Atspi.Text.get_text(source, 0, 420))

    _source: Atspi.Accessible | None = None

    def _on_event(self, event: Atspi.Event) -> None:
        try:
            if event.type.startswith("object:announcement"):
                self.heard.append(f"“{event.any_data}”")
            elif event.type == "object:state-changed:focused" and event.detail1:
                self._source = event.source
                self._say(event.source)
            elif event.type == "object:state-changed:checked":
                state = "ticked" if event.detail1 else "not ticked"
                if event.source.get_state_set().contains(STATE.FOCUSED):
                    self.heard.append(state)
        except GLib.Error:
            return  # it went away before it could be asked

    def _say(self, source: Atspi.Accessible) -> None:
        groups = list(_groups(source))
        new = [group for place, group in enumerate(groups) if self._groups[place : place + 1] != [group]]
        self._groups = groups
        self.focused = _spoken(source)
        self.heard.append(". ".join([*new, self.focused]))

    def _said(self) -> list[str]:
        """What was said, once where the bus said it twice."""
        said = [each for place, each in enumerate(self.heard) if self.heard[place - 1 : place] != [each]]
        return [self._plain(each) for each in said]

    def _plain(self, text: str) -> str:
        return re.sub(re.escape(str(self.folder)) + r"[^\s”,]*", "(the folder chosen)", text)


def _groups(source: Atspi.Accessible) -> Iterator[str]:
    """The names of the groups around something, from the outside in."""
    around = []
    step = source.get_parent()
    while step is not None and step.get_role_name() != "application":
        if step.get_role_name() in AROUND and step.get_name():
            around.append(f"{step.get_name()}, {step.get_role_name()}")
        step = step.get_parent()
    return reversed(around)


def _spoken(source: Atspi.Accessible) -> str:
    states = source.get_state_set()
    said = [source.get_name(), source.get_role_name()]
    said += [words for state, words in SPOKEN_STATES if states.contains(state)]
    if states.contains(STATE.EXPANDABLE) and not states.contains(STATE.EXPANDED):
        said.append("folded")
    if source.get_role_name() == "text" and states.contains(STATE.EDITABLE):
        written = Atspi.Text.get_text(source, 0, 60)
        said.append(f"“{written}”" if written else "empty")
    description = source.get_description()
    if description and description != source.get_name():
        said.append(f"({description})")
    return ", ".join(part for part in said if part)


def _outline(thing: Atspi.Accessible, depth: int) -> Iterator[str]:
    thing.clear_cache()  # what was hidden since is kept there as it was
    states = thing.get_state_set()
    role, name = thing.get_role_name(), thing.get_name()
    if role not in {"application", "frame"} and not states.contains(STATE.SHOWING):
        return
    tells = name and role not in {"application", "scroll bar"}
    if tells:
        mark = " (has the focus)" if states.contains(STATE.FOCUSED) else ""
        yield f"{'  ' * depth}- {role}: {name}{mark}"
    if role in {"push button", "link", "text", "check box", "radio button", "page tab"}:
        return
    for place in range(thing.get_child_count()):
        child = thing.get_child_at_index(place)
        if child is not None:
            yield from _outline(child, depth + 1 if tells else depth)


class Transcript:
    """Writes down each step, the keys that were pressed, and what was heard."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self.lines: list[str] = []

    def part(self, title: str) -> None:
        """Begin a part."""
        self.lines += ["", f"## {title}"]

    def press(self, *keys: str, waits_for: str = "") -> None:
        """Press keys and note what is said."""
        said = self._listener.press(*keys)
        if waits_for:
            self._listener.wait_for(waits_for)
            said = self._listener._said()
        self._note(", ".join(keys), said)

    def write(self, text: str) -> None:
        """Type and note what is said."""
        self._note(f"types “{text}”", self._listener.write(text))

    def press_until(self, words: str, key: str = "Tab", most: int = 90) -> None:
        """Press a key until something whose words begin so has the focus; every stop on the way is noted."""
        for _ in range(most):
            if self._listener.focused.startswith(words):
                return
            self.press(key)
        raise SystemExit(f"{key} does not lead to “{words}”. The focus is on {self._listener.focused}.")

    def tree(self) -> None:
        """Note what is on the screen."""
        self.lines += ["", "What is on the screen:", "", "```text", *self._listener.screen(), "```"]

    def text(self, role: str) -> None:
        """Note the beginning of the text in focus."""
        quoted = self._listener.text_of(role).splitlines()
        self.lines += ["", "The text begins:", "", *(f"> {line}".rstrip() for line in quoted)]

    def _note(self, keys: str, said: list[str]) -> None:
        if not self.lines[-1].startswith("- **"):
            self.lines.append("")
        self.lines.append(f"- **{keys}**: {' / '.join(said) or 'nothing is said'}")


HEADER = """# What a screen reader hears

Written by `make transcript`, which runs the app under X11 and listens on the accessibility bus of Linux (AT-SPI), as
Orca does. Groups are said when the focus comes into them; what stands in quotation marks was announced. Nothing here
was written by hand."""


def travel(listener: Listener, transcript: Transcript) -> None:
    """Go from the start page to the exported pack."""
    transcript.part("The start page")
    listener.wait_for("push button", 30)
    listener.rest(1.5)
    transcript.tree()
    transcript.press_until("Look inside: West Yorkshire")
    transcript.part("An example is opened")
    transcript.press("Return", waits_for="text")
    listener.rest(1.5)
    transcript.tree()
    transcript.part("A question is answered")
    transcript.press_until("What is its short name?")
    transcript.press("ctrl+a")
    transcript.write("Six Trusts")
    transcript.press("Return", waits_for="Saved")
    transcript.press("Tab", "ctrl+z")
    transcript.press_until("Acute")
    transcript.press("Down", waits_for="Saved")
    transcript.part("The preview is read")
    transcript.press("F6")
    transcript.press_until("Memorandum of understanding, text")
    transcript.text("text")
    transcript.part("The pack is exported")
    transcript.press("ctrl+e")
    transcript.tree()
    transcript.press_until("Export now")
    transcript.press("Return", waits_for="written to")
    transcript.part("All keys are listed")
    transcript.press("ctrl+slash")
    transcript.write("larger")
    transcript.press("Down")
    transcript.press("Escape")


def main() -> int:
    """Write the transcript to the standard output; fails if the way is barred or the app does not end well."""
    Atspi.init()
    with tempfile.TemporaryDirectory() as folder:
        listener = Listener(Path(folder))
        transcript = Transcript(listener)
        try:
            travel(listener, transcript)
        finally:
            ended = listener.close()
    sys.stdout.write("\n".join([HEADER, *transcript.lines, ""]))
    return ended


if __name__ == "__main__":
    sys.exit(main())
