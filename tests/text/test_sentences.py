from __future__ import annotations

import time
import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repurpose.text.sentences import sentences
from tests.corpus import ROOT

CASES = tomllib.loads((ROOT / "tests/cases/sentences/boundaries.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_boundaries(case):
    found = [span.of(case["text"]) for span in sentences(case["text"], case["language"])]

    assert case["sentences"] == found


@given(st.text(alphabet="aB1 .!?…\n“”(\"。।'", max_size=120), st.sampled_from(["en", "de", "ja", "hi", "und"]))
def test_nothing_but_white_space_is_lost(text, language):
    spans = sentences(text, language)

    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("piece", [".", "a. ", "A. ", "“", "(", "1. ", "…", "a"])
def test_hostile_text_costs_linear_time(piece):
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    sentences(text)

    assert time.process_time() - start < 3
