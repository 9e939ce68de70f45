"""Has the C library give back to the system what documents and pages have used, in hours of use too."""

import ctypes
import sys

#: What glibc calls these settings (``man 3 mallopt``).
_M_MMAP_THRESHOLD, _M_ARENA_MAX = -3, -8
#: Bytes from which on a piece of memory is asked of the system by itself, and goes back to it as soon as it is free.
#: Left alone, glibc raises this with every large piece that is freed, and large pieces then leave holes behind.
_LARGE = 128 * 1024
#: So many stores share what is smaller. Left alone, glibc makes up to eight for each processor, as each piece of work
#: in the background has a thread of its own, and keeps what is free in each.
_STORES = 2


def keep_less_memory() -> bool:
    """Let what is freed go back sooner; whether this system's C library can be told so."""
    if sys.platform != "linux":
        return False
    try:
        mallopt = ctypes.CDLL(None).mallopt
    except (OSError, AttributeError):
        return False  # another C library than glibc: it has ways of its own
    return all([mallopt(_M_MMAP_THRESHOLD, _LARGE), mallopt(_M_ARENA_MAX, _STORES)])
