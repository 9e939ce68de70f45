"""Text at twice its size is not cut off on a small projector, and nothing scrolls sideways, wherever one goes."""

from tests.accessibility.walk import Walked


def test_every_page_fits_a_projector_at_twice_the_size(walked: Walked) -> None:
    assert not walked.misfits, "\n".join(walked.misfits)
