"""Broken sources of every format; `make fuzz` runs the same for longer, and with coverage for its guide."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.material import SAMPLES, TOKENS
from tests.fuzz.targets import TARGETS

# These start a process for each document.
SLOW = {"docx", "pdf"}


def broken(samples: tuple[bytes, ...]) -> st.SearchStrategy[bytes]:
    """One of *samples* with parts cut out, doubled, moved and put in; or anything at all."""
    place = st.floats(0, 1)
    edit = st.tuples(place, place, st.one_of(st.sampled_from(TOKENS), st.binary(max_size=8), st.just(b"")))
    edited = st.tuples(st.sampled_from(samples), st.lists(edit, min_size=1, max_size=12)).map(
        lambda pair: _edited(*pair)
    )
    return st.one_of(
        edited, edited, edited, st.lists(st.sampled_from(TOKENS), max_size=40).map(b"".join), st.binary(max_size=200)
    )


def _edited(data: bytes, edits: list[tuple[float, float, bytes]]) -> bytes:
    for at, length, new in edits:
        start = int(at * len(data))
        # Mostly short cuts: a source of which half is missing is soon no source at all.
        data = data[:start] + new + data[start + int(length**4 * len(data)) :]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_a_broken_source_is_an_article_or_a_clear_error(name: str) -> None:
    samples = tuple(SAMPLES.values()) if name == "any" else (SAMPLES[name],)
    examples = settings().max_examples

    @settings(max_examples=max(8, examples // 6) if name in SLOW else examples)
    @given(broken(samples))
    def run(data: bytes) -> None:
        TARGETS[name](data)

    run()
