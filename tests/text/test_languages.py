"""Is the language of a short text told, among its neighbours, with foreign words inside, from a title?"""

from __future__ import annotations

import time
import tomllib

import pytest

from repurpose.text.languages import detect_language
from tests.corpus import ROOT

KINDS = tomllib.loads((ROOT / "tests/cases/text/languages.toml").read_text(encoding="utf-8"))
CASES = [row for rows in KINDS.values() for row in rows]


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['language']}: {case['text'][:30]}")
def test_language_of_a_short_text(case):
    assert case["language"] == detect_language(case["text"])


@pytest.mark.parametrize("text", ["", " \n", "12 345", "🎉🎉", "\x00", "https://example.org/der/die/das"])
def test_a_text_without_words_has_no_language(text):
    assert detect_language(text) == "und"


@pytest.mark.parametrize("piece", ["a", "a.", "é", "的", "の", "“", "a_", "http://", "@"])
def test_hostile_text_costs_little(piece):
    text = piece * (200_000 // len(piece))
    start = time.process_time()
    detect_language(text)

    assert time.process_time() - start < 1
