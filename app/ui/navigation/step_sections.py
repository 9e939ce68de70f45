"""The entries of one step in the bar on the left, which scroll by themselves where the bar has no room for all."""

from app.ui.parts.fitted_scroll import FittedScroll
from app.ui.parts.focus_in_sight import FocusInSight

#: Pixels between two entries.
BETWEEN = 2


class StepSections(FittedScroll):
    """Put the entries into ``body``; the steps above and below stay where they are while these scroll."""

    def __init__(self, step: str) -> None:
        super().__init__()
        self.setAccessibleName(f"Sections of {step}")
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(BETWEEN)
        self._focus_in_sight = FocusInSight(self)
