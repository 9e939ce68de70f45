"""A mark for the type checker that Python has only from 3.12 on; typing_extensions takes long to load for one name."""

import sys
from typing import TYPE_CHECKING, TypeVar

if sys.version_info >= (3, 12):
    from typing import override
elif TYPE_CHECKING:
    from typing_extensions import override
else:
    _Function = TypeVar("_Function")

    def override(function: _Function) -> _Function:
        """The function takes the place of one of the class that this one stands on."""
        return function


__all__ = ("override",)
