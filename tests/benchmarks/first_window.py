"""Opens one window and prints how many widgets it has as soon as it can be used: the app's, or one that does nothing.

The app's says so once more when everything behind the first window is loaded.
Run as a program of its own, with "app", with "bare" and how many widgets to put into the window, or with "nothing".
"""

import sys
from typing import Any


def _open_app() -> None:
    # Only the run that measures the app pays for what the app loads.
    from app.bootstrap import main
    from app.ui.opening import the_application  # as above
    from tests.benchmarks.first_look import FirstLook, when_ready  # as above

    application = the_application()
    look = FirstLook()

    def go_on(window: Any) -> None:
        _tell(window)
        when_ready(window, lambda: _end(window))

    look.begun.connect(go_on)
    assert application is not None
    main([])


def _tell(window: Any) -> None:
    # Loaded by the window already: a program that measures the app must not load Qt before the app does.
    from PySide6.QtWidgets import QWidget

    print(1 + len(window.findChildren(QWidget)), flush=True)


def _end(window: Any) -> None:
    _tell(window)
    window.close()


def _open_bare(count: int) -> None:
    """Labels, lines and buttons in one column, in the style that comes with Qt."""
    # Loaded only in the runs that show this window.
    from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QVBoxLayout, QWidget

    # It loads Qt as well, and only these runs may pay for it so early.
    from tests.benchmarks.first_look import FirstLook

    application = QApplication(sys.argv[:1])
    window = QScrollArea()
    window.setWidgetResizable(True)
    inner = QWidget()
    column = QVBoxLayout(inner)
    kinds = (QLabel, QLineEdit, QPushButton)
    for number in range(count - 8):  # the area with its own parts, and the one inside, are widgets as well
        part = kinds[number % 3](f"Part {number}")
        column.addWidget(part)
    window.setWidget(inner)
    window.resize(1366, 768)
    window.show()
    look = FirstLook()
    look.begun.connect(_end)
    application.exec()


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["app"]:
            _open_app()
        case ["bare", count]:
            _open_bare(int(count))
        case _:
            print(0)
