"""Memory that large things have used goes back to the system."""

import ctypes
import subprocess
import sys

import pytest

#: Frees a large piece, after which glibc left alone takes the next one from what it keeps.
_PROGRAM = """
import ctypes, sys
from app.ui.work.memory import keep_less_memory

class Stock(ctypes.Structure):
    _fields_ = [(name, ctypes.c_size_t) for name in "arena a b hblks hblkhd c d e f g".split()]

library = ctypes.CDLL(None)
library.mallinfo2.restype = Stock
if sys.argv[1] == "less":
    assert keep_less_memory()
bytearray(8_000_000)
before = library.mallinfo2().hblks
held = bytearray(8_000_000)
print(library.mallinfo2().hblks - before)
"""


def _large_pieces_of_their_own(kept: str) -> int:
    run = subprocess.run([sys.executable, "-c", _PROGRAM, kept], capture_output=True, text=True, check=True)
    return int(run.stdout)


@pytest.mark.skipif(
    sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "mallinfo2"), reason="only glibc tells what it keeps"
)
def test_a_large_piece_of_memory_is_asked_of_the_system_though_one_was_freed_before() -> None:
    assert _large_pieces_of_their_own("as ever") == 0, "else there would be nothing to mend"
    assert _large_pieces_of_their_own("less") == 1
