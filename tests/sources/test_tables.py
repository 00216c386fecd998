"""Tables of lines and what they are taken for."""

from __future__ import annotations

import runpy
import tomllib
from pathlib import Path
from typing import Any

import pytest

from repurpose.sources.furniture.dates import find_date, is_date_line
from repurpose.sources.furniture.lexicon import furniture_words
from repurpose.sources.furniture.lines import REASONS, furniture_kind
from repurpose.sources.structure.labels import find_label

ROOT = Path(__file__).parents[2]
CASES = Path(__file__).parents[1] / "cases" / "sources"


def cases(name: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((CASES / f"{name}.toml").read_text(encoding="utf-8"))["case"])


@pytest.mark.parametrize("case", cases("furniture"), ids=lambda case: case["line"][:40])
def test_a_line_is_known_for_what_it_is(case: dict[str, Any]) -> None:
    assert (case["kind"] or None) == furniture_kind(case["line"])


@pytest.mark.parametrize("case", cases("labels"), ids=lambda case: case["text"][:40])
def test_an_item_has_the_label_that_a_reader_sees(case: dict[str, Any]) -> None:
    found = find_label(case["text"], bold=case.get("bold", 0))

    assert case["label"] == ("" if found is None else case["text"][: found[0]])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("3 May 2020", "2020-05-03"),
        ("May 3rd, 2020", "2020-05-03"),
        ("31 Donnerstag Okt 2019", "2019-10-31"),
        ("16.08.2019", "2019-08-16"),
        ("2015-03-17 14:00:00 -4", "2015-03-17"),
        ("12 de marzo de 2021", "2021-03-12"),
        ("18 травня 2026 року", "2026-05-18"),
        ("2026年5月30日", "2026-05-30"),
        ("2026년 7월 3일", "2026-07-03"),
        ("04/05/2020", "None"),
        ("31 February 2020", "None"),
        ("version 3.11.2", "None"),
    ],
)
def test_a_date_is_read_in_any_language_unless_it_is_two_dates(text: str, expected: str) -> None:
    assert expected == str(find_date(text))


@pytest.mark.parametrize(
    "text", ["The war ended on 8 May 1945.", "14 September 2022: nominations open", "no date here"]
)
def test_a_sentence_with_a_date_is_no_date_line(text: str) -> None:
    assert not is_date_line(text)


def test_the_table_of_furniture_words_is_what_its_script_writes() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "build_furniture.py"))

    assert script["text"]() == (ROOT / "assets" / "lexicons" / "furniture.json").read_text(encoding="utf-8")


def test_every_kind_of_furniture_has_a_name_for_readers() -> None:
    words = furniture_words()
    kinds = {*words.lines.values(), *words.starts.values(), *(pair.kind for pair in words.pairs)}
    kinds |= {one.kind for one in (*words.patterns, *words.line_patterns)}
    kinds |= {kind for vocabulary in words.vocabularies for kind, _ in vocabulary.rules}

    assert not {kind for kind in kinds if kind not in REASONS}
