from __future__ import annotations

import pytest

from repurpose.summarizer.passages import speaker_name


@pytest.mark.parametrize(
    ("speaker", "expected"),
    [
        ("Ada Vane", "Ada Vane"),
        ("THE FIRST LADY", "The First Lady"),
        ("NASA", "NASA"),
        # On another network it would call a stranger.
        ("@adavane", "adavane"),
    ],
)
def test_a_speaker_is_named_as_names_are_written(speaker: str, expected: str):
    assert speaker_name(speaker) == expected
