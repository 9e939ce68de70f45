"""The content that ships, read once for all tests of a run."""

import gc
from functools import cache

from app.content.catalogue import Content
from app.content.library import load_content
from app.paths import shipped_folder


@cache
def shipped_content() -> Content:
    """The content; it never changes and stays to the end, so that the collector of garbage may pass it by."""
    content = load_content(shipped_folder())
    gc.collect()
    gc.freeze()
    return content
