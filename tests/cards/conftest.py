"""What the tests of cards share: settings with a theme folder, and a paragraph in a face of equal widths."""

from __future__ import annotations

import tomllib
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from repurpose.cards.shaping import Paragraph
from repurpose.resources import shipped_text
from repurpose.settings import CardSettings, Settings

CASES = Path(__file__).parent.parent / "cases" / "cards"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """A test that takes ``case`` runs once for every case of the file that its module names in ``CASES``."""
    if "case" in metafunc.fixturenames:
        table = tomllib.loads((CASES / metafunc.module.CASES).read_text(encoding="utf-8"))
        metafunc.parametrize("case", table["case"], ids=[case["name"] for case in table["case"]])


def paragraph_of_equal_widths(text: str) -> Paragraph:
    return Paragraph(
        text=text,
        font="Equal",
        runs=(),
        offsets=tuple(accumulate([1.0] * len(text), initial=0.0)),
        cap_height=0.7,
        is_right_to_left=False,
    )


@pytest.fixture
def equal_widths() -> Any:
    return paragraph_of_equal_widths


@pytest.fixture
def themed(tmp_path: Path) -> Any:
    """Writes a theme, by default a copy of the shipped one with a change, and gives settings that find it."""

    def write(name: str = "own", *, old: str = "", new: str = "", text: str | None = None) -> Settings:
        source = text if text is not None else shipped_text("templates", "cards", "paper.toml")
        assert old in source
        (tmp_path / f"{name}.toml").write_text(source.replace(old, new) if old else source, encoding="utf-8")
        return Settings(cards=CardSettings(folder=tmp_path, theme=name))

    return write
