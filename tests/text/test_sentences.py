from __future__ import annotations

import time
import tomllib
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from repurpose.text.lexicons import LEXICON_LANGUAGES
from repurpose.text.sentences import sentences
from tests.corpus import ROOT

FILES = sorted((ROOT / "tests/cases/sentences").glob("*.toml"))
CASES = [
    {"language": file.stem, **case}
    for file in FILES
    for case in tomllib.loads(file.read_text(encoding="utf-8"))["case"]
]

HOSTILE = [
    ".",
    "a. ",
    "A. ",
    "“",
    "(",
    "1. ",
    "…",
    "a",
    ". ",
    "1. Mai ",
    "a) b ",
    "• ",
    "“A. B” ",
    ". *a ",
    "🎉 ",
    ".[1]",
    "。」",
    "एम. ।",
    "a \nb",
]


def test_every_language_has_a_table():
    assert set(LEXICON_LANGUAGES) <= {file.stem for file in FILES}


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['name']}")
def test_boundaries(case):
    found = [span.of(case["text"]) for span in sentences(case["text"], case["language"])]

    assert case["sentences"] == found


@given(
    st.text(alphabet="aB1I .!?…\n“”(\"。।'*•)🎉", max_size=120),
    st.sampled_from(["en", "de", "fr", "ja", "hi", "und"]),
)
def test_nothing_but_white_space_is_lost(text, language):
    spans = sentences(text, language)

    assert "".join(text.split()) == "".join("".join(span.of(text).split()) for span in spans)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize("language", ["en", "de", "hi", "ja"])
@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_costs_linear_time(piece, language):
    text = piece * (60_000 // len(piece))
    start = time.process_time()
    sentences(text, language)

    assert time.process_time() - start < 3
