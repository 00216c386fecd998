"""The quality gate: no measure may fall below its floor, and a floor is lowered only on purpose."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.corpus import ROOT, SEEDS
from tests.quality.measures import LABELS, RUBRICS, digest_of, of_public, of_seeds, texts_of

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = ROOT / "tests" / "quality" / "floors.json"
# Measures are rounded to this, and may fall short of a floor by as much.
STEP = 0.1


def gate(name: str, corpus: str, measures: dict[str, float], request: pytest.FixtureRequest) -> None:
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    known = floors.get(name, {"corpus": None, "floors": {}})
    rounded = {measure: round(value, 1) for measure, value in measures.items()}
    lower = {
        measure: f"{rounded.get(measure, 0.0)} is under {floor}"
        for measure, floor in known["floors"].items()
        if round(floor - rounded.get(measure, 0.0), 1) > STEP
    }
    if request.config.getoption("--accept"):
        if not request.config.getoption("--lower-floors"):
            assert lower == {}, "lower floors are taken with --lower-floors only"
            rounded = {measure: max(value, known["floors"].get(measure, 0.0)) for measure, value in rounded.items()}
        floors[name] = {"corpus": corpus, "floors": rounded}
        FLOORS.write_text(json.dumps(floors, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
        return

    assert corpus == known["corpus"], "other texts than the floors were measured on: look, then take --accept"
    assert lower == {}, "worse than before; if that is wanted, take --accept with --lower-floors"


def test_the_sample_articles_are_summarized_as_well_as_before(request):
    gate("samples", digest_of([*SEEDS, *RUBRICS]), of_seeds(), request)


@pytest.mark.slow
def test_the_public_sets_are_summarized_as_well_as_before(shared: Path, request):
    gate("public sets", digest_of([*texts_of(shared), LABELS]), of_public(shared), request)
