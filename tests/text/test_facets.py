"""Bluesky's links, mentions and tags, in bytes."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from repurpose.text.facets import find_facets

CASES = tomllib.loads((Path(__file__).parents[1] / "cases/counting/facets.toml").read_text(encoding="utf-8"))["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_facets_are_those_of_the_app(case: dict[str, Any]) -> None:
    found = [[facet.kind, facet.start, facet.end, facet.value] for facet in find_facets(case["text"])]

    assert case["facets"] == found


def test_bytes_point_at_the_words() -> None:
    text = "é 😀 #ü https://example.com/é"
    raw = text.encode()

    assert ["#ü", "https://example.com/é"] == [raw[facet.start : facet.end].decode() for facet in find_facets(text)]
