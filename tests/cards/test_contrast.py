from __future__ import annotations

import pytest

from repurpose.cards.contrast import contrast, rgb


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#FFFFFF", "#FFFFFF", 1.0),
        ("#FF0000", "#FFFFFF", 3.998),
        # The grey that just passes for text on white, and the one that just fails.
        ("#767676", "#FFFFFF", 4.542),
        ("#777777", "#FFFFFF", 4.478),
        ("#1C1A17", "#F3EEE4", 15.015),
    ],
)
def test_contrast_is_that_of_wcag_in_either_order(one: str, other: str, ratio: float) -> None:
    assert pytest.approx(ratio, abs=0.001) == contrast(rgb(one), rgb(other))
    assert contrast(rgb(one), rgb(other)) == contrast(rgb(other), rgb(one))
